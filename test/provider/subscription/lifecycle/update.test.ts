import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { IncompleteResource } from "../../../../provider/lifecycle/incomplete";
import { isTransition } from "../../../../provider/subscription/identity";
import { subscriptionLifecycle } from "../../../../provider/subscription/lifecycle";
import type {
    SubscriptionInputs,
    SubscriptionState,
} from "../../../../provider/subscription/shapes";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { licences, refresh, shopFor, up } from "../shop";
import { bought, day, heldBy, writesOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a change", () => {
    it("is one PATCH of the whole subscription, in which nothing else is lost", async (t) => {
        const shop = await shopFor(t, { uncertain: { subscriptionEtag: "present" } });
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.forgetRequests();
        await up(shop, stack, licences(shop.customerId, { quantity: 8, friendlyName: "post" }));
        assert.deepEqual(writesOf(shop), ["PATCH subscriptions/ID"]);
        assert.equal(heldBy(shop)?.purchase?.autoRenewEnabled, true);
        const { headers } = shop.simulator.requests.at(-1) ?? {};
        assert.match(headers?.["if-match"] ?? "", /^"-?\d+"$/);
    });

    it("of what is suspended reactivates it first; suspending comes last", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId, { status: "suspended" }));
        await up(shop, stack, licences(shop.customerId, { status: "active", quantity: 6 }));
        await up(shop, stack, licences(shop.customerId, { status: "suspended", quantity: 7 }));
        assert.deepEqual(
            [heldBy(shop)?.status, heldBy(shop)?.purchase?.quantity],
            ["suspended", 7],
        );
    });

    it("to fewer licences than can be given back is refused with the numbers, and not sent", async (t) => {
        const shop = await shopFor(t, { now: () => Date.now() - 8 * day });
        const stack = await bought(shop, licences(shop.customerId));
        shop.simulator.forgetRequests();
        await assert.rejects(
            up(shop, stack, licences(shop.customerId, { quantity: 4 })),
            /has 5, of which 0 can be given back now.*Set quantity to 5 or more/s,
        );
        assert.deepEqual(writesOf(shop), []);
    });

    it("against an outdated etag is made once more, against the newer subscription", async (t) => {
        for (const staleEtag of ["412", "2055"] as const) {
            const shop = await shopFor(t, {
                uncertain: { subscriptionEtag: "present", staleEtag },
            });
            const stack = await bought(shop, licences(shop.customerId));
            const body = staleEtag === "412" ? {} : { code: 2055 };
            const status = staleEtag === "412" ? 412 : 400;
            shop.simulator.misbehave({ on: { method: "PATCH" }, status, body });
            await up(shop, stack, licences(shop.customerId, { quantity: 6 }));
            assert.equal(heldBy(shop)?.purchase?.quantity, 6);
        }
    });

    it("in the portal is shown by a refresh; what the program does not say is no difference", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        const id = heldBy(shop)?.id ?? "";
        shop.simulator.portal.suspendSubscription(shop.customerId, id);
        await refresh(shop, stack);
        const { subscription } = stack;
        assert.ok(subscription);
        assert.equal(subscription.status, "suspended");
        assert.deepEqual(subscription.suspensionReasons, ["CustomerCancellation"]);
        const diff = (inputs: SubscriptionInputs) =>
            subscriptionLifecycle.diff(id, subscription, inputs);
        assert.equal(diff(licences(shop.customerId)).changes, false);
        assert.equal(diff(licences(shop.customerId, { status: "active" })).changes, true);
        shop.simulator.portal.changeQuantity(shop.customerId, id, 6);
        await refresh(shop, stack);
        assert.equal(stack.subscription?.quantity, 6);
    });

    it("of term or offer by a renewal or an upgrade in the portal buys nothing anew", async (t) => {
        const shop = await shopFor(t);
        const stack = await bought(shop, licences(shop.customerId));
        const { subscription } = stack;
        assert.ok(subscription);
        const upgraded = {
            offerId: "CFQ7TTC0LDPB:0001:X",
            termDuration: "P3Y",
            billingCycle: "annual",
        };
        const held = await shop
            .client()
            .subscriptions.get(shop.customerId, subscription.subscriptionId);
        const client = { subscriptions: { get: async () => ({ ...held, ...upgraded }) } };
        const read = await subscriptionLifecycle.read(
            subscription.subscriptionId,
            subscription,
            client as never,
        );
        assert.ok(read);
        assert.deepEqual(
            subscriptionLifecycle.diff(read.subscriptionId, read, licences(shop.customerId)),
            { changes: false, replaces: [] },
        );
    });
});

describe("a change that is not shown in time", () => {
    it("keeps what was bought as it was declared, whatever became of it elsewhere", async (t) => {
        const shop = await shopFor(t, { uncertain: { subscriptionChange: "202" } });
        const { id = "", subscription } = await bought(shop, licences(shop.customerId));
        assert.ok(subscription);
        await shop.client().transitions.start(shop.customerId, id, {
            toCatalogItemId: "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5",
            quantity: 5,
            transitionType: "transition_only",
        });
        const hurried = shop.client();
        Object.defineProperty(hurried, "deadline", { value: Date.now() });
        const news = licences(shop.customerId, { quantity: 6 });
        const failure = await failureOf(() =>
            subscriptionLifecycle.update(id, subscription, news, hurried, () => {}),
        );
        assert.ok(failure instanceof IncompleteResource);
        assert.match(failure.message, /still shows quantity as it was/);
        assert.equal(isTransition(failure.state as SubscriptionState, news), false);
    });
});
