import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { userRoleLifecycle as lifecycle } from "../../../provider/userRole/lifecycle";
import type { UserRoleInputs, UserRoleState } from "../../../provider/userRole/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

describe("giving a role", () => {
    it("finds the role by its name in any casing, and names the user as the service wants", async (t) => {
        const { partner, inputs, roles } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.deepEqual(roles(), ["Helpdesk Administrator"]);
        assert.equal(id, `${inputs.customerId}/${inputs.userId}/${state.roleId}`);
        assert.deepEqual(state, {
            customerId: inputs.customerId,
            userId: inputs.userId,
            roleId: state.roleId,
            roleName: "Helpdesk Administrator",
        });
        assert.deepEqual(partner.simulator.requests.at(-1)?.body, {
            id: inputs.userId,
            displayName: "Grace",
            userPrincipalName: "grace@contoso.onmicrosoft.com",
            attributes: { objectType: "UserMember" },
        });
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false, replaces: [] });
        const { roleName: _, ...rest } = inputs;
        const byId = { ...rest, roleId: state.roleId };
        assert.deepEqual(lifecycle.diff(id, state, byId), { changes: false, replaces: [] });
        assert.deepEqual(await lifecycle.create(byId, partner.client()), { id, state });
    });

    for (const roleGivenAgain of ["400-3000", "409-3000", "accepted"] as const) {
        it(`is done where the user has it already (${roleGivenAgain})`, async (t) => {
            const { partner, inputs, roles } = await world(t, { uncertain: { roleGivenAgain } });
            const first = await lifecycle.create(inputs, partner.client());
            assert.deepEqual(await lifecycle.create(inputs, partner.client()), first);
            assert.deepEqual(roles(), ["Helpdesk Administrator"]);
        });
    }

    it("fails where the service refuses it, and the user does not have it", async (t) => {
        const { partner, inputs, roles } = await world(t);
        const refusal = { status: 403, body: { code: 900308, description: "Too few rights" } };
        partner.simulator.misbehave({ on: { method: "POST" }, ...refusal });
        // That the user's roles cannot be read either is no news.
        partner.simulator.misbehave({ on: { path: "users/.*/directoryroles" }, status: 403 });
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(error.message, /Could not give the user .*900308/s);
        assert.deepEqual(roles(), []);
    });

    it("fails for a role that is not there, and names those that are", async (t) => {
        const { partner, inputs } = await world(t);
        const error = await failureOf(() =>
            lifecycle.create({ ...inputs, roleName: "Emperor" }, partner.client()),
        );
        assert.match(error.message, /has no directory role Emperor, but Company Administrator \(/);
    });
});

describe("a role that was given", () => {
    it("is read as it was given, also by its id alone", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        assert.deepEqual(await lifecycle.read(id, {} as UserRoleState, partner.client()), state);
    });

    it("is gone where somebody took it, or deleted the user", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const { portal } = partner.simulator;
        portal.removeRole(inputs.customerId, inputs.userId, "Helpdesk Administrator");
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        portal.deleteUser(inputs.customerId, inputs.userId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
    });

    it("is taken once, and then is gone", async (t) => {
        const { partner, inputs, roles } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        await lifecycle.delete(id, state, partner.client);
        assert.deepEqual(roles(), []);
        await lifecycle.delete(id, state, partner.client);
    });

    it("is replaced by another one, or by that of another user", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        for (const [name, value] of [
            ["roleName", "Directory Readers"],
            ["userId", otherId],
            ["customerId", otherId],
        ]) {
            assert.deepEqual(lifecycle.diff(id, state, { ...inputs, [name as string]: value }), {
                changes: true,
                replaces: [name],
            });
        }
    });
});

describe("a role that a program declares", () => {
    it("is named in one way", () => {
        const given = { customerId: otherId, userId: otherId };
        const problemsOf = (more: object) =>
            lifecycle.check(undefined, { ...given, ...more }, context).problems;
        assert.deepEqual(problemsOf({ roleName: "Directory Readers" }), []);
        assert.deepEqual(problemsOf({ roleId: otherId }), []);
        assert.deepEqual(problemsOf({ roleId: unknown }), []);
        const either = ["roleName: give either roleName or roleId."];
        assert.deepEqual(problemsOf({}), either);
        assert.deepEqual(problemsOf({ roleId: otherId, roleName: "Directory Readers" }), either);
        const usGov = { ...context, cloud: "usGov" as const };
        const inputs = { ...given, roleName: "Directory Readers" };
        assert.match(
            lifecycle.check(undefined, inputs, usGov).problems.join(),
            /^CustomerUserRole: .*cannot give directory roles/,
        );
    });

    it("is looked for at preview, also for a user who is not made yet", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (change: Partial<UserRoleInputs>) => {
            const news = { ...inputs, ...change };
            return lifecycle.foresee(news, partner.foresight(news));
        };
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({ userId: unknown }), nothing);
        const { problems } = await foresee({ userId: unknown, roleName: "Emperor" });
        assert.match(problems.join(), /^roleName: .* has no directory role Emperor/);
        partner.takeCalls();
        assert.deepEqual(await foresee({ customerId: unknown }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("needs an application with a user, which a preview says", async (t) => {
        const { partner, inputs } = await world(t, {}, "app");
        const { problems } = await lifecycle.foresee(inputs, partner.foresight(inputs));
        assert.match(
            problems.join(),
            /^CustomerUserRole: this call needs sign-in as application and/,
        );
    });
});

/** A partner with a customer who has a user without a role. */
async function world(t: TestContext, options?: SimulatorOptions, kind?: "app" | "appAndUser") {
    const partner = await simulatedPartner(t, options, kind);
    const { customerId, simulator } = partner;
    const userId = simulator.portal.addUser(customerId, {
        userPrincipalName: "grace@contoso.onmicrosoft.com",
        displayName: "Grace",
    });
    const inputs: UserRoleInputs = { customerId, userId, roleName: "helpdesk ADMINISTRATOR" };
    const roles = () => simulator.customers[0]?.users.find(({ id }) => id === userId)?.roles;
    return { partner, inputs, roles };
}
