import { type Foresight, type ForesightContext, foresightOf } from "../../lifecycle/lifecycle";
import type { PartnerCenter } from "../../partnercenter/client";
import { isNotFound } from "../../partnercenter/errors";
import type { AvailabilityResource, SkuResource } from "../../partnercenter/products";
import { sameName } from "../../validation/sameName";
import { fitting, offeredInWords, termsInWords } from "../catalogItem";
import { type Offer, offerOf, pathOf } from "../offer";
import type { SubscriptionInputs } from "../shapes";
import { inWords, ofSameOffer, twinsOf } from "../twins";

/** What an order would buy, what Partner Center would refuse of it, and what may be a mistake. */
export async function foreseeOrder(
    inputs: SubscriptionInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const { isUnknown } = context;
    const { customerId, catalogItemId, productId, skuId } = inputs;
    const offer = offerOf(inputs);
    if (
        typeof customerId !== "string" ||
        [customerId, catalogItemId, productId, skuId].some(isUnknown) ||
        offer === undefined
    ) {
        return foresightOf();
    }
    return foresightOf(
        ...(await Promise.all([
            ofCatalogue(inputs, offer, context),
            ofAgreement(customerId, context),
            ofVetting(customerId, context),
            ofOthers(inputs, context),
        ])),
    );
}

async function ofCatalogue(
    inputs: SubscriptionInputs,
    offer: Offer,
    { inquiry, isUnknown }: ForesightContext,
): Promise<Partial<Foresight>> {
    const { customerId } = inputs;
    const name = `${offer.productId}:${offer.skuId}`;
    const found = await inquiry.ask(
        "what the catalogue has",
        `${customerId} ${name}`.toLowerCase(),
        (client) => readOffer(customerId, offer, client),
    );
    if (found === undefined) {
        return {};
    }
    if (found === "not there") {
        return {
            problems: [
                `${pathOf(inputs)}: the catalogue of the customer ${customerId} has no ${name}. Check the ids, and the customer's country.`,
            ],
        };
    }
    if ([inputs.termDuration, inputs.billingCycle, inputs.quantity].some(isUnknown)) {
        return {};
    }
    const { sku, availabilities } = found;
    const availability = fitting(availabilities, offer, inputs);
    const problems = [
        ...(availability === undefined
            ? [
                  `billingCycle: ${sku.title ?? name} is not for sale ${termsInWords(inputs)}, but ${offeredInWords(availabilities)}.`,
              ]
            : []),
        ...quantityProblems(inputs.quantity, sku),
    ];
    return problems.length > 0 || availability === undefined
        ? { problems }
        : { notes: [whatIsBought(inputs, sku, availability)] };
}

async function readOffer(
    customerId: string,
    { productId, skuId }: Offer,
    client: PartnerCenter,
): Promise<"not there" | { sku: SkuResource; availabilities: AvailabilityResource[] }> {
    try {
        const sku = await client.products.getSku(customerId, productId, skuId);
        const availabilities = await client.products.getAvailabilities(
            customerId,
            productId,
            skuId,
        );
        return { sku, availabilities };
    } catch (error) {
        if (isNotFound(error) && isOfCatalogue(error)) {
            return "not there";
        }
        throw error;
    }
}

/** The customer may be the one who is not found. */
function isOfCatalogue(error: unknown): boolean {
    return /^4000(13|18|19)$/.test((error as { code?: string }).code ?? "");
}

function quantityProblems(quantity: number, sku: SkuResource): string[] {
    const { minimumQuantity = 1, maximumQuantity = Number.POSITIVE_INFINITY, title } = sku;
    return quantity < minimumQuantity || quantity > maximumQuantity
        ? [
              `quantity: ${title} is sold from ${minimumQuantity} to ${maximumQuantity} for each subscription, not ${quantity}.`,
          ]
        : [];
}

function whatIsBought(
    inputs: SubscriptionInputs,
    { title, isTrial, id }: SkuResource,
    { catalogItemId, id: availabilityId }: AvailabilityResource,
): string {
    const what = `${title ?? id} (${catalogItemId ?? availabilityId})`;
    const trial = isTrial === true ? ", a trial" : "";
    return `"${inputs.friendlyName}" orders ${inputs.quantity} x ${what}${trial}, ${termsInWords(inputs)}, for the customer ${inputs.customerId}, at the price of the partner's price list.`;
}

/** The agreement may be confirmed by this very run: that it is missing is no fault yet. */
async function ofAgreement(
    customerId: string,
    { inquiry, client }: ForesightContext,
): Promise<Partial<Foresight>> {
    if (client().obstacleTo("getAgreementConfirmations") !== undefined) {
        return {};
    }
    const agreementType = "MicrosoftCustomerAgreement";
    const isAccepted = await inquiry.ask(
        "whether a customer has accepted the agreement",
        customerId.toLowerCase(),
        async ({ agreements }) =>
            (await agreements.confirmations(customerId, agreementType)).length > 0 ||
            (await agreements.isDirectlySigned(customerId)),
    );
    return isAccepted === false
        ? {
              warnings: [
                  `customerId: no acceptance of the Microsoft Customer Agreement is known of the customer ${customerId}, and nothing can be ordered without it (13605). If this program confirms it, let the Subscription depend on the CustomerAgreement (dependsOn).`,
              ],
          }
        : {};
}

/** Microsoft's vetting may be over before the order comes; a refused customer buys nothing. */
async function ofVetting(
    customerId: string,
    { inquiry, client }: ForesightContext,
): Promise<Partial<Foresight>> {
    if (client().obstacleTo("getAccountStatus") !== undefined) {
        return {};
    }
    const account = await inquiry.ask(
        "whether a customer may buy",
        customerId.toLowerCase(),
        async ({ accounts }) => ({ status: (await accounts.status(customerId))?.status }),
    );
    const status = account?.status ?? "Allowed";
    if (sameName(status, "NotAllowed")) {
        return {
            problems: [
                `customerId: Microsoft's vetting has not approved the customer ${customerId}, who can buy nothing (800075). Check the customer's data in Partner Center, and ask support.`,
            ],
        };
    }
    return sameName(status, "Allowed")
        ? {}
        : {
              warnings: [
                  `customerId: Microsoft's vetting of the customer ${customerId} is not over (${status}), and orders are refused until it is (800073). waitForAccountApproval of the Customer, or an AccountApproval, waits for it.`,
              ],
          };
}

/** What the customer has already: one of these may be this very purchase, or bought twice. */
async function ofOthers(
    inputs: SubscriptionInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const { customerId } = inputs;
    const held = await inquiry.ask(
        "what a customer has subscribed to",
        customerId.toLowerCase(),
        (client) => client.getSubscriptions(customerId),
    );
    const [twin] = twinsOf(inputs, held ?? []);
    if (twin !== undefined) {
        return {
            warnings: [
                `friendlyName: the customer already has ${inWords(twin)} of this offer, name and terms. If an earlier run of this very program was cut short, this one takes it up; else nothing is ordered. To take it over, give existingSubscriptionId: "${twin.id}".`,
            ],
        };
    }
    const others = ofSameOffer(inputs, held ?? []);
    return others.length === 0
        ? {}
        : {
              warnings: [
                  `quantity: the customer already has ${others.map(inWords).join(", ")} of this offer, and will have this one beside it.`,
              ],
          };
}
