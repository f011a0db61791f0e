import type { CustomerRecord } from "../../records/customers";
import type { Subscription } from "../../records/subscriptions";
import type { Settings } from "../../settings";
import { ServiceFailure } from "../http/errors";
import { type Offer, successorOf } from "../orders/catalogue";
import { endOf } from "../orders/checkout";
import { legacyTermEnd } from "../subscriptions/wire";
import { type MigrationRequest, type MigrationTerms, termOf } from "./request";

const day = 24 * 60 * 60 * 1000;
const month = 30 * day;

/**
 * Why a subscription cannot be migrated with its add-ons, one refusal a reason (docs: error-codes,
 * migrate-subscriptions-to-new-commerce).
 *
 * @param at When it is to happen.
 * @throws ServiceFailure where the customer has no such subscription.
 */
export function migrationObstacles(
    customer: CustomerRecord,
    request: MigrationRequest,
    settings: Settings,
    at = settings.now(),
): ServiceFailure[] {
    const id = request.currentSubscriptionId ?? "";
    if (findSubscription(customer, id) === undefined) {
        throw new ServiceFailure(404, 20003, `Subscription with ID ${id} not found.`);
    }
    return [
        ...addOnObstacles(customer, request),
        ...[request, ...request.addOns].flatMap((terms) =>
            obstaclesOf(customer, terms, settings, at),
        ),
    ];
}

export function findSubscription(
    { subscriptions }: CustomerRecord,
    id = "",
): Subscription | undefined {
    return subscriptions.find((one) => one.id === id.toLowerCase());
}

function addOnObstacles(customer: CustomerRecord, { addOns }: MigrationRequest): ServiceFailure[] {
    const ids = addOns.map(({ currentSubscriptionId = "" }) => currentSubscriptionId.toLowerCase());
    const isThere = (id: string) => findSubscription(customer, id)?.status === "active";
    return [
        ...(new Set(ids).size === ids.length
            ? []
            : [
                  new ServiceFailure(
                      400,
                      900248,
                      "Migration cannot be performed because two or more add-on migrations were specified with the same current subscription ID",
                  ),
              ]),
        ...(ids.every(isThere)
            ? []
            : [
                  new ServiceFailure(
                      400,
                      900262,
                      "Subscription cannot be migrated to New-Commerce because one or more add-on subscriptions specified in the AddOnMigrations collection do not exist or are not active.",
                  ),
              ]),
    ];
}

function obstaclesOf(
    customer: CustomerRecord,
    terms: MigrationTerms,
    settings: Settings,
    at: number,
): ServiceFailure[] {
    const held = findSubscription(customer, terms.currentSubscriptionId);
    if (held === undefined) return [];
    const refused = (code: number, because: string, status: 400 | 403 = 400) =>
        new ServiceFailure(
            status,
            code,
            `Subscription ${held.id} cannot be migrated to New Commerce because ${because}.`,
        );
    if (isUnderWay(customer, held)) {
        return [refused(900216, "the subscription is currently being processed")];
    }
    if (held.status !== "active") return [refused(900215, "the status is not active")];
    const offer = held.purchase === undefined ? successorOf(held.offerName) : undefined;
    if (offer === undefined) {
        return [refused(900220, "there is not a valid migration path for this offer yet")];
    }
    const termEnd = Date.parse(legacyTermEnd(held.createdAt, at));
    const isNew = at - Date.parse(held.createdAt) < month;
    return [
        // The check of the first month is of production only.
        ...(isNew && settings.environment === "production"
            ? [refused(900226, "it has been active for 1 month or less", 403)]
            : []),
        ...(termEnd - at < day && terms.purchaseFullTerm !== true
            ? [refused(900217, "it is less than 24 hours from the term end")]
            : []),
        ...(isSold(offer, terms)
            ? []
            : [
                  refused(
                      900222,
                      "the combination of term duration and billing cycle is not supported for the New-Commerce product",
                  ),
              ]),
        ...quantityObstacles(terms, offer),
        ...endDateObstacles(customer, terms, at),
    ];
}

function isUnderWay({ migrations = [] }: CustomerRecord, { id }: Subscription): boolean {
    return migrations.some(
        ({ status, currentSubscriptionId, addOns }) =>
            status === "Processing" &&
            [currentSubscriptionId, ...addOns.map((one) => one.currentSubscriptionId)].includes(id),
    );
}

function isSold({ terms }: Offer, asked: MigrationTerms): boolean {
    const { termDuration, billingCycle } = termOf(asked);
    return terms.some((one) => one.duration === termDuration && one.billingCycle === billingCycle);
}

function quantityObstacles({ quantity }: MigrationTerms, offer: Offer): ServiceFailure[] {
    const asked = Number(quantity ?? offer.minimumQuantity);
    return asked >= offer.minimumQuantity && asked <= offer.maximumQuantity
        ? []
        : [
              new ServiceFailure(
                  400,
                  900275,
                  "The requested quantity for line item 0 is not within the allowed quantity for this offer.",
              ),
          ];
}

function endDateObstacles(
    { subscriptions }: CustomerRecord,
    terms: MigrationTerms,
    at: number,
): ServiceFailure[] {
    const { customTermEndDate } = terms;
    if (customTermEndDate === undefined) return [];
    const end = new Date(customTermEndDate);
    const { termDuration } = termOf(terms);
    if (end.getTime() <= at || end.getTime() > Date.parse(endOf(termDuration, at))) {
        return [
            new ServiceFailure(
                400,
                900291,
                "The custom term end date specified for the migration must be within the first term duration.",
            ),
        ];
    }
    const isEndOfMonth = new Date(end.getTime() + day).getUTCDate() === 1;
    const ends = subscriptions.flatMap(({ status, purchase }) =>
        status === "active" && purchase !== undefined ? [purchase.endsAt.slice(0, 10)] : [],
    );
    return isEndOfMonth || ends.includes(end.toISOString().slice(0, 10))
        ? []
        : [
              new ServiceFailure(
                  400,
                  900292,
                  "The custom term end date specified for the migration does not match with the end date of any active non-trial OnlineServicesNCE subscription or align with the end of the calendar month.",
              ),
          ];
}
