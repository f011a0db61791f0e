import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cartLifecycle } from "../../../../provider/cart/lifecycle";
import type { SubscriptionInputs } from "../../../../provider/subscription/shapes";
import { trustedCertificate } from "../../partnercenter/trust";
import { licences, shopFor } from "../shop";
import { bought } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a cart", () => {
    it("is replaced for another purchase only, and ends without a call", async (t) => {
        const shop = await shopFor(t);
        const { cart } = await bought(shop, licences(shop.customerId));
        assert.ok(cart);
        const diff = (change: Partial<SubscriptionInputs>) =>
            cartLifecycle.diff(cart.cartId, cart, licences(shop.customerId, change));
        const sameCart = { changes: false, replaces: [] };
        assert.deepEqual(diff({ quantity: 9, friendlyName: "post" }), sameCart);
        assert.deepEqual(diff({ termDuration: "P1M" }).replaces, ["termDuration"]);
        // What was bought with it becomes another offer: another cart would be one more purchase.
        assert.deepEqual(diff({ skuId: "0002" }), { changes: true, replaces: [] });
        shop.simulator.forgetRequests();
        assert.deepEqual(await cartLifecycle.read(cart.cartId, cart, shop.client()), cart);
        await cartLifecycle.delete(cart.cartId, cart, shop.client, () => {});
        assert.deepEqual(shop.simulator.requests, []);
    });
});
