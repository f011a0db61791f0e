import type { MigratedSubscription } from "../../records/migrations";
import type { Uncertain } from "../../uncertain";
import { type Bound, bind } from "../http/bind";
import { invalidInput } from "../http/errors";
import { omitMissing } from "../http/wire";
import { memberOf } from "../orders/cartLines";
import { type BillingCycle, catalogItemIdOf, type Offer } from "../orders/catalogue";
import { endOf } from "../orders/checkout";

const shape = {
    currentSubscriptionId: "text",
    quantity: "text",
    termDuration: "text",
    billingCycle: "text",
    purchaseFullTerm: "boolean",
    customTermEndDate: "text",
    externalReferenceId: "text",
} as const;

/** What is asked for one subscription: what is left out stays as it was. */
export type MigrationTerms = Bound<typeof shape>;

export interface MigrationRequest extends MigrationTerms {
    addOns: readonly MigrationTerms[];
}

/**
 * Reads what is to be migrated, and how.
 *
 * @param addOns The name of the list of add-ons, in small letters.
 * @throws ServiceFailure 400 where a member cannot be read.
 */
export function readMigrationRequest(body: unknown, addOns: string): MigrationRequest {
    const listed = memberOf(body, addOns) ?? [];
    if (!Array.isArray(listed)) throw invalidInput(addOns, "a list is expected");
    return {
        ...readTerms(body, "body"),
        addOns: listed.map((one, index) => readTerms(one, `${addOns}[${index}]`)),
    };
}

function readTerms(body: unknown, path: string): MigrationTerms {
    const terms = bind(shape, body, path);
    const { currentSubscriptionId = "", quantity, customTermEndDate } = terms;
    if (currentSubscriptionId === "") {
        throw invalidInput(`${path}.currentSubscriptionId`, "it is required");
    }
    if (quantity !== undefined && !/^\d+$/.test(quantity)) {
        throw invalidInput(`${path}.quantity`, "a number is expected");
    }
    if (customTermEndDate !== undefined && Number.isNaN(Date.parse(customTermEndDate))) {
        throw invalidInput(`${path}.customTermEndDate`, "a time is expected");
    }
    return terms;
}

/** The term and the billing that are asked for; the former commerce is of years, billed monthly. */
export function termOf({ termDuration = "P1Y", billingCycle = "monthly" }: MigrationTerms) {
    return {
        termDuration: termDuration.toUpperCase(),
        billingCycle: billingCycle.toLowerCase() as BillingCycle,
    };
}

/**
 * What one subscription becomes. A term that is not begun anew ends when the old one does, unless it is
 * of another length.
 *
 * @param held How many licences there are, and when their term ends.
 */
export function migratedSubscription(
    terms: MigrationTerms,
    offer: Offer,
    held: { quantity: number; termEnd: string },
    at: number,
): MigratedSubscription {
    const { currentSubscriptionId = "", quantity, customTermEndDate } = terms;
    const { termDuration, billingCycle } = termOf(terms);
    const purchaseFullTerm = terms.purchaseFullTerm ?? false;
    const isNewTerm = purchaseFullTerm || termDuration !== "P1Y";
    return {
        currentSubscriptionId: currentSubscriptionId.toLowerCase(),
        catalogItemId: catalogItemIdOf(offer),
        quantity: Number(quantity ?? held.quantity),
        termDuration,
        billingCycle,
        purchaseFullTerm,
        ...(customTermEndDate && { customTermEndDate: new Date(customTermEndDate).toISOString() }),
        subscriptionEndDate:
            customTermEndDate ?? (isNewTerm ? endOf(termDuration, at) : held.termEnd),
    };
}

/** The members that a subscription on its way has in every answer about it. */
export function migratedWire(
    customerTenantId: string,
    { billingCycle, ...subscription }: MigratedSubscription,
): Record<string, unknown> {
    const { currentSubscriptionId, catalogItemId, quantity, termDuration } = subscription;
    return {
        // The samples have the ids of the former commerce in capitals.
        currentSubscriptionId: currentSubscriptionId.toUpperCase(),
        customerTenantId,
        catalogItemId,
        newCommerceSubscriptionId: subscription.newCommerceSubscriptionId,
        subscriptionEndDate: subscription.subscriptionEndDate,
        customTermEndDate: subscription.customTermEndDate,
        quantity,
        termDuration,
        billingCycle: billingCycle.charAt(0).toUpperCase() + billingCycle.slice(1),
        purchaseFullTerm: subscription.purchaseFullTerm,
    };
}

/** A migration or a schedule as answers hold it. */
export function withUnset(
    members: Record<string, unknown>,
    { unsetMigrationMembers }: Uncertain,
): Record<string, unknown> {
    if (unsetMigrationMembers === "absent") return omitMissing(members);
    return Object.fromEntries(
        Object.entries(members).map(([name, value]) => [name, value ?? null]),
    );
}
