import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { subscriptionLifecycle } from "../../../../provider/subscription/lifecycle";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { destroy, licences, shopFor } from "../shop";
import { bought, day, heldBy, writesOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("the end of a subscription", () => {
    it("is refused by prevent, and is nothing to the service with retain", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.forgetRequests();
        await assert.rejects(
            destroy(shop, stack, "prevent"),
            /is not removed.*"retain".*"suspend".*"cancel"/s,
        );
        await destroy(shop, stack, "retain");
        assert.deepEqual(shop.simulator.requests, []);
    });

    it("is a suspension with suspend, once", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        await destroy(shop, stack, "suspend");
        assert.equal(heldBy(shop)?.status, "suspended");
        shop.simulator.forgetRequests();
        await destroy(shop, stack, "suspend");
        assert.deepEqual(writesOf(shop), []);
    });

    it("is a cancellation with cancel, within its window; that it is over already is success", async (t) => {
        for (const cancelledSubscription of ["deleted", "404"] as const) {
            const shop = await shopFor(t, { uncertain: { cancelledSubscription } });
            const stack = await bought(shop, licences(shop.customerId));
            await destroy(shop, stack, "cancel");
            assert.equal(heldBy(shop)?.status, "deleted");
            await destroy(shop, stack, "cancel");
            await destroy(shop, stack, "suspend");
        }
    });

    for (const policy of ["suspend", "cancel"] as const) {
        it(`is waited for, until ${policy} is shown`, async (t) => {
            const shop = await shopFor(t);
            const stack = await bought(shop, licences(shop.customerId));
            const id = heldBy(shop)?.id ?? "";
            shop.simulator.misbehave({ on: { method: "PATCH" }, status: 202, body: "" });
            shop.simulator.forgetRequests();
            const ending = destroy(shop, stack, policy);
            while (writesOf(shop).length === 0) await sleep(5);
            shop.simulator.portal[`${policy}Subscription`](shop.customerId, id);
            await ending;
            assert.deepEqual(writesOf(shop), ["PATCH subscriptions/ID"]);
            assert.equal(shop.simulator.requests.at(-1)?.method, "GET");
        });

        it(`that was accepted for ${policy} and is not shown is no success: it would be paid for`, async (t) => {
            const shop = await shopFor(t);
            const { id = "", subscription } = await bought(shop, licences(shop.customerId));
            assert.ok(subscription);
            shop.simulator.misbehave({ on: { method: "PATCH" }, status: 202, body: "" });
            const hurried = shop.client();
            Object.defineProperty(hurried, "deadline", { value: Date.now() });
            await assert.rejects(
                subscriptionLifecycle.delete(
                    id,
                    { ...subscription, deletionPolicy: policy },
                    () => hurried,
                    () => {},
                ),
                /accepted the end of the subscription .* still shows it as active.*Run the operation again/,
            );
        });

        it(`whose answer was lost counts for ${policy}, also where the next attempt is refused`, async (t) => {
            const shop = await shopFor(t);
            const stack = await bought(shop, licences(shop.customerId));
            shop.simulator.misbehave({
                on: { method: "PATCH" },
                status: 400,
                body: { code: 2011 },
                afterWork: true,
            });
            await destroy(shop, stack, policy);
        });
    }

    it("against an outdated etag is made once more, against the newer subscription", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.misbehave({ on: { method: "PATCH" }, status: 412, body: {} });
        await destroy(shop, stack, "suspend");
        assert.equal(heldBy(shop)?.status, "suspended");
    });

    it("that the service did not look at does not advise against cancelling", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.misbehave({ on: { method: "PATCH" }, status: 401, body: {}, times: 9 });
        const failure = await failureOf(() => destroy(shop, stack, "cancel"));
        assert.match(failure.message, /HTTP 401/);
        assert.doesNotMatch(failure.message, /can be cancelled until/);
    });

    it("after the window is refused with the dates and the ways that are left, and not sent", async (t) => {
        const shop = await shopFor(t, { now: () => Date.now() - 8 * day });
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.forgetRequests();
        const failure = await failureOf(() => destroy(shop, stack, "cancel"));
        assert.match(
            failure.message,
            /that was possible until 20.*bound until 20.*"suspend" or "retain"/s,
        );
        assert.deepEqual(writesOf(shop), []);
    });

    it("that the service refuses is told with its words and those ways", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.misbehave({ on: { method: "PATCH" }, status: 400, body: { code: 800096 } });
        await assert.rejects(
            destroy(shop, stack, "cancel"),
            /800096.*can be cancelled until.*"suspend"/s,
        );
    });
});
