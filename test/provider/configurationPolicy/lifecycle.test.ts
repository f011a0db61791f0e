import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { configurationPolicyLifecycle as lifecycle } from "../../../provider/configurationPolicy/lifecycle";
import type { PolicyInputs, PolicyState } from "../../../provider/configurationPolicy/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { at } from "../../simulator/harness";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const list = "GET customers/ID/policies";
const make = "POST customers/ID/policies";

describe("making a configuration policy", () => {
    it("reads which ones there are, and makes it; the order of its settings is the program's", async (t) => {
        const { partner, inputs, held } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const policyId = held()[0]?.id ?? "";
        assert.equal(id, `${partner.customerId}/${policyId}`);
        assert.deepEqual(state, { ...inputs, policyId });
        assert.deepEqual(partner.simulator.requests.at(-1)?.body, {
            name: "Front desk",
            category: "o_o_b_e",
            description: "Windows of the front desk",
            policySettings: ["skip_eula", "oobe_user_not_local_admin"],
            attributes: { objectType: "ConfigurationPolicy" },
        });
        assert.deepEqual(partner.takeCalls(), [list, make]);
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
        const same = {
            ...inputs,
            policySettings: ["OOBE_user_not_local_admin", "skip_eula", "none"],
        };
        assert.deepEqual(lifecycle.diff(id, state, same), { changes: false });
    });

    it("takes over the one that is there as it is declared", async (t) => {
        const { partner, inputs, held } = await world(t);
        const first = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        assert.deepEqual(await lifecycle.create(inputs, partner.client()), first);
        assert.deepEqual(partner.takeCalls(), [list]);
        assert.equal(held().length, 1);
    });

    it("refuses one whose name another one has, and says how that is taken over", async (t) => {
        const { partner, inputs, held } = await world(t);
        await lifecycle.create(inputs, partner.client());
        const news = { ...inputs, description: "Another" };
        const error = await failureOf(() => lifecycle.create(news, partner.client()));
        assert.match(
            error.message,
            /^name: customer .* has a configuration policy "Front desk" already \(.*\), and it is another one: policySettings oobe_user_not_local_admin, skip_eula, description "Windows of the front desk"\. To take it over, declare it as it is/,
        );
        assert.equal(held().length, 1);
    });

    for (const policyNameTaken of uncertainBehaviours.policyNameTaken) {
        for (const [name, misbehaviour] of Object.entries({
            "lost after the work": { cut: "after" },
            "answered with 500 after the work": { status: 500, afterWork: true },
            "answered without a body": { body: "empty" },
        } as const)) {
            it(`makes one where the answer is ${name}, and a second gets ${policyNameTaken}`, async (t) => {
                const { partner, inputs, held } = await world(t, {
                    uncertain: { policyNameTaken },
                });
                partner.simulator.misbehave({ on: { method: "POST" }, ...misbehaviour });
                const { state } = await lifecycle.create(inputs, partner.client());
                assert.deepEqual(
                    held().map(({ id }) => id),
                    [state.policyId],
                );
                assert.deepEqual(partner.takeCalls(), [list, make, list]);
            });
        }
    }

    it("does not make a second one where it is not known whether there is one", async (t) => {
        const { partner, inputs, held } = await world(t);
        partner.simulator.misbehave({ on: { method: "POST" }, cut: "before" });
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(error.message, /"Front desk" of customer .* is not there, or not shown yet/);
        assert.match(error.message, /`pulumi up` looks for it again.*\n.*correlation id/s);
        assert.deepEqual(held(), []);
        await lifecycle.create(inputs, partner.client());
        assert.equal(held().length, 1);
    });

    it("fails as the service does, and waits its turn where it must", async (t) => {
        const { partner, inputs, held } = await world(t);
        const on = { method: "POST" };
        partner.simulator.misbehave({ on, status: 429, retryAfter: "0" });
        partner.simulator.misbehave({ on, status: 403, body: { code: 900308 }, times: 1 });
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(
            error.message,
            /^Could not create the configuration policy "Front desk".*900308/s,
        );
        assert.deepEqual(partner.takeCalls(), [list, make, make]);
        partner.simulator.misbehave({ on, cut: "before" });
        partner.simulator.misbehave({ on: { method: "GET", nth: 2 }, status: 403 });
        const lost = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(lost.message, /^Could not create .*the connection to localhost/);
        assert.deepEqual(held(), []);
    });
});

describe("a configuration policy", () => {
    it("changes in place, as a whole", async (t) => {
        const { partner, inputs, held } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const { description: _, ...rest } = inputs;
        const news: PolicyInputs = { ...rest, name: "Desk", policySettings: ["skip_eula"] };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const updated = await lifecycle.update(id, state, news, partner.client());
        assert.deepEqual(updated, { ...news, policyId: state.policyId });
        assert.equal(at(partner.simulator.requests.at(-1)?.body, "description"), "");
        const [policy] = held();
        assert.deepEqual([policy?.name, policy?.description], ["Desk", undefined]);
        assert.deepEqual(await lifecycle.read(id, updated, partner.client()), updated);
        const moved = { ...news, customerId: otherId };
        assert.deepEqual(lifecycle.diff(id, updated, moved), {
            changes: true,
            replaces: ["customerId"],
        });
    });

    it("shows what somebody changed, is read by its id alone, and is gone when it is deleted", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const { portal } = partner.simulator;
        portal.changePolicy(partner.customerId, state.policyId, { policySettings: ["none"] });
        const drifted = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(drifted, { ...state, policySettings: ["none"] });
        assert.deepEqual(await lifecycle.read(id, {} as PolicyState, partner.client()), drifted);
        await lifecycle.delete(id, state, partner.client);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        await lifecycle.delete(id, state, partner.client);
    });

    for (const assignedPolicyDeleted of ["400-800002", "409-800002"] as const) {
        it(`stays where devices have it, and the service refuses (${assignedPolicyDeleted})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { assignedPolicyDeleted } });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            const { portal } = partner.simulator;
            const deviceId = portal.addDevice(partner.customerId, "batch", { productKey: "key" });
            portal.assignPolicy(partner.customerId, deviceId, state.policyId);
            const error = await failureOf(() => lifecycle.delete(id, state, partner.client));
            assert.match(error.message, /Could not delete .*Devices have this policy/);
        });
    }
});

describe("a configuration policy that a program declares", () => {
    const given = { customerId: otherId, name: "Desk", policySettings: ["skip_eula"] };
    const check = (more: object) => lifecycle.check(undefined, { ...given, ...more }, context);

    it("names its faults all at once", () => {
        assert.deepEqual(check({}).problems, []);
        assert.deepEqual(check({ customerId: unknown, name: unknown }).problems, []);
        const wrong = { customerId: "contoso", name: " ", policySettings: [], colour: "red" };
        assert.deepEqual(check(wrong).problems, [
            "customerId: must be a GUID, for example 01234567-89ab-cdef-0123-456789abcdef.",
            "name: must not be empty.",
            'policySettings: must name at least one setting; "none" is one.',
            "colour: CustomerConfigurationPolicy has no such argument; check its spelling.",
        ]);
        const china = { ...context, cloud: "china" as const };
        const { problems } = lifecycle.check(undefined, given, china);
        assert.match(problems.join(), /^CustomerConfigurationPolicy: .*cannot make and change/);
    });

    it("is warned of settings that are not documented", () => {
        const { warnings, problems } = check({
            policySettings: ["skip_ula", unknown, "SKIP_eula"],
        });
        assert.deepEqual(problems, []);
        assert.equal(warnings.length, 1);
        assert.match(
            warnings.join(),
            /^policySettings: Partner Center documents no skip_ula, but none,/,
        );
    });

    it("is looked for at preview", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (news: PolicyInputs) => lifecycle.foresee(news, partner.foresight(news));
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee(inputs), nothing);
        await lifecycle.create(inputs, partner.client());
        const { notes } = await foresee(inputs);
        assert.match(
            notes.join(),
            /has the configuration policy "Front desk" already: it is taken over/,
        );
        const { problems } = await foresee({ ...inputs, policySettings: ["none"] });
        assert.match(problems.join(), /^name: customer .*and it is another one/);
        partner.takeCalls();
        assert.deepEqual(await foresee({ ...inputs, customerId: unknown }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
    });
});

async function world(t: TestContext, options?: SimulatorOptions) {
    const partner = await simulatedPartner(t, options, "app");
    const inputs: PolicyInputs = {
        customerId: partner.customerId,
        name: "Front desk",
        description: "Windows of the front desk",
        policySettings: ["skip_eula", "oobe_user_not_local_admin"],
    };
    const held = () => partner.simulator.customers[0]?.configurationPolicies ?? [];
    return { partner, inputs, held };
}
