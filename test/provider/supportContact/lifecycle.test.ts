import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { supportContactLifecycle as lifecycle } from "../../../provider/supportContact/lifecycle";
import type { SupportContactInputs } from "../../../provider/supportContact/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { azurePlanOf } from "../../simulator/purchasing";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const firstUp = {
    supportTenantId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
    supportMpnId: "4847383",
    name: "First Up",
};
const releCloud = {
    supportTenantId: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
    supportMpnId: "4847433",
    name: "ReleCloud",
};

describe("a support contact", () => {
    for (const supportContactName of uncertainBehaviours.supportContactName) {
        it(`is named, and another one in its place (${supportContactName})`, async (t) => {
            const { partner, inputs, contact } = await world(t, {
                uncertain: { supportContactName },
            });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            assert.equal(id, `${inputs.customerId}/${inputs.subscriptionId}`);
            assert.deepEqual(state, inputs);
            assert.equal(contact()?.supportTenantId, firstUp.supportTenantId);
            assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);

            const news = { ...inputs, ...releCloud };
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
            assert.deepEqual(await lifecycle.update(id, state, news, partner.client()), news);
            assert.deepEqual(contact(), releCloud);
            assert.deepEqual(await lifecycle.read(id, {} as never, partner.client()), news);
        });
    }

    it("that somebody changed shows, and is put back", async (t) => {
        const { partner, inputs, contact } = await world(t);
        const { portal } = partner.simulator;
        const { id, state } = await lifecycle.create(inputs, partner.client());
        portal.changeSupportContact(inputs.customerId, inputs.subscriptionId, releCloud);
        const drifted = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(drifted, { ...inputs, ...releCloud });
        assert.ok(drifted && lifecycle.diff(id, drifted, inputs).changes);
        await lifecycle.update(id, drifted, inputs, partner.client());
        assert.deepEqual(contact(), firstUp);
    });

    for (const noSupportContact of uncertainBehaviours.noSupportContact) {
        it(`is gone where there is none, or no customer (${noSupportContact})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { noSupportContact } });
            const id = `${inputs.customerId}/${inputs.subscriptionId}`;
            assert.equal(await lifecycle.read(id, inputs, partner.client()), undefined);
            partner.simulator.portal.removeRelationship(inputs.customerId);
            assert.equal(await lifecycle.read(id, inputs, partner.client()), undefined);
        });
    }

    it("stays when the resource goes, which is said", async (t) => {
        const { partner, inputs, contact } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.match(
            partner.takeTold().join(),
            /^First Up stays the support contact of sub.*forgotten/,
        );
        assert.deepEqual(partner.takeCalls(), []);
        assert.deepEqual(contact(), firstUp);
    });

    it("is replaced for another subscription or customer", async (t) => {
        const { inputs } = await world(t);
        for (const name of ["customerId", "subscriptionId"]) {
            assert.deepEqual(lifecycle.diff("id", inputs, { ...inputs, [name]: otherId }), {
                changes: true,
                replaces: [name],
            });
        }
    });

    it("is refused by the service for the new commerce, in words", async (t) => {
        const { partner, inputs } = await world(t);
        const { id } = await azurePlanOf(partner.simulator, inputs.customerId);
        const error = await failureOf(() =>
            lifecycle.create({ ...inputs, subscriptionId: id }, partner.client()),
        );
        assert.match(error.message, /800042.*former \(legacy\) offers only/s);
    });
});

describe("a support contact that a program declares", () => {
    it("has all that the service asks for", async (t) => {
        const { inputs } = await world(t);
        const problemsOf = (given: object) =>
            lifecycle.check(undefined, given as never, context).problems;
        assert.deepEqual(problemsOf(inputs), []);
        assert.equal(problemsOf({}).length, 5);
        assert.match(
            problemsOf({ ...inputs, supportTenantId: "4847383" }).join(),
            /^supportTenantId: must be a GUID/,
        );
        const china = { ...context, cloud: "china" as const };
        assert.match(
            lifecycle.check(undefined, inputs, china).problems.join(),
            /^SubscriptionSupportContact: .*cannot name the support contacts/,
        );
    });

    it("is one of the partner's resellers, with the reseller's id", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (change: Partial<SupportContactInputs>) =>
            lifecycle.foresee({ ...inputs, ...change }, partner.foresight(inputs));
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({}), nothing);
        assert.deepEqual(
            await foresee({ subscriptionId: unknown, supportTenantId: unknown }),
            nothing,
        );
        assert.match(
            (await foresee({ supportTenantId: otherId })).problems.join(),
            /^supportTenantId: is no reseller of this partner, who has First Up Consultants \(/,
        );
        assert.deepEqual((await foresee({ supportMpnId: "1" })).problems, [
            "supportMpnId: First Up Consultants has the id 4847383.",
        ]);
        const { id } = await azurePlanOf(partner.simulator, inputs.customerId);
        assert.match(
            (await foresee({ subscriptionId: id })).warnings.join(),
            /^subscriptionId: this is a subscription of the new commerce/,
        );
    });

    it("needs an application with a user, and a partner who has resellers", async (t) => {
        for (const [options, kind, problem] of [
            [{}, "app", /^SubscriptionSupportContact: this call needs sign-in as app/],
            [{ partner: { kind: "direct" } }, "appAndUser", /no reseller .* has none at all/],
        ] as const) {
            const { partner, inputs } = await world(t, options, kind);
            const { problems } = await lifecycle.foresee(inputs, partner.foresight(inputs));
            assert.match(problems.join(), problem);
        }
    });
});

/** A partner with a customer who has a subscription of a former offer. */
async function world(t: TestContext, options?: SimulatorOptions, kind?: "app" | "appAndUser") {
    const partner = await simulatedPartner(t, options, kind);
    const { customerId, simulator } = partner;
    const subscriptionId = simulator.portal.addSubscription(customerId, { offerName: "Mail" });
    const inputs: SupportContactInputs = { customerId, subscriptionId, ...firstUp };
    const contact = () => simulator.customers[0]?.subscriptions[0]?.supportContact;
    return { partner, inputs, contact };
}
