import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { CartLineResource, CartResource } from "../partnercenter/carts";
import type { PartnerCenter } from "../partnercenter/client";
import { explain } from "../partnercenter/errorCatalogue";
import { ApiError, PartnerCenterError } from "../partnercenter/errors";
import type { OrderResource } from "../partnercenter/orders";
import { findCatalogItem } from "./catalogItem";
import { offerOf, parseOffer, sameOffer } from "./offer";
import type { SubscriptionInputs } from "./shapes";
import { toCartLine } from "./wire";

/** Codes by which the service says that this cart was submitted before. */
const submittedBefore = ["800060", "800064", "800065"];

/**
 * Checks a cart out and answers its order; of a cart that was checked out before, the order that it
 * brought then.
 */
export async function checkOut(
    inputs: SubscriptionInputs,
    cart: CartResource,
    client: PartnerCenter,
): Promise<OrderResource> {
    if (cart.status?.toLowerCase() !== "ordered") {
        await putRight(inputs, cart, client);
    }
    try {
        return await submit(inputs, cart, client);
    } catch (error) {
        if (hasCode(error, ["400019"])) {
            // The availability has changed since the cart was made.
            await putRight(inputs, { ...cart, lineItems: [] }, client);
            return await submit(inputs, cart, client);
        }
        if (hasCode(error, submittedBefore)) {
            return await findOrder(inputs, cart, error, client);
        }
        throw error;
    }
}

/** The cart's one line as it is declared now, with an availability that is for sale now. */
async function putRight(
    inputs: SubscriptionInputs,
    cart: CartResource,
    client: PartnerCenter,
): Promise<void> {
    const [line] = cart.lineItems ?? [];
    const held = line?.error === undefined ? itemOf(line, inputs) : undefined;
    const isRight = held !== undefined && isDeepStrictEqual(toCartLine(inputs, held), ownOf(line));
    if (isRight) {
        return;
    }
    const wanted = toCartLine(inputs, held ?? (await findCatalogItem(inputs, client)));
    const changed = await client.carts.replaceLines(inputs.customerId, cart, [wanted]);
    const refused = changed.lineItems?.find(({ error }) => error !== undefined)?.error;
    if (refused !== undefined) {
        throw new PartnerCenterError(
            `Nothing was ordered: Partner Center does not take this into the cart ${cart.id}: ${refused.errorDescription} (${refused.errorCode}).`,
        );
    }
}

/** The item of a line, if it is of the offer that is declared by now. */
function itemOf(
    { catalogItemId = "" }: CartLineResource = {},
    inputs: SubscriptionInputs,
): string | undefined {
    return sameOffer(parseOffer(catalogItemId), offerOf(inputs)) ? catalogItemId : undefined;
}

/** The members of a line that are ours. */
function ownOf(line: CartLineResource | undefined) {
    const { catalogItemId, quantity, friendlyName, billingCycle, termDuration, participants } =
        line ?? {};
    const members = {
        catalogItemId,
        quantity,
        friendlyName,
        billingCycle,
        termDuration,
        participants,
    };
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

async function submit(
    { customerId }: SubscriptionInputs,
    { id }: CartResource,
    client: PartnerCenter,
): Promise<OrderResource> {
    const { orders = [], orderErrors = [] } = await client.carts.checkOut(customerId, id);
    const [order] = orders;
    if (order !== undefined) {
        return order;
    }
    if (orderErrors.length === 0) {
        throw new PartnerCenterError(
            `Partner Center answered the order of the customer ${customerId} with success, but without an order. \`pulumi up\` asks again; the same cart (${id}) is not bought twice.`,
        );
    }
    const reasons = orderErrors.map(({ code, description = "no reason was given" }) => {
        const known = explain({ status: 200, code: code === undefined ? undefined : String(code) });
        const advice = known === undefined ? "" : ` ${known.meaning} ${known.remedy}`;
        return `${description.replace(/\.$/, "")} (code ${code}).${advice}`;
    });
    throw new PartnerCenterError(
        `Nothing was ordered for the customer ${customerId}: ${reasons.join(" ")}`,
    );
}

/**
 * The order of a cart that was submitted before, where the service does not answer it again. It may be
 * missing in the list for 15 minutes.
 */
async function findOrder(
    inputs: SubscriptionInputs,
    cart: CartResource,
    refusal: ApiError,
    client: PartnerCenter,
): Promise<OrderResource> {
    const since = Date.parse(cart.creationTimestamp ?? "") || 0;
    const isOurs = ({ creationDate = "", lineItems = [] }: OrderResource) =>
        Date.parse(creationDate) >= since &&
        lineItems.some(
            ({ offerId = "", friendlyName }) =>
                sameOffer(parseOffer(offerId), offerOf(inputs)) &&
                friendlyName === inputs.friendlyName,
        );
    for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 30_000)) {
        const found = (await client.orders.list(inputs.customerId)).filter(isOurs);
        if (found[0] !== undefined && found.length === 1) {
            return found[0];
        }
        const isAmbiguous = found.length > 1;
        if (isAmbiguous || Date.now() + waitMs > client.deadline) {
            const what = isAmbiguous
                ? `The orders ${found.map(({ id }) => id).join(", ")} may be the one of this cart. Take the right subscription over with existingSubscriptionId.`
                : "Its order is not listed yet, which may take 15 minutes. `pulumi up` looks for it again; it orders nothing a second time.";
            throw new PartnerCenterError(
                `The cart ${cart.id} of the customer ${inputs.customerId} was ordered before. ${what}\n  ${refusal.message}`,
                { cause: refusal },
            );
        }
        await sleep(waitMs);
    }
}

function hasCode(error: unknown, codes: readonly string[]): error is ApiError {
    return error instanceof ApiError && codes.includes(error.code ?? "");
}
