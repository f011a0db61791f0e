import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { subscriptionLifecycle } from "../../../../provider/subscription/lifecycle";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { up } from "../shop";
import { bought, e5, linesOf, subscriptionsOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a transition", () => {
    it("is waited for, and that is said", async (t) => {
        for (const transitionHistory of ["items", "transition"] as const) {
            const { shop, stack, news } = await bought(t, {
                pendingTransitionReads: 2,
                uncertain: { transitionHistory, noTransitions: "404-800076" },
            });
            await up(shop, stack, news);
            assert.match(shop.told.join(), /"mail" is becoming another offer; waiting/);
            assert.equal(stack.subscription?.productId, e5.productId);
        }
    });

    it("that takes longer than a run may is waited for by the next one", async (t) => {
        const { shop, stack, news } = await bought(t, { pendingTransitionReads: 6 });
        const { subscription: state, id = "" } = stack;
        assert.ok(state);
        const hurried = shop.client();
        Object.defineProperty(hurried, "deadline", { value: Date.now() });
        await assert.rejects(
            subscriptionLifecycle.update(id, state, news, hurried, () => {}),
            /^PartnerCenterError: productId: "mail" .* still shows it as Microsoft 365 Business Basic.*asks for nothing a second time/,
        );
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), ["POST transitions"]);
        assert.equal(stack.subscription?.productId, e5.productId);
    });

    it("that comes to nothing is told with its reason, and asked for again by the next run", async (t) => {
        const { shop, stack, news } = await bought(t, { pendingTransitionReads: 3 });
        const id = stack.id ?? "";
        const run = failureOf(() => up(shop, stack, news));
        while (subscriptionsOf(shop)[0]?.transitions === undefined) await sleep(10);
        shop.simulator.portal.failTransition(shop.customerId, id, "A seat is in use.");
        assert.match(
            (await run).message,
            /has not become CFQ7TTC0LF8S.*: A seat is in use\. It is as it was/,
        );
        assert.equal(stack.subscription?.productId, "CFQ7TTC0LH18");
        await up(shop, stack, news);
        assert.equal(stack.subscription?.productId, e5.productId);
        assert.deepEqual(linesOf(shop), ["POST transitions", "POST transitions"]);
    });
});
