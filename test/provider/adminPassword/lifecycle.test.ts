import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { adminPasswordLifecycle as lifecycle } from "../../../provider/adminPassword/lifecycle";
import type {
    AdminPasswordInputs,
    AdminPasswordState,
} from "../../../provider/adminPassword/shapes";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import type { SimulatorOptions } from "../../../simulator";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const administrator = "admin@contoso.onmicrosoft.com";

describe("resetting an administrator's password", () => {
    it("finds the first administrator, and keeps the new password", async (t) => {
        const { partner, inputs, held } = await world(t);
        const first = held().password;
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.notEqual(held().password, first);
        assert.equal(id, `${partner.customerId}/${held().id}`);
        assert.deepEqual(state, {
            ...inputs,
            userId: held().id,
            userPrincipalName: administrator,
            userCredentials: { userName: administrator, password: held().password },
        });
        assert.equal(held().forceChangePassword, true);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
        assert.deepEqual(partner.takeCalls(), [
            "GET customers/ID",
            "GET customers/ID/users",
            `PATCH customers/ID/users/${held().id}/resetpassword`,
        ]);
    });

    it("finds the administrator where another domain became the default one", async (t) => {
        const { partner, inputs } = await world(t);
        partner.simulator.portal.addCustomDomain(partner.customerId, "contoso.com", true);
        const { state } = await lifecycle.create(inputs, partner.client());
        assert.equal(state.userPrincipalName, administrator);
    });

    it("is about the user whom the program names", async (t) => {
        const { partner, inputs, held } = await world(t);
        const before = held().password;
        const userId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: "grace@contoso.onmicrosoft.com",
        });
        const named = {
            ...inputs,
            userPrincipalName: "Grace@contoso.onmicrosoft.com",
            forceChangePassword: false,
        };
        const { state } = await lifecycle.create(named, partner.client());
        assert.equal(state.userId, userId);
        assert.equal(state.userCredentials?.userName, "grace@contoso.onmicrosoft.com");
        assert.equal(held().password, before);
        assert.equal(partner.simulator.customers[0]?.users[1]?.forceChangePassword, false);
    });

    it("fails where there is no such user, and resets nothing", async (t) => {
        const { partner, inputs, held } = await world(t);
        const named = { ...inputs, userPrincipalName: "root@contoso.onmicrosoft.com" };
        const error = await failureOf(() => lifecycle.create(named, partner.client()));
        assert.match(error.message, /has no user root@contoso.onmicrosoft.com/);
        partner.simulator.portal.deleteUser(partner.customerId, held().id);
        const gone = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(gone.message, /has no user admin@.*Give the administrator's name/);
        assert.equal(held().passwords.length, 1);
    });
});

describe("an administrator's password", () => {
    it("is reset again when a trigger changes, and not otherwise", async (t) => {
        const { partner, inputs, held } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = { ...inputs, triggers: { rotated: "1" } };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const updated = await lifecycle.update(id, state, news, partner.client());
        assert.equal(held().passwords.length, 3);
        assert.equal(updated.userCredentials?.password, held().password);
        assert.deepEqual(lifecycle.diff(id, updated, news), { changes: false });
        const softer = { ...news, forceChangePassword: false };
        assert.deepEqual(lifecycle.diff(id, updated, softer), { changes: true });
        await lifecycle.update(id, updated, softer, partner.client());
        assert.equal(held().passwords.length, 3);
    });

    it("is reset again where it is not known whether a reset came about", async (t) => {
        const { partner, inputs, held } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = { ...inputs, triggers: { rotated: "1" } };
        const on = { path: "resetpassword" };
        partner.simulator.misbehave({ on, status: 503, afterWork: true, times: 100 });
        const error = await failureOf(() => lifecycle.update(id, state, news, partner.client()));
        assert.ok(error instanceof IncompleteResource);
        assert.match(error.message, /was reset is not known/);
        partner.simulator.forgetMisbehaviours();
        const kept = (error as IncompleteResource<AdminPasswordState>).state;
        assert.deepEqual(lifecycle.diff(id, kept, inputs), { changes: true });
        const completed = await lifecycle.update(id, kept, inputs, partner.client());
        assert.equal(completed.userCredentials?.password, held().password);
        assert.deepEqual(lifecycle.diff(id, completed, inputs), { changes: false });
    });

    it("stays known where a reset is refused", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.simulator.misbehave({ on: { path: "resetpassword" }, status: 403 });
        const news = { ...inputs, triggers: { rotated: "1" } };
        const error = await failureOf(() => lifecycle.update(id, state, news, partner.client()));
        assert.equal(error instanceof IncompleteResource, false);
    });

    it("belongs to a user: renamed it is the same, deleted it is gone", async (t) => {
        const { partner, inputs, held } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const { portal } = partner.simulator;
        const userPrincipalName = "root@contoso.onmicrosoft.com";
        portal.changeUser(partner.customerId, held().id, { userPrincipalName });
        const read = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(read, { ...state, userPrincipalName });
        portal.deleteUser(partner.customerId, state.userId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
    });

    it("is replaced by that of another user or customer", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        for (const [name, value] of [
            ["customerId", otherId],
            ["userPrincipalName", "root@contoso.onmicrosoft.com"],
        ]) {
            assert.deepEqual(lifecycle.diff(id, state, { ...inputs, [name as string]: value }), {
                changes: true,
                replaces: [name],
            });
        }
    });

    it("stays when the resource goes, which is said", async (t) => {
        const { partner, inputs, held } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.match(partner.takeTold().join(), /stays as it is, and is forgotten here/);
        assert.deepEqual(partner.takeCalls(), []);
        assert.equal(held().password, state.userCredentials?.password);
    });
});

describe("an administrator's password that a program declares", () => {
    const given = { customerId: otherId, forceChangePassword: true };

    it("is warned that the one in use stops working, when it does", () => {
        const warningsOf = (olds: AdminPasswordInputs | undefined, news: AdminPasswordInputs) =>
            lifecycle.check(olds, news, context).warnings.join();
        assert.match(warningsOf(undefined, given), /stops working/);
        assert.match(warningsOf(given, { ...given, triggers: { rotated: "1" } }), /stops working/);
        const other = { ...given, customerId: "11111111-2222-3333-4444-555555555555" };
        assert.match(warningsOf(given, other), /stops working/);
        assert.equal(warningsOf(given, { ...given, forceChangePassword: false }), "");
        // Without a name, the user stays the one whose password it is: see `diff`.
        const named = { ...given, userPrincipalName: administrator };
        assert.equal(warningsOf(named, given), "");
        const shouted = { ...named, userPrincipalName: administrator.toUpperCase() };
        assert.equal(warningsOf(named, shouted), "");
    });

    it("is said what is wrong, and that a cloud cannot", () => {
        const problemsOf = (more: object, cloud: "global" | "usGov" | "china" = "global") =>
            lifecycle.check(undefined, { ...given, ...more }, { ...context, cloud }).problems;
        assert.deepEqual(problemsOf({}), []);
        assert.deepEqual(problemsOf({ userPrincipalName: unknown, triggers: unknown }), []);
        assert.equal(problemsOf({ userPrincipalName: "admin", triggers: "1" }).length, 2);
        for (const cloud of ["usGov", "china"] as const) {
            assert.match(problemsOf({}, cloud).join(), /^CustomerAdminPassword: .*cannot reset/);
        }
    });

    it("is looked for at preview, and reset by none", async (t) => {
        const { partner, inputs, held } = await world(t);
        const foresee = (change: Partial<AdminPasswordInputs>) => {
            const news = { ...inputs, ...change };
            return lifecycle.foresee(news, partner.foresight(news));
        };
        assert.match((await foresee({})).notes.join(), /is that of admin@contoso.onmicrosoft.com/);
        const { problems } = await foresee({ userPrincipalName: "root@contoso.onmicrosoft.com" });
        assert.match(problems.join(), /^userPrincipalName: customer .* has no user root@/);
        assert.deepEqual(await foresee({ customerId: unknown }), {
            problems: [],
            warnings: [],
            notes: [],
        });
        assert.equal(held().passwords.length, 1);
    });

    it("needs an application with a user, which a preview says", async (t) => {
        const { partner, inputs } = await world(t, {}, "app");
        const { problems } = await lifecycle.foresee(inputs, partner.foresight(inputs));
        assert.match(problems.join(), /^CustomerAdminPassword: this call needs sign-in/);
    });
});

/** A partner with a customer, of whom the first administrator alone is a user. */
async function world(t: TestContext, options?: SimulatorOptions, kind?: "app" | "appAndUser") {
    const partner = await simulatedPartner(t, options, kind);
    const inputs: AdminPasswordInputs = {
        customerId: partner.customerId,
        forceChangePassword: true,
    };
    const held = () => {
        const [user] =
            partner.simulator.customers[0]?.users.filter(({ roles }) => roles.length > 0) ?? [];
        assert.ok(user);
        return user;
    };
    return { partner, inputs, held };
}
