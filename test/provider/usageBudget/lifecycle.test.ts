import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { usageBudgetLifecycle as lifecycle } from "../../../provider/usageBudget/lifecycle";
import type { SimulatorOptions } from "../../../simulator";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

describe("a usage budget", () => {
    it("is set, changed in place and read, also by its id alone; an application will do", async (t) => {
        const { partner, inputs, budget } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.equal(id, inputs.customerId);
        assert.deepEqual(state, inputs);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
        const news = { ...inputs, amount: 750.5 };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        assert.deepEqual(await lifecycle.update(id, state, news, partner.client()), news);
        assert.equal(budget(), 750.5);
        assert.deepEqual(await lifecycle.read(id, {} as never, partner.client()), news);
        assert.deepEqual(lifecycle.diff(id, state, { ...inputs, customerId: otherId }), {
            changes: true,
            replaces: ["customerId"],
        });
    });

    for (const noUsageBudget of uncertainBehaviours.noUsageBudget) {
        it(`is gone where somebody cleared it, or the customer left (${noUsageBudget})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { noUsageBudget } });
            const { portal } = partner.simulator;
            const { id, state } = await lifecycle.create(inputs, partner.client());
            portal.changeUsageBudget(id, 0);
            assert.equal((await lifecycle.read(id, state, partner.client()))?.amount, 0);
            portal.changeUsageBudget(id, undefined);
            assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
            await lifecycle.delete(id, state, partner.client, partner.tell);
            portal.removeRelationship(id);
            assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
            await lifecycle.delete(id, state, partner.client, partner.tell);
            assert.deepEqual(partner.takeTold(), []);
        });
    }

    for (const clearedUsageBudget of uncertainBehaviours.clearedUsageBudget) {
        it(`is cleared when it goes, or said to stay (${clearedUsageBudget})`, async (t) => {
            const { partner, inputs, budget } = await world(t, {
                uncertain: { clearedUsageBudget },
            });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            await lifecycle.delete(id, state, partner.client, partner.tell);
            const isCleared = clearedUsageBudget === "cleared";
            assert.equal(budget(), isCleared ? undefined : 500);
            const told = partner.takeTold().join();
            assert.match(told, isCleared ? /^$/ : /stays at 500: .*clear it in the portal\.$/);
        });
    }

    it("is not forgotten where the service may not be asked to clear it", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.simulator.misbehave({ on: { method: "PATCH" }, status: 403 });
        const error = await failureOf(() =>
            lifecycle.delete(id, state, partner.client, partner.tell),
        );
        assert.match(error.message, /Could not clear the usage budget/);
    });
});

describe("a usage budget that a program declares", () => {
    it("is an amount that can be spent", () => {
        const problemsOf = (amount: unknown) =>
            lifecycle.check(undefined, { customerId: otherId, amount } as never, context).problems;
        for (const amount of [0, 500, 0.5, unknown]) {
            assert.deepEqual(problemsOf(amount), []);
        }
        assert.deepEqual(problemsOf(-1), ["amount: must be at least 0."]);
        assert.deepEqual(problemsOf("500"), ["amount: must be a number, not this text."]);
        assert.deepEqual(problemsOf(undefined), ["amount: is required."]);
    });

    it("says which budget of somebody's it changes", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (change: object) =>
            lifecycle.foresee({ ...inputs, ...change }, partner.foresight(inputs));
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({ customerId: unknown }), nothing);
        assert.deepEqual(await foresee({}), nothing);
        partner.simulator.portal.changeUsageBudget(inputs.customerId, 500);
        assert.deepEqual(await foresee({}), nothing);
        partner.simulator.portal.changeUsageBudget(inputs.customerId, 300);
        const { warnings } = await foresee({});
        assert.match(warnings.join(), /^amount: .*a budget of 300 already, which becomes 500\.$/);
    });
});

async function world(t: TestContext, options?: SimulatorOptions) {
    const partner = await simulatedPartner(t, options, "app");
    const budget = () => partner.simulator.customers[0]?.usageBudget;
    return { partner, inputs: { customerId: partner.customerId, amount: 500 }, budget };
}
