import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { cartLifecycle } from "../../../provider/cart/lifecycle";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { isTransition } from "../../../provider/subscription/identity";
import { subscriptionLifecycle } from "../../../provider/subscription/lifecycle";
import type { SubscriptionInputs, SubscriptionState } from "../../../provider/subscription/shapes";
import { failureOf } from "../fixtures";
import { trustedCertificate } from "../partnercenter/trust";
import {
    azurePlan,
    destroy,
    licences,
    ordersOf,
    refresh,
    type Shop,
    type Stack,
    shopFor,
    up,
} from "./shop";

const day = 24 * 60 * 60 * 1000;

before(async () => {
    await trustedCertificate();
});

/** Writes that the simulator got, without those that read. */
function writesOf({ simulator }: Shop): string[] {
    return simulator.requests
        .filter(({ method }) => method !== "GET")
        .map(
            ({ method, path }) =>
                `${method} ${path
                    .split("/")
                    .slice(4)
                    .join("/")
                    .replace(/[0-9a-f-]{36}/, "ID")}`,
        );
}

function heldBy({ simulator }: Shop, index = 0) {
    return simulator.customers[0]?.subscriptions[index];
}

async function bought(shop: Shop, inputs: SubscriptionInputs): Promise<Stack> {
    const stack: Stack = {};
    await up(shop, stack, inputs);
    return stack;
}

describe("an order", () => {
    it("is a cart and its checkout, and the state tells what was bought", async (t) => {
        const shop = await shopFor(t);
        const { subscription } = await bought(
            shop,
            licences(shop.customerId, { partnerIdOnRecord: "4847383" }),
        );
        assert.deepEqual(writesOf(shop), ["POST carts", "POST carts/ID/checkout"]);
        const held = heldBy(shop);
        assert.ok(held?.purchase);
        assert.deepEqual(subscription, {
            ...licences(shop.customerId, { partnerIdOnRecord: "4847383" }),
            catalogItemId: "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
            cartId: shop.simulator.customers[0]?.carts[0]?.id,
            subscriptionId: held.id,
            orderId: held.orderId,
            offerName: "Microsoft 365 Business Basic",
            status: "active",
            autoRenewEnabled: true,
            effectiveStartDate: held.createdAt,
            commitmentEndDate: held.purchase.endsAt,
            cancellationAllowedUntilDate: held.purchase.cancellationAllowedUntil,
        });
        assert.equal(held.purchase.resellerPartnerId, "4847383");
    });

    it("of an Azure plan brings an Azure subscription", async (t) => {
        const shop = await shopFor(t);
        const { subscription } = await bought(shop, azurePlan(shop.customerId));
        assert.deepEqual(subscription?.azureSubscriptionIds, [
            heldBy(shop)?.purchase?.azureSubscriptionId,
        ]);
        assert.equal(subscription?.termDuration, undefined);
    });

    it("takes what is declared by now into the cart, also if the cart was made for other numbers", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        shop.simulator.misbehave({
            on: { path: "/checkout$" },
            status: 403,
            body: { code: 800020 },
        });
        await assert.rejects(up(shop, stack, licences(shop.customerId)), /800020/);
        await up(shop, stack, licences(shop.customerId, { quantity: 9, friendlyName: "post" }));
        assert.equal(heldBy(shop)?.purchase?.quantity, 9);
        assert.equal(heldBy(shop)?.friendlyName, "post");
        assert.equal(shop.simulator.customers[0]?.carts.length, 1);
    });

    it("is brought to what is declared beyond the cart: renewal and status", async (t) => {
        const shop = await shopFor(t);
        const inputs = licences(shop.customerId, { autoRenewEnabled: false, status: "suspended" });
        const { subscription } = await bought(shop, inputs);
        assert.deepEqual(
            [subscription?.autoRenewEnabled, subscription?.status],
            [false, "suspended"],
        );
        assert.equal(heldBy(shop)?.status, "suspended");
    });

    it("whose subscription could not be brought there is kept, and completed by the next run", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        const inputs = licences(shop.customerId, { autoRenewEnabled: false });
        shop.simulator.misbehave({ on: { method: "PATCH" }, status: 403, body: { code: 900150 } });
        const failure = await failureOf(() => up(shop, stack, inputs));
        assert.ok(failure instanceof IncompleteResource);
        assert.match(failure.message, /is there, but is not yet as it is declared.*900150/s);
        assert.equal(stack.subscription?.subscriptionId, heldBy(shop)?.id);
        await up(shop, stack, inputs);
        assert.equal(heldBy(shop)?.purchase?.autoRenewEnabled, false);
        assert.equal(ordersOf(shop), 1);
    });

    it("without the agreement is refused with the way to it, and the same cart serves later", async (t) => {
        for (const refusedCheckout of ["status", "orderErrors"] as const) {
            const shop = await shopFor(t, { uncertain: { refusedCheckout } });
            const { id } = await shop
                .client()
                .createCustomer(await otherCustomer(shop), "5b1c7a90-3d2e-5f4a-8b6c-7d8e9f0a1b2c");
            const stack: Stack = {};
            await assert.rejects(
                up(shop, stack, licences(id)),
                /13605.*CustomerAgreement.*dependsOn/s,
            );
            shop.simulator.portal.signAgreement(id);
            await up(shop, stack, licences(id));
            assert.equal(shop.simulator.customers.find((one) => one.id === id)?.carts.length, 1);
        }
    });

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

    it("waits for its subscription, and says so", async (t) => {
        const shop = await shopFor(t, { pendingOrderReads: 2 });
        const { subscription } = await bought(shop, licences(shop.customerId));
        assert.equal(subscription?.subscriptionId, heldBy(shop)?.id);
        assert.match(shop.told.join(), /is placed; waiting for its subscription/);
    });
});

describe("a takeover", () => {
    it("orders nothing, and writes what differs", async (t) => {
        const shop = await shopFor(t);
        await bought(shop, licences(shop.customerId));
        const existingSubscriptionId = heldBy(shop)?.id ?? "";
        shop.simulator.forgetRequests();
        const { subscription } = await bought(
            shop,
            licences(shop.customerId, { existingSubscriptionId, quantity: 6 }),
        );
        assert.deepEqual(writesOf(shop), ["PATCH subscriptions/ID"]);
        assert.equal(subscription?.quantity, 6);
    });

    it("of another purchase is refused, and changes nothing", async (t) => {
        const shop = await shopFor(t);
        await bought(shop, licences(shop.customerId));
        const existingSubscriptionId = heldBy(shop)?.id ?? "";
        for (const other of [{ skuId: "0002" }, { termDuration: "P1M" as const }]) {
            await assert.rejects(
                up(
                    shop,
                    {},
                    licences(shop.customerId, { existingSubscriptionId, quantity: 9, ...other }),
                ),
                /is another purchase.*Nothing was changed/,
            );
        }
        assert.equal(heldBy(shop)?.purchase?.quantity, 5);
    });
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

/** A customer who has accepted nothing. */
async function otherCustomer({ simulator, client }: Shop) {
    const held = await client().getCustomer(simulator.customers[0]?.id ?? "");
    const { id: _, attributes: __, ...billingProfile } = held.billingProfile ?? {};
    return { companyProfile: { domain: "fabrikam.onmicrosoft.com" }, billingProfile };
}
