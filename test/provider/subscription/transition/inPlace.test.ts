import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cartLifecycle } from "../../../../provider/cart/lifecycle";
import { subscriptionLifecycle } from "../../../../provider/subscription/lifecycle";
import { trustedCertificate } from "../../partnercenter/trust";
import { licences, ordersOf, type Stack, shopFor, up } from "../shop";
import { bought, e5, e5Item, linesOf, subscriptionsOf, writesOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a transition", () => {
    it("makes of all licences what is declared, in place, by one request", async (t) => {
        const { shop, stack, news } = await bought(t);
        const { id, cart } = stack;
        await up(shop, stack, news);
        const [request, ...others] = writesOf(shop);
        assert.deepEqual(others, []);
        assert.equal(request?.line, "POST transitions");
        assert.deepEqual(request?.body, {
            toCatalogItemId: e5Item,
            quantity: 5,
            termDuration: "P1Y",
            billingCycle: "monthly",
            transitionType: "transition_with_license_transfer",
        });
        const [held, ...more] = subscriptionsOf(shop);
        assert.deepEqual(more, []);
        assert.equal(ordersOf(shop), 1);
        const { subscription } = stack;
        assert.deepEqual(
            [subscription?.subscriptionId, subscription?.productId, subscription?.offerName],
            [id, e5.productId, "Office 365 E5 without Audio Conferencing"],
        );
        assert.equal(held?.purchase?.catalogItemId, e5Item);
        assert.equal(stack.cart?.cartId, cart?.cartId, "the cart that was bought stays the cart");
        assert.equal(
            subscriptionLifecycle.diff(id ?? "", subscription as never, news).changes,
            false,
        );
        assert.equal(
            cartLifecycle.diff("", stack.cart as never, news).changes,
            false,
            "a second run changes nothing",
        );
    });

    it("takes the terms that are declared, and buys more only afterwards", async (t) => {
        const { shop, stack, news } = await bought(t, {}, { quantity: 7, billingCycle: "annual" });
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), ["POST transitions", "PATCH ID"]);
        const { purchase } = subscriptionsOf(shop)[0] ?? {};
        assert.deepEqual([purchase?.quantity, purchase?.billingCycle], [7, "annual"]);
        assert.deepEqual(
            [stack.subscription?.quantity, stack.subscription?.billingCycle],
            [7, "annual"],
        );
    });

    it("makes a paid subscription of a trial", async (t) => {
        const trial = { skuId: "0002", termDuration: "P1M", billingCycle: "none" } as const;
        const shop = await shopFor(t);
        const stack: Stack = {};
        await up(shop, stack, licences(shop.customerId, trial));
        await up(shop, stack, licences(shop.customerId));
        assert.equal(stack.subscription?.offerName, "Microsoft 365 Business Basic");
        assert.equal(ordersOf(shop), 1);
    });

    it("of what is suspended reactivates it first, where that is declared", async (t) => {
        const { shop, stack, news } = await bought(
            t,
            {},
            { status: "active" },
            { status: "suspended" },
        );
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), ["PATCH ID", "POST transitions"]);
        assert.equal(subscriptionsOf(shop)[0]?.status, "active");
    });

    it("that moves no licences says so", async (t) => {
        const { shop, stack, news } = await bought(t);
        await up(shop, {}, licences(shop.customerId, { ...e5, friendlyName: "other" }));
        await up(shop, stack, news);
        assert.match(shop.told.join(), /without moving its users' licences: assign them anew/);
        const [{ body } = { body: {} }] = writesOf(shop).slice(-1);
        assert.equal((body as { transitionType?: string }).transitionType, "transition_only");
    });

    it("is followed by what else is declared; where that fails, what it has become is kept", async (t) => {
        const { shop, stack, news } = await bought(t, {}, { quantity: 10_000_001 });
        await assert.rejects(up(shop, stack, news), /is there, but is not yet as it is declared/);
        assert.equal(stack.subscription?.productId, e5.productId);
        await up(shop, stack, { ...news, quantity: 6 });
        assert.deepEqual(
            linesOf(shop).filter((line) => line.startsWith("POST")),
            ["POST transitions"],
        );
    });
});
