import { randomUUID } from "node:crypto";
import { newEtag } from "../partnercenter/customers/newCustomer";
import { completed, failed } from "../partnercenter/migrations/run";
import { isUnderWay } from "../partnercenter/subscriptions/newTransition";
import type { Portal } from "../portal";
import type { Purchase } from "../records/purchases";
import type { Subscription } from "../records/subscriptions";
import type { Service } from "../service";
import type { Changes } from "./changes";

/** What becomes of subscriptions, and of their migrations. */
export function subscriptionPortal(
    { settings }: Service,
    { changeCustomer, changeSubscription }: Changes,
): Pick<
    Portal,
    | "addSubscription"
    | "suspendSubscription"
    | "cancelSubscription"
    | "failTransition"
    | "changeAzureSubscription"
    | "changeQuantity"
    | "changeSupportContact"
    | "changeOverage"
    | "endMigration"
> {
    return {
        addSubscription: (id, { offerName, friendlyName, status, kind, quantity }) => {
            const subscription: Subscription = {
                id: randomUUID(),
                orderId: randomUUID(),
                offerName,
                friendlyName: friendlyName ?? offerName,
                status: status ?? "active",
                kind: kind ?? "license",
                createdAt: new Date(settings.now()).toISOString(),
                ...(quantity !== undefined && { quantity }),
            };
            changeCustomer(id, ({ subscriptions }) => ({
                subscriptions: [...subscriptions, subscription],
            }));
            return subscription.id;
        },
        suspendSubscription: (id, subscriptionId) =>
            changeSubscription(id, subscriptionId, () => ({ status: "suspended" })),
        cancelSubscription: (id, subscriptionId) =>
            changeSubscription(id, subscriptionId, () => ({ status: "deleted" })),
        failTransition: (id, subscriptionId, failure) =>
            changeSubscription(id, subscriptionId, ({ transitions = [] }) => {
                if (!transitions.some(isUnderWay)) throw new Error("No transition is under way.");
                const endedAt = new Date(settings.now()).toISOString();
                return {
                    transitions: transitions.map((one) =>
                        isUnderWay(one) ? { ...one, failure, endedAt } : one,
                    ),
                };
            }),
        changeAzureSubscription: (id, subscriptionId, status) =>
            changeSubscription(id, subscriptionId, (subscription) => {
                const { azureCancelledAt: _, ...active } = purchaseOf(subscription);
                const azureCancelledAt = settings.now();
                return {
                    purchase: status === "active" ? active : { ...active, azureCancelledAt },
                };
            }),
        changeQuantity: (id, subscriptionId, quantity) =>
            changeSubscription(id, subscriptionId, (subscription) => ({
                purchase: { ...purchaseOf(subscription), quantity, etag: newEtag() },
            })),
        changeSupportContact: (id, subscriptionId, supportContact) =>
            changeSubscription(id, subscriptionId, () => ({ supportContact })),
        changeOverage: (id, overage) => changeCustomer(id, () => ({ overage })),
        endMigration: (id, migrationId, outcome) =>
            changeCustomer(id, (customer) => {
                const migration = customer.migrations?.find((one) => one.id === migrationId);
                if (migration === undefined)
                    throw new Error(`There is no migration ${migrationId}.`);
                return outcome === "completed"
                    ? completed(customer, migration, settings.now()).customer
                    : failed(customer, migration, outcome === "reverted");
            }),
    };
}

function purchaseOf({ id, purchase }: Subscription): Purchase {
    if (purchase !== undefined) return purchase;
    throw new Error(`The subscription ${id} was not bought through the API.`);
}
