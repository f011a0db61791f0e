import { randomBytes, randomUUID } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type { MigratedSubscription, Migration } from "../../records/migrations";
import type { Subscription } from "../../records/subscriptions";
import type { Settings } from "../../settings";
import { findOffer, successorOf } from "../orders/catalogue";
import { newPurchase } from "../orders/checkout";
import { legacyTermEnd } from "../subscriptions/wire";
import { findSubscription } from "./obstacles";
import { type MigrationRequest, type MigrationTerms, migratedSubscription } from "./request";

/** A subscription and its add-ons as they will be; there must be no obstacle. */
export function migratedOf(
    customer: CustomerRecord,
    request: MigrationRequest,
    at: number,
): MigratedSubscription & { addOns: MigratedSubscription[] } {
    const migrated = (terms: MigrationTerms) => {
        const held = findSubscription(customer, terms.currentSubscriptionId);
        const offer = successorOf(held?.offerName ?? "");
        if (held === undefined || offer === undefined) throw new Error("There is an obstacle.");
        const { quantity = 1, createdAt } = held;
        const termEnd = legacyTermEnd(createdAt, at);
        return migratedSubscription(terms, offer, { quantity, termEnd }, at);
    };
    return { ...migrated(request), addOns: request.addOns.map(migrated) };
}

/** The customer with a migration that has begun: the old subscriptions are suspended at once. */
export function begun(
    customer: CustomerRecord,
    migrated: MigratedSubscription & { addOns: readonly MigratedSubscription[] },
    { now, pendingMigrationReads }: Settings,
): { customer: CustomerRecord; migration: Migration } {
    const migration: Migration = {
        ...migrated,
        id: randomUUID(),
        startedAt: new Date(now()).toISOString(),
        status: "Processing",
        pendingReads: pendingMigrationReads,
    };
    const migrations = [...(customer.migrations ?? []), migration];
    return { customer: withOld({ ...customer, migrations }, migration, "suspended"), migration };
}

/** The customer with a migration that is completed: what it brings stands beside what it ends. */
export function completed(
    customer: CustomerRecord,
    migration: Migration,
    now: number,
): { customer: CustomerRecord; migration: Migration } {
    const orderId = randomBytes(6).toString("hex");
    const bring = <One extends MigratedSubscription>(one: One) => ({
        ...one,
        newCommerceSubscriptionId: randomUUID(),
    });
    const done: Migration = {
        ...bring(migration),
        addOns: migration.addOns.map(bring),
        status: "Completed",
        completedAt: new Date(now).toISOString(),
        newCommerceOrderId: orderId,
    };
    const bought = [done, ...done.addOns].map((one) =>
        newSubscription(customer, one, orderId, now),
    );
    const subscriptions = [...customer.subscriptions, ...bought];
    return { customer: replaced({ ...customer, subscriptions }, done), migration: done };
}

/** The customer with a migration that has failed: Microsoft still works on it, or has taken it back. */
export function failed(
    customer: CustomerRecord,
    migration: Migration,
    isReverted: boolean,
): CustomerRecord {
    const changed = replaced(customer, { ...migration, status: "Failed" });
    return isReverted ? withOld(changed, migration, "active") : changed;
}

/** The customer with a migration as it is now. */
export function replaced(customer: CustomerRecord, migration: Migration): CustomerRecord {
    const migrations = (customer.migrations ?? []).map((one) =>
        one.id === migration.id ? migration : one,
    );
    return { ...customer, migrations };
}

function withOld(
    customer: CustomerRecord,
    { currentSubscriptionId, addOns }: Migration,
    status: Subscription["status"],
): CustomerRecord {
    const old = [currentSubscriptionId, ...addOns.map((one) => one.currentSubscriptionId)];
    const subscriptions = customer.subscriptions.map((one) =>
        old.includes(one.id) ? { ...one, status } : one,
    );
    return { ...customer, subscriptions };
}

function newSubscription(
    customer: CustomerRecord,
    migrated: MigratedSubscription,
    orderId: string,
    now: number,
): Subscription {
    const { currentSubscriptionId, catalogItemId, newCommerceSubscriptionId = "" } = migrated;
    const offerName = findOffer(catalogItemId)?.title ?? catalogItemId;
    const old = findSubscription(customer, currentSubscriptionId);
    return {
        id: newCommerceSubscriptionId,
        orderId,
        offerName,
        friendlyName: old?.friendlyName ?? offerName,
        status: "active",
        kind: "license",
        createdAt: new Date(now).toISOString(),
        purchase: {
            ...newPurchase(
                {
                    catalogItemId,
                    quantity: migrated.quantity,
                    termDuration: migrated.termDuration,
                    billingCycle: migrated.billingCycle,
                },
                now,
            ),
            endsAt: migrated.subscriptionEndDate,
        },
    };
}
