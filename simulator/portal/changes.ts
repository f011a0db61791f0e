import type { CustomerRecord } from "../records/customers";
import type { Subscription } from "../records/subscriptions";
import type { UserRecord } from "../records/users";
import type { Service } from "../service";

/** Changes of what the simulator holds. Each throws where there is nothing of its id, and is kept at once. */
export type Changes = ReturnType<typeof changesOf>;

export function changesOf({ store }: Service) {
    function getHeld(id: string): CustomerRecord {
        const customer = store.findCustomer(id);
        if (customer !== undefined) return customer;
        throw new Error(`There is no customer ${id}.`);
    }
    function changeCustomer(
        id: string,
        changeOf: (customer: CustomerRecord) => Partial<CustomerRecord>,
    ): void {
        const customer = getHeld(id);
        store.putCustomer({ ...customer, ...changeOf(customer) });
        store.save();
    }
    return {
        getHeld,
        changeCustomer,
        changeSubscription(
            id: string,
            subscriptionId: string,
            changeOf: (subscription: Subscription) => Partial<Subscription>,
        ): void {
            changeCustomer(id, ({ subscriptions }) => ({
                subscriptions: withChanged(
                    subscriptions,
                    "subscription",
                    subscriptionId,
                    (one) => ({
                        ...one,
                        ...changeOf(one),
                    }),
                ),
            }));
        },
        changeUser(id: string, userId: string, changeOf: (user: UserRecord) => UserRecord): void {
            changeCustomer(id, ({ users }) => ({
                users: withChanged(users, "user", userId, changeOf),
            }));
        },
    };
}

/** @throws Error where the list holds no item of that id. */
export function requireHeld(
    items: readonly { readonly id: string }[],
    kind: string,
    id: string,
): void {
    if (!items.some((item) => item.id === id)) throw new Error(`There is no ${kind} ${id}.`);
}

/** The list with one item changed. @throws Error where it holds none of that id. */
export function withChanged<Item extends { readonly id: string }>(
    items: readonly Item[],
    kind: string,
    id: string,
    changeOf: (item: Item) => Item,
): Item[] {
    requireHeld(items, kind, id);
    return items.map((item) => (item.id === id ? changeOf(item) : item));
}
