import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { registrationLifecycle as lifecycle } from "../../../provider/subscriptionRegistration/lifecycle";
import { register } from "../../../provider/subscriptionRegistration/register";
import type { RegistrationInputs } from "../../../provider/subscriptionRegistration/shapes";
import type { SimulatorOptions, SubscriptionOrder } from "../../../simulator";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { azurePlanOf } from "../../simulator/purchasing";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const pace = { first: 5, longest: 10, told: 60_000 };
const status = "GET customers/ID/subscriptions/SUB/registrationstatus";
const ask = "POST customers/ID/subscriptions/SUB/registrations";

describe("registering a subscription", () => {
    for (const registrationStatus of uncertainBehaviours.registrationStatus) {
        it(`asks once, and waits until it is done (${registrationStatus})`, async (t) => {
            const { partner, inputs, calls } = await world(t, {
                pendingRegistrationReads: 2,
                uncertain: { registrationStatus },
            });
            const state = await register(inputs, partner.client(), partner.tell, pace);
            assert.match(state.status, /^registered$/i);
            assert.deepEqual(calls(), [status, ask, status, status, status]);
            const told = partner.takeTold();
            assert.equal(told.length, 1);
            assert.match(
                told[0] ?? "",
                /^Waiting until the subscription .* is registered: it is registering\. This run waits/i,
            );
            assert.deepEqual(lifecycle.diff("id", state, inputs), { changes: false });
        });
    }

    it("asks for nothing where it is registered, or about to be", async (t) => {
        const { partner, inputs, calls } = await world(t, { pendingRegistrationReads: 3 });
        await register(inputs, partner.client(), partner.tell, pace);
        calls();
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        assert.equal(id, `${inputs.customerId}/${inputs.subscriptionId}`);
        assert.deepEqual(state, {
            customerId: inputs.customerId,
            subscriptionId: inputs.subscriptionId,
            status: "Registered",
        });
        assert.deepEqual(calls(), [status, status]);
    });

    for (const registeredAgain of uncertainBehaviours.registeredAgain) {
        it(`is done where the answer was lost (${registeredAgain})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { registeredAgain } });
            partner.simulator.misbehave({ on: { method: "POST" }, cut: "after" });
            const state = await register(inputs, partner.client(), partner.tell, pace);
            assert.equal(state.status, "Registered");
            assert.deepEqual(partner.simulator.pendingMisbehaviours, []);
        });
    }

    it("is kept when the time is up, and goes on the next time", async (t) => {
        const { partner, inputs, calls } = await world(t, { pendingRegistrationReads: 4 });
        const hasty = { ...inputs, timeoutMinutes: 0.0001 };
        const error = await failureOf(() => register(hasty, partner.client(), partner.tell, pace));
        assert.ok(error instanceof IncompleteResource, error.message);
        assert.equal(error.id, `${inputs.customerId}/${inputs.subscriptionId}`);
        assert.match(error.message, /no result within 0\.0001 minutes .*: it is Registering\./);
        const state = error.state as Parameters<typeof lifecycle.diff>[1];
        assert.deepEqual(lifecycle.diff(error.id, state, inputs), { changes: true });
        calls();
        await register(inputs, partner.client(), partner.tell, pace);
        assert.ok(!calls().includes(ask), "nothing is asked for twice");
    });

    for (const [order, words] of [
        [{ offerName: "Mail" }, /800011.*no Azure subscription/s],
        [
            { offerName: "Azure", kind: "azure", status: "suspended" },
            /800012.*not active\. Set status/s,
        ],
    ] as const) {
        it(`fails in words for ${JSON.stringify(order)}`, async (t) => {
            const { partner, inputs } = await world(t, {}, order);
            const error = await failureOf(() =>
                register(inputs, partner.client(), partner.tell, pace),
            );
            assert.match(error.message, words);
        });
    }

    it("takes the subscription of an Azure plan too; an application will do", async (t) => {
        const { partner, inputs } = await world(t);
        const plan = await azurePlanOf(partner.simulator, inputs.customerId);
        const news = { ...inputs, subscriptionId: plan.id };
        const { state } = await lifecycle.create(news, partner.client(), partner.tell);
        assert.equal(state.status, "Registered");
    });
});

describe("a registration", () => {
    it("is read as it is, and gone with its subscription", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        assert.deepEqual(await lifecycle.read(id, {} as never, partner.client()), state);
        const elsewhere = `${inputs.customerId}/${otherId}`;
        assert.equal(await lifecycle.read(elsewhere, state, partner.client()), undefined);
        partner.simulator.portal.removeRelationship(inputs.customerId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
    });

    it("stays when the resource goes, which is said then and at the first preview", async (t) => {
        const { partner, inputs } = await world(t);
        const { warnings } = lifecycle.check(undefined, inputs, context);
        assert.deepEqual(warnings, ["subscriptionId: no call takes a registration back."]);
        assert.deepEqual(lifecycle.check(inputs, inputs, context).warnings, []);
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        partner.takeCalls();
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.match(partner.takeTold().join(), /stays registered for reservations/);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("of another subscription is another one", async (t) => {
        const { inputs } = await world(t);
        const state = { ...inputs, status: "Registered" };
        const news = { ...inputs, subscriptionId: otherId };
        assert.deepEqual(lifecycle.diff("id", state, news), {
            changes: true,
            replaces: ["subscriptionId"],
        });
    });

    it("is declared with a subscription and a sensible time", () => {
        const problemsOf = (given: object) =>
            lifecycle.check(undefined, given as never, context).problems;
        const declared = { customerId: otherId, subscriptionId: unknown };
        assert.deepEqual(problemsOf(declared), []);
        assert.deepEqual(problemsOf({}), [
            "customerId: is required.",
            "subscriptionId: is required.",
        ]);
        assert.match(
            problemsOf({ ...declared, timeoutMinutes: 0 }).join(),
            /^timeoutMinutes: must/,
        );
    });

    it("that is there already is noted at preview", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (change: object) =>
            lifecycle.foresee({ ...inputs, ...change }, partner.foresight(inputs));
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({ subscriptionId: unknown }), nothing);
        assert.deepEqual(await foresee({}), nothing);
        await lifecycle.create(inputs, partner.client(), partner.tell);
        assert.match((await foresee({})).notes.join(), /is registered already: nothing will/);
    });
});

/** A partner with a customer who has a subscription, of Azure unless it is said otherwise. */
async function world(
    t: TestContext,
    options?: SimulatorOptions,
    order: SubscriptionOrder = { offerName: "Microsoft Azure", kind: "azure" },
) {
    const partner = await simulatedPartner(t, options, "app");
    const { customerId, simulator } = partner;
    const subscriptionId = simulator.portal.addSubscription(customerId, order);
    const inputs: RegistrationInputs = { customerId, subscriptionId, timeoutMinutes: 1 };
    const calls = () => partner.takeCalls().map((call) => call.replace(subscriptionId, "SUB"));
    return { partner, inputs, calls };
}
