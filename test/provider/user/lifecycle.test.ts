import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { userLifecycle as lifecycle } from "../../../provider/user/lifecycle";
import type { UserState } from "../../../provider/user/shapes";
import { failureOf } from "../fixtures";
import { userName, userWorld } from "./inputs";

describe("changing a user", () => {
    it("sends the members that differ, and no password", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = {
            ...inputs,
            displayName: "Admiral Hopper",
            userPrincipalName: "admiral@contoso.onmicrosoft.com",
        };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const updated = await lifecycle.update(id, state, news, partner.client());
        const [, change] = partner.simulator.requests;
        assert.deepEqual(change?.body, {
            userPrincipalName: news.userPrincipalName,
            displayName: news.displayName,
            attributes: { objectType: "CustomerUser" },
        });
        assert.equal(held(state.userId)?.displayName, "Admiral Hopper");
        assert.deepEqual(updated.credentials, {
            userName: news.userPrincipalName,
            password: held(state.userId)?.password,
        });
        assert.deepEqual(lifecycle.diff(id, updated, news), { changes: false });
    });

    for (const more of [{}, { displayName: null, usageLocation: null }]) {
        it(`counts what the answer does not tell as written: ${JSON.stringify(more)}`, async (t) => {
            const { partner, inputs, held } = await userWorld(t);
            const { id, state } = await lifecycle.create(inputs, partner.client());
            const body = { id: state.userId, ...more };
            const on = { method: "PATCH" };
            partner.simulator.misbehave({ on, status: 200, afterWork: true, body });
            const news = { ...inputs, displayName: "Admiral Hopper" };
            const updated = await lifecycle.update(id, state, news, partner.client());
            assert.equal(held()?.displayName, "Admiral Hopper");
            assert.deepEqual(updated, { ...state, displayName: "Admiral Hopper" });
        });
    }

    it("says what the service kept as it was", async (t) => {
        const { partner, inputs } = await userWorld(t, {
            uncertain: { changedUserName: "ignored" },
        });
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = {
            ...inputs,
            displayName: "Admiral",
            userPrincipalName: "admiral@contoso.onmicrosoft.com",
        };
        const error = await failureOf(() => lifecycle.update(id, state, news, partner.client()));
        assert.ok(error instanceof IncompleteResource);
        assert.match(error.message, /but kept userPrincipalName as it was/);
        const written = (error as IncompleteResource<UserState>).state;
        assert.equal(written.displayName, "Admiral");
        assert.equal(written.userPrincipalName, userName);
        assert.ok(written.credentials);
    });

    it("resets the password when a trigger changes, in place", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const { id, state } = await lifecycle.create(
            { ...inputs, triggers: { rotated: "1" } },
            partner.client(),
        );
        const first = held()?.password;
        const news = { ...inputs, triggers: { rotated: "2" }, forceChangePassword: false };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const updated = await lifecycle.update(id, state, news, partner.client());
        assert.notEqual(held()?.password, first);
        assert.equal(updated.credentials?.password, held()?.password);
        assert.equal(held()?.forceChangePassword, false);
        assert.deepEqual(lifecycle.diff(id, updated, news), { changes: false });
    });

    it("costs no call where only forceChangePassword changes", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        const news = { ...inputs, forceChangePassword: false };
        const updated = await lifecycle.update(id, state, news, partner.client());
        assert.equal(updated.forceChangePassword, false);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("keeps the old password in the state where the reset is refused", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.simulator.misbehave({ on: { path: "resetpassword" }, status: 403 });
        const news = { ...inputs, displayName: "Admiral", triggers: { rotated: "1" } };
        const error = await failureOf(() => lifecycle.update(id, state, news, partner.client()));
        const kept = (error as IncompleteResource<UserState>).state;
        assert.equal(kept.displayName, "Admiral");
        assert.equal(kept.credentials?.password, held()?.password);
        assert.equal(kept.passwordToReset, undefined);
        assert.deepEqual(lifecycle.diff(id, kept, news), { changes: true });
        const given = { ...inputs, displayName: "Admiral" };
        assert.deepEqual(lifecycle.diff(id, kept, given), { changes: false });
    });

    it("resets again where it is not known whether the reset came about", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const on = { path: "resetpassword" };
        partner.simulator.misbehave({ on, status: 503, afterWork: true, times: 100 });
        const news = { ...inputs, triggers: { rotated: "1" } };
        const error = await failureOf(() => lifecycle.update(id, state, news, partner.client()));
        assert.match(error.message, /was reset is not known/);
        const kept = (error as IncompleteResource<UserState>).state;
        assert.equal(kept.passwordToReset, true);
        partner.simulator.forgetMisbehaviours();
        // Also where the program takes the change back.
        assert.deepEqual(lifecycle.diff(id, kept, inputs), { changes: true });
        const completed = await lifecycle.update(id, kept, inputs, partner.client());
        assert.equal(completed.credentials?.password, held()?.password);
        assert.equal(completed.passwordToReset, undefined);
    });

    it("replaces for another customer, and refuses another user", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.deepEqual(
            lifecycle.diff(id, state, {
                ...inputs,
                customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
            }),
            { changes: true, replaces: ["customerId"] },
        );
        assert.throws(
            () => lifecycle.diff(id, state, { ...inputs, existingUserId: partner.customerId }),
            /existingUserId names another one/,
        );
    });
});

describe("reading a user", () => {
    it("shows what others changed, and keeps what no answer repeats", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        partner.simulator.portal.changeUser(partner.customerId, state.userId, {
            displayName: "Admiral",
            userPrincipalName: "admiral@contoso.onmicrosoft.com",
            password: "Their-own-password-1",
        });
        const read = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(read, {
            ...state,
            displayName: "Admiral",
            userPrincipalName: "admiral@contoso.onmicrosoft.com",
            credentials: {
                userName: "admiral@contoso.onmicrosoft.com",
                password: state.credentials?.password,
            },
        });
        assert.deepEqual(lifecycle.diff(id, read ?? state, inputs), { changes: true });
    });

    it("invents no drift where the service changes the case", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.simulator.portal.changeUser(partner.customerId, state.userId, {
            userPrincipalName: userName.toUpperCase(),
            usageLocation: "us",
        });
        const read = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(lifecycle.diff(id, read ?? state, inputs), { changes: false });
    });

    for (const deletedUser of ["404", "answered"] as const) {
        it(`takes a deleted one for gone (${deletedUser})`, async (t) => {
            const { partner, inputs } = await userWorld(t, { uncertain: { deletedUser } });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            partner.simulator.portal.deleteUser(partner.customerId, state.userId);
            assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        });
    }

    it("finds one by the id alone", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const { id } = await lifecycle.create(inputs, partner.client());
        const read = await lifecycle.read(id, {} as UserState, partner.client());
        assert.equal(read?.displayName, "Grace Hopper");
        assert.equal(read?.customerId, partner.customerId);
        const error = await failureOf(() =>
            lifecycle.read("grace", {} as UserState, partner.client()),
        );
        assert.match(error.message, /<customerId>\/<userId>/);
    });
});

const today = () => new Date().toISOString().slice(0, 10);

describe("deleting a user", () => {
    it("says until when the user can be restored, and how", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.equal(held()?.state, "inactive");
        const [line = ""] = partner.takeTold();
        const [, day = ""] = line.match(/restored until (\d{4}-\d\d-\d\d)/) ?? [];
        assert.ok(day > today());
        assert.match(line, new RegExp(`existingUserId: "${state.userId}"`));
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.equal(partner.takeCalls().length, 2, "one who is gone is gone");
    });
});

describe("an application without a user", () => {
    it("is told so before anything is sent", async (t) => {
        const { partner, inputs } = await userWorld(t, {}, "app");
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(error.message, /needs sign-in as application and user/);
        assert.deepEqual(partner.takeCalls(), []);
    });
});
