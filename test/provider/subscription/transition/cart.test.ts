import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { licences, ordersOf, type Stack, shopFor, up } from "../shop";
import { bought, e5, e5Item, subscriptionsOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("another offer for a subscription that is not there yet", () => {
    it("goes into the cart, if that was not bought", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        shop.simulator.misbehave({
            on: { path: "/checkout$" },
            status: 403,
            body: { code: 800020 },
        });
        await assert.rejects(up(shop, stack, licences(shop.customerId)), /800020/);
        await up(shop, stack, licences(shop.customerId, e5));
        assert.equal(subscriptionsOf(shop)[0]?.purchase?.catalogItemId, e5Item);
        assert.equal(shop.simulator.customers[0]?.carts.length, 1);
    });

    it("is refused, if the cart was bought in a run that was cut: what was bought is named", async (t) => {
        const { shop, stack } = await bought(t);
        const { cart } = stack;
        const rest: Stack = cart ? { cart } : {};
        const failure = await failureOf(() => up(shop, rest, licences(shop.customerId, e5)));
        assert.match(
            failure.message,
            /^Nothing was ordered: the cart .* is another purchase \(Microsoft 365 Business Basic/,
        );
        assert.equal(ordersOf(shop), 1);
    });
});
