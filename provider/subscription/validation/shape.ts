import * as v from "valibot";
import type { CheckContext } from "../../lifecycle/lifecycle";
import { guid, optional, quantity, ruled, shapeProblems } from "../../validation/shape";
import { billingCycles, deletionPolicies, type SubscriptionInputs, termDurations } from "../shapes";

const catalogueId = v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9]+$/, "must be letters and digits, as the catalogue has it"),
);

const subscription = v.strictObject({
    customerId: guid,
    catalogItemId: v.optional(
        v.pipe(
            v.string(),
            v.regex(
                /^[A-Za-z0-9]+:[A-Za-z0-9]+(:[A-Za-z0-9]+)?$/,
                "must be product:sku or product:sku:availability, for example CFQ7TTC0LH18:0001",
            ),
        ),
    ),
    productId: v.optional(catalogueId),
    skuId: v.optional(catalogueId),
    quantity,
    termDuration: v.optional(v.picklist(termDurations)),
    billingCycle: v.optional(v.picklist(billingCycles)),
    friendlyName: v.pipe(
        v.string(),
        ruled((name) => (name.trim() === "" ? "must not be empty" : undefined)),
    ),
    partnerIdOnRecord: v.optional(
        v.pipe(v.string(), v.regex(/^\d+$/, "must be a partner id, which is digits")),
    ),
    autoRenewEnabled: v.optional(v.boolean()),
    status: v.optional(v.picklist(["active", "suspended"])),
    existingSubscriptionId: v.optional(guid),
    deletionPolicy: v.picklist(deletionPolicies),
    cartId: optional,
});

/** Faults of single members. */
export function memberProblems(inputs: SubscriptionInputs, context: CheckContext): string[] {
    return shapeProblems("Subscription", subscription, inputs, context);
}
