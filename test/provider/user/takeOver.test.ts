import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { userLifecycle as lifecycle } from "../../../provider/user/lifecycle";
import type { UserState } from "../../../provider/user/shapes";
import { failureOf } from "../fixtures";
import { userName, userWorld } from "./inputs";

describe("taking a user over", () => {
    it("writes what differs, and leaves the password alone", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const existingUserId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: "GRACE@contoso.onmicrosoft.com",
            displayName: "Somebody",
            firstName: "Grace",
            lastName: "Hopper",
            password: "Their-own-password-1",
        });
        const news = { ...inputs, existingUserId };
        const { id, state } = await lifecycle.create(news, partner.client());
        assert.equal(id, `${partner.customerId}/${existingUserId}`);
        assert.equal(state.credentials, undefined);
        assert.equal(held(existingUserId)?.displayName, "Grace Hopper");
        assert.equal(held(existingUserId)?.password, "Their-own-password-1");
        assert.deepEqual(partner.takeCalls(), [
            `GET customers/ID/users/${existingUserId}`,
            `PATCH customers/ID/users/${existingUserId}`,
        ]);
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: false });
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
    });

    for (const [member, more] of [
        ["triggers", { triggers: { takenOver: "once" } }],
        ["password", { password: "Chosen-by-hand-1" }],
    ] as const) {
        it(`resets the password where ${member} stands beside it`, async (t) => {
            const { partner, inputs, held } = await userWorld(t);
            const existingUserId = partner.simulator.portal.addUser(partner.customerId, {
                userPrincipalName: userName,
            });
            const news = { ...inputs, existingUserId, ...more };
            const { id, state } = await lifecycle.create(news, partner.client());
            assert.equal(state.credentials?.password, held()?.password);
            assert.equal(held()?.passwords.length, 2);
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: false });
        });
    }

    for (const deletedUser of ["404", "answered"] as const) {
        it(`restores one who is deleted (${deletedUser})`, async (t) => {
            const { partner, inputs, held } = await userWorld(t, { uncertain: { deletedUser } });
            const first = await lifecycle.create(inputs, partner.client());
            await lifecycle.delete(first.id, first.state, partner.client, partner.tell);
            const news = { ...inputs, existingUserId: first.state.userId };
            const { id, state } = await lifecycle.create(news, partner.client());
            assert.equal(id, first.id);
            assert.equal(state.state, "active");
            assert.equal(held()?.state, "active");
            assert.equal(held()?.password, first.state.credentials?.password);
        });
    }

    it("is refused for another name, and for nobody, before anything is changed", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const other = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: "ada@contoso.onmicrosoft.com",
        });
        const before = JSON.stringify(partner.simulator.customers);
        for (const [existingUserId, words] of [
            [other, /is ada@contoso.onmicrosoft.com, not grace@/],
            [partner.customerId, /has no user .*, and none that can be restored/],
        ] as const) {
            const error = await failureOf(() =>
                lifecycle.create({ ...inputs, existingUserId }, partner.client()),
            );
            assert.match(error.message, words);
            assert.match(error.message, /Nothing was changed\.$/);
        }
        assert.equal(JSON.stringify(partner.simulator.customers), before);
    });

    it("resets the password in the end, also where the service kept a member as it was", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const existingUserId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: userName,
            displayName: "Somebody",
        });
        const news = { ...inputs, existingUserId, triggers: { takenOver: "once" } };
        const body = { ...inputs, id: existingUserId, displayName: "Somebody" };
        partner.simulator.misbehave({ on: { method: "PATCH" }, status: 200, body });
        const error = await failureOf(() => lifecycle.create(news, partner.client()));
        assert.match(error.message, /kept displayName as it was/);
        const { id, state } = error as IncompleteResource<UserState>;
        const completed = await lifecycle.update(id, state, news, partner.client());
        assert.equal(completed.credentials?.password, held()?.password);
        assert.equal(held()?.displayName, "Grace Hopper");
        assert.deepEqual(lifecycle.diff(id, completed, news), { changes: false });
    });
});
