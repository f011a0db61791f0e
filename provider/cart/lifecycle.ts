import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import { findCatalogItem } from "../subscription/catalogItem";
import { completed } from "../subscription/completed";
import { isTransition, replacingChanges } from "../subscription/identity";
import type { DeclaredPurchase } from "../subscription/shapes";
import { toCartLine } from "../subscription/wire";

/** What the state holds of a cart. */
export interface CartState extends DeclaredPurchase {
    cartId: string;
}

/**
 * The cart of a subscription's order. It is a resource of its own so that its id is in the state
 * before it is checked out: one cart is bought once, however often a run is killed and started again.
 * It buys nothing by itself, and the service forgets it after seven days.
 */
export const cartLifecycle: Lifecycle<DeclaredPurchase, CartState> = {
    secrets: [],

    nameOf: () => "a cart",

    /** The subscription says what is wrong. */
    check: (_olds, news) => ({ inputs: completed(news), problems: [], warnings: [] }),

    foresee: async () => foresightOf(),

    /**
     * Another purchase needs another cart; quantity and name are put right when it is checked out. Another
     * offer does too, unless the cart was bought: what was bought becomes that, and nothing is bought anew.
     */
    diff(_id, state, news) {
        const replaces = replacingChanges(state, news);
        return { changes: replaces.length > 0 || isTransition(state, news), replaces };
    },

    async create(inputs, client) {
        const line = toCartLine(inputs, await findCatalogItem(inputs, client));
        const cart = await client.carts.create(inputs.customerId, [line]);
        return { id: cart.id, state: { ...inputs, cartId: cart.id } };
    },

    /** The service may have forgotten it: what was bought with it is told by the subscription. */
    read: async (_id, state) => state,

    update: async (_id, { cartId }, news) => ({ ...news, cartId }),

    /** Nothing is to be done: the service has no call for it, and a cart ends by itself. */
    delete: async () => {},
};
