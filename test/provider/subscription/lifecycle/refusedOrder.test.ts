import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { azurePlan, licences, ordersOf, refresh, type Stack, shopFor, up } from "../shop";
import { bought, day, heldBy } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("an order", () => {
    it("of what is not for sale is refused with what is, before there is a cart", async (t) => {
        const shop = await shopFor(t);
        const inputs = licences(shop.customerId, {
            termDuration: "P3Y",
            billingCycle: "triennial",
        });
        await assert.rejects(
            up(shop, {}, inputs),
            /for P3Y, billed triennial; it sells P1M billed monthly/,
        );
        assert.deepEqual(shop.simulator.customers[0]?.carts, []);
    });

    it("is refused where the cart cannot hold it, with the cart's own words", async (t) => {
        const shop = await shopFor(t);
        await assert.rejects(
            up(shop, {}, licences(shop.customerId, { quantity: 26 })),
            /Nothing was ordered: .*The sandbox allows 25 licences.*SandboxLimitExceeded/s,
        );
        assert.equal(ordersOf(shop), 0);
    });

    it("is not placed where a subscription of this offer and name is there: it may be this one", async (t) => {
        const shop = await shopFor(t);
        await bought(shop, licences(shop.customerId));
        const failure = await failureOf(() => up(shop, {}, licences(shop.customerId)));
        assert.match(failure.message, /Nothing was ordered.*existingSubscriptionId: "/s);
        assert.ok(failure.message.includes(heldBy(shop)?.id ?? "-"));
        await bought(shop, licences(shop.customerId, { friendlyName: "another" }));
        await bought(shop, licences(shop.customerId, { termDuration: "P1M" }));
        assert.equal(ordersOf(shop), 3);
    });

    it("of a second Azure plan is not placed, whatever its name", async (t) => {
        const shop = await shopFor(t);
        await bought(shop, azurePlan(shop.customerId));
        await assert.rejects(
            up(shop, {}, azurePlan(shop.customerId, { friendlyName: "second" })),
            /Nothing was ordered/,
        );
    });

    it("whose cart is over is refused with what to do, and nothing is bought", async (t) => {
        const clock = { now: Date.now() };
        const shop = await shopFor(t, { now: () => clock.now });
        const stack: Stack = {};
        shop.simulator.misbehave({
            on: { path: "/checkout$" },
            status: 403,
            body: { code: 800020 },
        });
        await assert.rejects(up(shop, stack, licences(shop.customerId)));
        clock.now += 8 * day;
        await assert.rejects(
            up(shop, stack, licences(shop.customerId)),
            /carts live for seven days.*--replace/s,
        );
        assert.equal(ordersOf(shop), 0);
    });

    it("is not repeated when its subscription was cancelled: buying anew is a decision", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.portal.cancelSubscription(shop.customerId, heldBy(shop)?.id ?? "");
        await refresh(shop, stack);
        assert.equal(stack.subscription, undefined);
        await assert.rejects(
            up(shop, stack, licences(shop.customerId)),
            /was bought before.*is deleted.*--replace/s,
        );
        assert.equal(ordersOf(shop), 1);
        delete stack.cart;
        await up(shop, stack, licences(shop.customerId));
        assert.equal(ordersOf(shop), 2);
    });
});
