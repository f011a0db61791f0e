import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator } from "../../simulator/index";
import { at, call } from "./harness";
import { agreedCustomer, azurePlan, businessBasic, buy } from "./purchasing";

const e5 = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5";

const wish = {
    toCatalogItemId: e5,
    quantity: 5,
    transitionType: "transition_only",
};

async function boughtBy(
    t: Parameters<typeof agreedCustomer>[0],
    options: Parameters<typeof agreedCustomer>[1] = {},
) {
    const { simulator, id, clock } = await agreedCustomer(t, options);
    const subscription = await buy(simulator, id);
    const line = `/v1/customers/${id}/subscriptions/${subscription}`;
    return { simulator, id, clock, subscription, line };
}

async function refusal(simulator: Simulator, line: string, change: object) {
    const body = { ...wish, ...change };
    const answer = await call(simulator, `POST ${line}/transitions`, { body });
    return [answer.status, at(answer.body, "code")];
}

test("what a subscription can become is listed, with and without its licences", async (t) => {
    const { simulator, id, subscription, line } = await boughtBy(t);
    const eligibilities = `GET ${line}/transitionEligibilities?eligibilityType=immediate`;
    const { body } = await call(simulator, eligibilities);
    assert.deepEqual(
        ["items.0.catalogItemId", "items.0.quantity", "totalCount"].map((path) => at(body, path)),
        [e5, 5, 1],
    );
    const details = async () => {
        const answer = await call(simulator, eligibilities);
        const list = at(answer.body, "items.0.eligibilities") as { isEligible: boolean }[];
        return list.map(({ isEligible }) => isEligible);
    };
    assert.deepEqual(await details(), [true, true]);
    const other = { catalogItemId: e5, quantity: 1, billingCycle: "monthly", termDuration: "P1Y" };
    await buy(simulator, id, other);
    assert.deepEqual(await details(), [true, false], "the same services are there already");
    simulator.portal.suspendSubscription(id, subscription);
    assert.deepEqual(await details(), [false, false]);
    const plan = await buy(simulator, id, {
        catalogItemId: azurePlan,
        quantity: 1,
        billingCycle: "one_time",
    });
    const none = `GET /v1/customers/${id}/subscriptions/${plan}/transitioneligibilities`;
    assert.equal(at((await call(simulator, none)).body, "totalCount"), 0);
});

test("a transition of all licences keeps the subscription, its end and its id; an application may ask for it", async (t) => {
    const { simulator, clock, subscription, line } = await boughtBy(t);
    const before = await call(simulator, `GET ${line}`);
    clock.now += 60_000;
    const token = simulator.issueToken({ kind: "app" });
    const answer = await call(simulator, `POST ${line}/transitions`, { body: wish, token });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(at(answer.body, "Events.0.status"), "Started ");
    const { body } = await call(simulator, `GET ${line}`);
    assert.deepEqual(
        ["id", "offerId", "quantity", "commitmentEndDate"].map((path) => at(body, path)),
        [subscription, e5, 5, at(before.body, "commitmentEndDate")],
    );
    assert.equal(at(body, "refundableQuantity"), undefined, "nothing can be given back");
    const history = await call(simulator, `GET ${line}/transitions`);
    assert.equal(at(history.body, "items.0.fromCatalogItemId"), businessBasic);
    assert.equal(at(history.body, "items.0.Events.1.status"), "Completed");
    assert.equal(at(history.body, "items.0.toSubscriptionId"), undefined);
});

test("a transition of some licences makes another subscription, and so does one of all, if so chosen", async (t) => {
    const partial = await boughtBy(t);
    await call(partial.simulator, `POST ${partial.line}/transitions`, {
        body: { ...wish, quantity: 2 },
    });
    const quantities = (simulator: Simulator) =>
        simulator.customers[0]?.subscriptions.map(
            ({ status, purchase }) => `${purchase?.catalogItemId} ${purchase?.quantity} ${status}`,
        );
    assert.deepEqual(quantities(partial.simulator), [
        `${businessBasic} 3 active`,
        `${e5} 2 active`,
    ]);
    const another = await boughtBy(t, { uncertain: { transitionedSubscription: "another" } });
    await call(another.simulator, `POST ${another.line}/transitions`, { body: wish });
    assert.deepEqual(quantities(another.simulator), [
        `${businessBasic} 5 deleted`,
        `${e5} 5 active`,
    ]);
    const { body } = await call(another.simulator, `GET ${another.line}/transitions`);
    assert.equal(
        at(body, "items.0.toSubscriptionId"),
        another.simulator.customers[0]?.subscriptions[1]?.id,
    );
});

test("a transition may take its time, admits no other one, and may come to nothing", async (t) => {
    const { simulator, id, subscription, line } = await boughtBy(t, { pendingTransitionReads: 2 });
    await call(simulator, `POST ${line}/transitions`, { body: wish });
    assert.deepEqual(await refusal(simulator, line, {}), [409, 900278]);
    assert.equal(at((await call(simulator, `GET ${line}`)).body, "offerId"), businessBasic);
    simulator.portal.failTransition(id, subscription, "A seat is in use.");
    const { body } = await call(simulator, `GET ${line}/transitions`);
    assert.deepEqual(
        [at(body, "items.0.Events.1.status"), at(body, "items.0.Events.1.errors.0.description")],
        ["Failed", "A seat is in use."],
    );
    await call(simulator, `POST ${line}/transitions`, { body: wish });
    const statuses = [];
    for (let read = 0; read < 3; read += 1) {
        const history = await call(simulator, `GET ${line}/transitions`);
        statuses.push(at(history.body, "items.1.Events.1.status"));
    }
    assert.deepEqual(statuses, [undefined, undefined, "Completed"]);
    assert.equal(at((await call(simulator, `GET ${line}`)).body, "offerId"), e5);
});

test("what is not eligible is refused with the documentation's codes", async (t) => {
    const { simulator, id, subscription, line } = await boughtBy(t);
    for (const [change, expected] of [
        [{ toCatalogItemId: azurePlan }, [400, 800002]],
        [{ toCatalogItemId: undefined }, [400, 800002]],
        [{ transitionType: "some" }, [400, 800002]],
        [{ quantity: 6 }, [400, 2002]],
        [{ quantity: 0 }, [400, 2002]],
        [{ termDuration: "P1M" }, [400, 900267]],
        [{ termDuration: "P2Y" }, [400, 900267]],
        [{ billingCycle: "triennial" }, [400, 900270]],
        [{ termDuration: "P3Y" }, [400, 900269]],
        [{ toSubscriptionId: subscription }, [501, 0]],
    ] as const) {
        assert.deepEqual(await refusal(simulator, line, change), expected, JSON.stringify(change));
    }
    simulator.portal.suspendSubscription(id, subscription);
    assert.deepEqual(await refusal(simulator, line, {}), [400, 800012]);
    const legacy = simulator.portal.addSubscription(id, { offerName: "A" });
    const old = `/v1/customers/${id}/subscriptions/${legacy}`;
    assert.deepEqual(await refusal(simulator, old, {}), [403, 900263]);
    assert.deepEqual(await refusal(simulator, `${line.slice(0, -1)}x`, {}), [404, 20003]);
    const strict = await boughtBy(t, { uncertain: { ineligibleTransition: "403-800020" } });
    assert.deepEqual(
        await refusal(strict.simulator, strict.line, { toCatalogItemId: azurePlan }),
        [403, 800020],
    );
});

test("a history that is empty, and its list, are as chosen", async (t) => {
    const { simulator, line } = await boughtBy(t, {
        uncertain: { noTransitions: "404-800076", transitionHistory: "transition" },
    });
    const none = await call(simulator, `GET ${line}/transitions`);
    assert.deepEqual([none.status, at(none.body, "code")], [404, 800076]);
    await call(simulator, `POST ${line}/transitions`, {
        body: { ...wish, termDuration: "P3Y", billingCycle: "triennial" },
    });
    const { body } = await call(simulator, `GET ${line}/transitions`);
    assert.deepEqual(
        [at(body, "items"), at(body, "transition.0.termDuration")],
        [undefined, "P3Y"],
    );
    const end = String(at((await call(simulator, `GET ${line}`)).body, "commitmentEndDate"));
    assert.match(end, /^2029-11-24/, "another term begins now");
});
