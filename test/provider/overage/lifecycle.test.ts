import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { overageLifecycle as lifecycle } from "../../../provider/overage/lifecycle";
import type { OverageInputs } from "../../../provider/overage/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { azurePlanOf } from "../../simulator/purchasing";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

describe("an overage", () => {
    it("is turned on, changed in place and read; an application will do", async (t) => {
        const { partner, inputs, overage } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.equal(id, inputs.customerId);
        assert.deepEqual(state, inputs);
        const { azureEntitlementId } = inputs;
        assert.deepEqual(overage(), { azureEntitlementId, overageEnabled: true });
        assert.deepEqual(lifecycle.diff(id, state, { ...inputs, partnerId: "" }), {
            changes: false,
        });
        const news = { ...inputs, partnerId: "4847383" };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        assert.deepEqual(await lifecycle.update(id, state, news, partner.client()), news);
        assert.deepEqual(await lifecycle.read(id, {} as never, partner.client()), news);
        assert.deepEqual(lifecycle.diff(id, state, { ...inputs, customerId: otherId }), {
            changes: true,
            replaces: ["customerId"],
        });
    });

    for (const disabledOverage of uncertainBehaviours.disabledOverage) {
        it(`is gone where somebody turned it off, or the customer left (${disabledOverage})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { disabledOverage } });
            const { portal } = partner.simulator;
            const { id, state } = await lifecycle.create(inputs, partner.client());
            portal.changeOverage(id, { ...inputs, overageEnabled: false });
            assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
            portal.removeRelationship(id);
            assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
            await lifecycle.delete(id, state, partner.client);
        });
    }

    it("is turned off when it goes, unless somebody has chosen another subscription", async (t) => {
        const { partner, inputs, overage } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        await lifecycle.delete(id, state, partner.client);
        assert.equal(overage()?.overageEnabled, false);
        const others = { azureEntitlementId: otherId, overageEnabled: true };
        partner.simulator.portal.changeOverage(id, others);
        const drifted = await lifecycle.read(id, state, partner.client());
        assert.equal(drifted?.azureEntitlementId, otherId);
        assert.ok(drifted && lifecycle.diff(id, drifted, inputs).changes);
        await lifecycle.delete(id, state, partner.client);
        assert.deepEqual(overage(), others);
    });

    it("is refused where the customer has no such Azure subscription", async (t) => {
        const { partner, inputs } = await world(t);
        const error = await failureOf(() =>
            lifecycle.create({ ...inputs, azureEntitlementId: otherId }, partner.client()),
        );
        assert.match(error.message, /Could not turn the overage .* on: .*no such Azure sub/);
    });
});

describe("an overage that a program declares", () => {
    it("is said to cost money, once", async (t) => {
        const { inputs } = await world(t);
        const { problems, warnings } = lifecycle.check(undefined, inputs, context);
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /^azureEntitlementId: .*charged to the partner.*limit\.$/);
        assert.deepEqual(lifecycle.check(inputs, inputs, context).warnings, []);
        const faulty = { customerId: unknown, azureEntitlementId: "azure", subscription: "x" };
        assert.deepEqual(
            lifecycle
                .check(undefined, faulty as never, context)
                .problems.map((problem) => problem.split(":")[0]),
            ["azureEntitlementId", "subscription"],
        );
    });

    it("says what is charged so far, where that changes", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (change: Partial<OverageInputs>) =>
            lifecycle.foresee({ ...inputs, ...change }, partner.foresight(inputs));
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({ customerId: unknown }), nothing);
        assert.deepEqual(await foresee({}), nothing);
        await lifecycle.create(inputs, partner.client());
        assert.deepEqual(await foresee({}), nothing);
        const { warnings } = await foresee({ azureEntitlementId: otherId });
        assert.match(warnings.join(), /^customerId: .*already, charged to .*; that changes\.$/);
    });
});

/** A partner with a customer who has an Azure plan and a calling plan. */
async function world(t: TestContext, options?: SimulatorOptions) {
    const partner = await simulatedPartner(t, options, "app");
    const { customerId, simulator } = partner;
    simulator.portal.addSubscription(customerId, { offerName: "Calling Plan", kind: "calling" });
    const { azureSubscriptionId } = await azurePlanOf(simulator, customerId);
    const inputs: OverageInputs = { customerId, azureEntitlementId: azureSubscriptionId };
    return { partner, inputs, overage: () => simulator.customers[0]?.overage };
}
