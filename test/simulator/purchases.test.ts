import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator, SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, simulatorFor } from "./harness";
import { agreedCustomer, azurePlan, businessBasic, buy, cartOf, day, mail } from "./purchasing";

async function patch(simulator: Simulator, id: string, subscription: string, change: object) {
    const line = `/v1/customers/${id}/subscriptions/${subscription}`;
    const { body } = await call(simulator, `GET ${line}`);
    return await call(simulator, `PATCH ${line}`, { body: { ...(body as object), ...change } });
}

test("the catalogue tells SKUs with their limits, and availabilities with their terms", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const sku = `/v1/customers/${id}/products/CFQ7TTC0LH18/skus/0001`;
    const { body } = await call(simulator, `GET ${sku}`);
    assert.deepEqual(
        [at(body, "title"), at(body, "minimumQuantity"), at(body, "maximumQuantity")],
        ["Microsoft 365 Business Basic", 1, 300],
    );
    const list = await call(simulator, `GET ${sku}/availabilities`);
    assert.equal(at(list.body, "items.0.catalogItemId"), businessBasic);
    assert.deepEqual(
        (at(list.body, "items.0.terms") as { duration: string; billingCycle: string }[]).map(
            ({ duration, billingCycle }) => `${duration} ${billingCycle}`,
        ),
        ["P1M Monthly", "P1Y Monthly", "P1Y Annual"],
    );
    for (const [path, code] of [
        [`/v1/customers/${id}/products/NOTHING/skus/0001`, 400013],
        [`/v1/customers/${id}/products/CFQ7TTC0LH18/skus/9999`, 400018],
    ] as const) {
        const answer = await call(simulator, `GET ${path}`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [404, code]);
    }
});

test("a cart buys nothing, tells prices, and marks the lines that it cannot hold", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const body = {
        LineItems: [
            mail,
            { ...mail, catalogItemId: "CFQ7TTC0LH18:0001:OUTDATED" },
            { ...mail, termDuration: "P3Y" },
            { ...mail, quantity: 301 },
            { ...mail, quantity: 26 },
        ],
    };
    const answer = await call(simulator, `POST /v1/customers/${id}/carts`, { body });
    assert.equal(answer.status, 201);
    const lines = at(answer.body, "lineItems") as object[];
    assert.equal(at(lines[0], "pricing.extendedPrice"), 30);
    assert.deepEqual(
        lines.slice(1).map((line) => at(line, "error.errorCode")),
        [
            "CatalogItemIdIsNotValid",
            "InvalidInput",
            "MaxAllowedSeatsPerSubscriptionExceeded",
            "SandboxLimitExceeded",
        ],
    );
    assert.deepEqual(simulator.customers[0]?.orders, []);
    assert.deepEqual(simulator.customers[0]?.subscriptions, []);
});

test("a cart is bought once, whatever a second checkout answers", async (t) => {
    for (const [repeatedCheckout, status, code] of [
        ["reiterated", 201, undefined],
        ["400-800065", 400, 800065],
        ["409-800060", 409, 800060],
    ] as const) {
        const { simulator, id } = await agreedCustomer(t, { uncertain: { repeatedCheckout } });
        const cart = await cartOf(simulator, id);
        const line = `POST /v1/customers/${id}/carts/${cart}/checkout`;
        const first = await call(simulator, line);
        const second = await call(simulator, line);
        assert.deepEqual([second.status, at(second.body, "code")], [status, code]);
        if (code === undefined) assert.deepEqual(second.body, first.body);
        assert.equal(simulator.customers[0]?.orders.length, 1);
        assert.equal(simulator.customers[0]?.subscriptions.length, 1);
        const { body } = await call(simulator, `GET /v1/customers/${id}/carts/${cart}`);
        assert.equal(at(body, "status"), "Ordered");
    }
});

test("nothing is bought without the agreement, as a status or among the order errors", async (t) => {
    for (const refusedCheckout of ["status", "orderErrors"] as const) {
        const simulator = await simulatorFor(t, { uncertain: { refusedCheckout } });
        const id = await createCustomer(simulator);
        const cart = await cartOf(simulator, id);
        const line = `POST /v1/customers/${id}/carts/${cart}/checkout`;
        const { status, body } = await call(simulator, line);
        assert.deepEqual(
            [status, at(body, refusedCheckout === "status" ? "code" : "orderErrors.0.code")],
            [refusedCheckout === "status" ? 403 : 201, 13605],
        );
        assert.deepEqual(simulator.customers[0]?.orders, []);
        // The same cart can be bought as soon as the customer has agreed.
        simulator.portal.signAgreement(id);
        assert.equal((await call(simulator, line)).status, 201);
        assert.equal(simulator.customers[0]?.orders.length, 1);
    }
});

test("nothing is bought for a customer whom the vetting does not allow", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const cart = await cartOf(simulator, id);
    for (const [status, code] of [
        ["UnderReview", 800073],
        ["NotAllowed", 800075],
    ] as const) {
        simulator.portal.setAccountStatus(id, status);
        const answer = await call(simulator, `POST /v1/customers/${id}/carts/${cart}/checkout`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [403, code]);
    }
    simulator.portal.setAccountStatus(id, "Allowed");
    assert.equal(
        (await call(simulator, `POST /v1/customers/${id}/carts/${cart}/checkout`)).status,
        201,
    );
});

test("a cart is gone after seven days, a bought one only perhaps", async (t) => {
    for (const orderedCartAfterExpiry of ["kept", "404-800008"] as const) {
        const { simulator, id, clock } = await agreedCustomer(t, {
            uncertain: { orderedCartAfterExpiry },
        });
        const [bought, unsold] = [await cartOf(simulator, id), await cartOf(simulator, id)];
        await call(simulator, `POST /v1/customers/${id}/carts/${bought}/checkout`);
        clock.now += 7 * day;
        const statusOf = async (cart: string) =>
            (await call(simulator, `GET /v1/customers/${id}/carts/${cart}`)).status;
        assert.equal(await statusOf(unsold), 404);
        assert.equal(await statusOf(bought), orderedCartAfterExpiry === "kept" ? 200 : 404);
    }
});

test("an order is pending for some reads, and its subscription not there until then", async (t) => {
    const { simulator, id } = await agreedCustomer(t, { pendingOrderReads: 2 });
    const cart = await cartOf(simulator, id);
    const placed = await call(simulator, `POST /v1/customers/${id}/carts/${cart}/checkout`);
    const path = `/v1/customers/${id}/orders/${at(placed.body, "orders.0.id")}`;
    const subscription = simulator.customers[0]?.subscriptions[0]?.id;
    assert.equal(at(placed.body, "orders.0.status"), "pending");
    const read = `GET /v1/customers/${id}/subscriptions/${subscription}`;
    assert.equal((await call(simulator, read)).status, 404);
    for (let read = 0; read < 2; read += 1) {
        assert.equal(at((await call(simulator, `GET ${path}`)).body, "status"), "pending");
    }
    const { body } = await call(simulator, `GET ${path}`);
    assert.equal(at(body, "status"), "completed");
    assert.equal(at(body, "lineItems.0.subscriptionId"), subscription);
    assert.equal((await call(simulator, read)).status, 200);
});

test("orders and subscriptions may be missing in lists, and not by their ids", async (t) => {
    const { simulator, id, clock } = await agreedCustomer(t, {
        uncertain: { ordersListedAfterMs: 15 * 60_000 },
    });
    const subscription = await buy(simulator, id);
    const counts = async () =>
        await Promise.all(
            ["orders", "subscriptions"].map(async (list) => {
                const { body } = await call(simulator, `GET /v1/customers/${id}/${list}`);
                return at(body, "totalCount");
            }),
        );
    assert.deepEqual(await counts(), [0, 0]);
    const read = `GET /v1/customers/${id}/subscriptions/${subscription}`;
    assert.equal((await call(simulator, read)).status, 200);
    clock.now += 15 * 60_000;
    assert.deepEqual(await counts(), [1, 1]);
});

test("licences are given back for seven days after they were bought, each for its own", async (t) => {
    const { simulator, id, clock } = await agreedCustomer(t);
    const subscription = await buy(simulator, id);
    clock.now += 5 * day;
    assert.equal((await patch(simulator, id, subscription, { quantity: 8 })).status, 200);
    clock.now += 3 * day;
    const tooFew = await patch(simulator, id, subscription, { quantity: 4 });
    assert.deepEqual([tooFew.status, at(tooFew.body, "code")], [400, 800090]);
    const fewer = await patch(simulator, id, subscription, { quantity: 5 });
    assert.deepEqual([fewer.status, at(fewer.body, "quantity")], [200, 5]);
});

test("what a change may not do is refused with its code", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const licence = await buy(simulator, id);
    const plan = await buy(simulator, id, {
        catalogItemId: azurePlan,
        quantity: 1,
        billingCycle: "one_time",
    });
    for (const [subscription, change, code] of [
        [licence, { quantity: 301 }, 2002],
        [licence, { billingCycle: "annual" }, 2054],
        [licence, { status: "expired" }, 800002],
        [plan, { autoRenewEnabled: true }, 800093],
    ] as const) {
        const answer = await patch(simulator, id, subscription, change);
        assert.deepEqual([answer.status, at(answer.body, "code")], [400, code]);
    }
    assert.equal((await patch(simulator, id, licence, { status: "suspended" })).status, 200);
    const suspended = await patch(simulator, id, licence, { quantity: 6 });
    assert.equal(at(suspended.body, "code"), 800091);
    assert.equal((await patch(simulator, id, licence, { status: "active" })).status, 200);
});

test("autoRenewEnabled that is left out is lost", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const subscription = await buy(simulator, id);
    const path = `/v1/customers/${id}/subscriptions/${subscription}`;
    const { body } = await call(simulator, `PATCH ${path}`, { body: { quantity: 5 } });
    assert.equal(at(body, "autoRenewEnabled"), false);
});

test("a subscription is cancelled within its window, and cannot change after it", async (t) => {
    const { simulator, id, clock } = await agreedCustomer(t);
    const [early, late] = [await buy(simulator, id), await buy(simulator, id)];
    assert.equal((await patch(simulator, id, early, { status: "deleted" })).status, 200);
    const again = await patch(simulator, id, early, { status: "active" });
    assert.equal(at(again.body, "code"), 2011);
    clock.now += 7 * day;
    const refused = await patch(simulator, id, late, { status: "deleted" });
    assert.deepEqual([refused.status, at(refused.body, "code")], [400, 800096]);
});

test("a change with an outdated etag is refused, where there are etags", async (t) => {
    const { simulator, id } = await agreedCustomer(t, {
        uncertain: { subscriptionEtag: "present" },
    });
    const subscription = await buy(simulator, id);
    const path = `/v1/customers/${id}/subscriptions/${subscription}`;
    const { body } = await call(simulator, `GET ${path}`);
    simulator.portal.changeQuantity(id, subscription, 6);
    const headers = { "if-match": `"${at(body, "attributes.etag")}"` };
    assert.equal((await call(simulator, `PATCH ${path}`, { body, headers })).status, 412);
});

test("an Azure plan comes with an Azure subscription", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const line = { catalogItemId: azurePlan, quantity: 1, billingCycle: "one_time" };
    const plan = await buy(simulator, id, line);
    const path = `/v1/customers/${id}/subscriptions/${plan}/azureEntitlements`;
    const { body } = await call(simulator, `GET ${path}`);
    assert.equal(at(body, "totalCount"), 1);
    assert.match(String(at(body, "items.0.id")), /^[0-9a-f-]{36}$/);
});

test("a bought subscription stands in the way of the end of the relationship", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const subscription = await buy(simulator, id);
    const body = { relationshipToPartner: "none" };
    assert.equal((await call(simulator, `PATCH /v1/customers/${id}`, { body })).status, 400);
    await patch(simulator, id, subscription, { status: "suspended" });
    assert.equal((await call(simulator, `PATCH /v1/customers/${id}`, { body })).status, 200);
});

test("the other clouds sell without the agreement, which they do not have", async (t) => {
    const simulator = await simulatorFor(t, { cloud: "usGov" });
    await buy(simulator, await createCustomer(simulator));
});

test("a reseller on record is one of the partner's own", async (t) => {
    const errorOf = async (options: SimulatorOptions, value: string) => {
        const { simulator, id } = await agreedCustomer(t, options);
        const participants = [{ key: "transaction_reseller", value }];
        const body = { lineItems: [{ ...mail, participants }] };
        const answer = await call(simulator, `POST /v1/customers/${id}/carts`, { body });
        return at(answer.body, "lineItems.0.error.errorCode");
    };
    assert.equal(await errorOf({}, "4847383"), undefined);
    assert.equal(await errorOf({}, "1"), "InvalidInput");
    const direct = { partner: { kind: "direct" } } as const;
    assert.equal(await errorOf(direct, "4847383"), "ParticipantsIsNotSupportedForPartner");
});

test("the sandbox's limit of subscriptions counts the lines of the cart itself", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const body = { lineItems: Array.from({ length: 6 }, () => mail) };
    const { body: cart } = await call(simulator, `POST /v1/customers/${id}/carts`, { body });
    const codes = [4, 5].map((line) => at(cart, `lineItems.${line}.error.errorCode`));
    assert.deepEqual(codes, [undefined, "SandboxLimitExceeded"]);
});

test("a cart tells when it was changed last", async (t) => {
    const { simulator, id, clock } = await agreedCustomer(t);
    const path = `/v1/customers/${id}/carts/${await cartOf(simulator, id)}`;
    clock.now += day;
    await call(simulator, `PUT ${path}`, { body: { lineItems: [{ ...mail, quantity: 7 }] } });
    const { body } = await call(simulator, `GET ${path}`);
    assert.deepEqual(
        [at(body, "creationTimestamp"), at(body, "lastModifiedTimestamp")],
        ["2026-11-24T10:00:00.000Z", "2026-11-25T10:00:00.000Z"],
    );
});

test("a quantity is a whole number", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const subscription = await buy(simulator, id);
    for (const [quantity, code] of [
        ["many", 800002],
        [5.5, 2002],
    ] as const) {
        const answer = await patch(simulator, id, subscription, { quantity });
        assert.deepEqual([answer.status, at(answer.body, "code")], [400, code]);
    }
    assert.equal(simulator.customers[0]?.subscriptions[0]?.purchase?.quantity, 5);
});

test("a subscription of the former commerce changes its licences, and has an etag of its own", async (t) => {
    const { simulator, id } = await agreedCustomer(t);
    const subscription = simulator.portal.addSubscription(id, { offerName: "Exchange" });
    const line = `/v1/customers/${id}/subscriptions/${subscription}`;
    const read = async () => (await call(simulator, `GET ${line}`)).body as object;
    const before = await read();
    simulator.portal.changeBillingProfile(id, { email: "other@example.com" });
    assert.deepEqual(await read(), before);
    const changed = await patch(simulator, id, subscription, { quantity: 3 });
    assert.deepEqual([changed.status, at(changed.body, "quantity")], [200, 3]);
    assert.equal(at(await read(), "quantity"), 3);
    const late = await call(simulator, `PATCH ${line}`, { body: { ...before, quantity: 4 } });
    assert.equal(late.status, 412);
    assert.equal((await patch(simulator, id, subscription, { quantity: 0 })).status, 400);
});
