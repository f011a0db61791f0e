import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openPartnerCenter } from "../../../provider";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { userLifecycle as lifecycle } from "../../../provider/user/lifecycle";
import type { UserState } from "../../../provider/user/shapes";
import { failureOf } from "../fixtures";
import { userName, userWorld } from "./inputs";

describe("creating a user", () => {
    it("is one call, with a random password that the state holds", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const user = held();
        assert.deepEqual(partner.takeCalls(), ["POST customers/ID/users"]);
        assert.equal(id, `${partner.customerId}/${user?.id}`);
        const { requestKey: _, ...declared } = inputs;
        assert.deepEqual(state, {
            ...declared,
            userId: user?.id,
            state: "active",
            credentials: { userName, password: user?.password },
        });
        assert.equal(user?.password.length, 24);
        assert.equal(user?.forceChangePassword, true);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
    });

    it("sets the password and the rest that the program chose", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const chosen = {
            ...inputs,
            password: "Chosen-by-hand-1",
            immutableId: "one of a kind",
            forceChangePassword: false,
        };
        const { id, state } = await lifecycle.create(chosen, partner.client());
        assert.equal(held()?.password, "Chosen-by-hand-1");
        assert.equal(held()?.immutableId, "one of a kind");
        assert.equal(held()?.forceChangePassword, false);
        assert.equal(state.credentials?.password, "Chosen-by-hand-1");
        assert.equal("password" in state, false);
        assert.deepEqual(lifecycle.diff(id, state, chosen), { changes: false });
    });

    it("makes another password each time, and none from what is known of the user", async (t) => {
        const passwords = new Set<string>();
        for (let time = 0; time < 3; time += 1) {
            const { partner, inputs } = await userWorld(t);
            const { state } = await lifecycle.create(inputs, partner.client());
            passwords.add(state.credentials?.password ?? "");
        }
        assert.equal(passwords.size, 3);
    });

    it("has a request id that depends on no password", async (t) => {
        const { partner, inputs } = await userWorld(t);
        const ids: (string | undefined)[] = [];
        for (const password of [undefined, "Chosen-by-hand-1", "Chosen-by-hand-2"]) {
            partner.simulator.misbehave({ on: { method: "POST" }, status: 403 });
            partner.simulator.misbehave({ on: { method: "POST" }, status: 403 });
            const news = password === undefined ? inputs : { ...inputs, password };
            await failureOf(() => lifecycle.create(news, partner.client()));
            ids.push(partner.simulator.requests[0]?.requestId);
            partner.takeCalls();
        }
        assert.equal(new Set(ids).size, 1);
    });

    it("keeps the password of the first run where the service replays it", async (t) => {
        const { partner, inputs, held } = await userWorld(t, {
            uncertain: { idempotentOperations: "everyWrite" },
        });
        const first = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        const again = await lifecycle.create(inputs, partner.client());
        assert.deepEqual(again, first);
        assert.equal(again.state.credentials?.password, held()?.password);
        assert.deepEqual(partner.takeCalls(), [
            "POST customers/ID/users",
            `GET customers/ID/users/${held()?.id}`,
        ]);
    });

    it("sets the password that a changed program wants of the user of a cut run", async (t) => {
        const { partner, inputs, held } = await userWorld(t, {
            uncertain: { idempotentOperations: "everyWrite" },
        });
        const first = await lifecycle.create(
            { ...inputs, password: "Chosen-by-hand-1" },
            partner.client(),
        );
        const again = await lifecycle.create(
            { ...inputs, password: "Chosen-by-hand-2" },
            partner.client(),
        );
        assert.equal(again.id, first.id);
        assert.equal(held()?.password, "Chosen-by-hand-2");
        assert.equal(again.state.credentials?.password, "Chosen-by-hand-2");
    });

    for (const [deletedUser, deletedUserName] of [
        ["404", "free"],
        ["answered", "free"],
        ["404", "taken"],
    ] as const) {
        it(`is no replay of a deleted user (${deletedUser}, ${deletedUserName})`, async (t) => {
            const { partner, inputs, held } = await userWorld(t, {
                uncertain: {
                    idempotentOperations: "everyWrite",
                    deletedUser,
                    deletedUserName,
                },
            });
            const first = await lifecycle.create(inputs, partner.client());
            await lifecycle.delete(first.id, first.state, partner.client, partner.tell);
            if (deletedUserName === "taken") {
                const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
                assert.match(error.message, /is a deleted user .* can be restored until/);
                assert.match(error.message, new RegExp(`existingUserId: "${first.state.userId}",`));
                return;
            }
            const again = await lifecycle.create(inputs, partner.client());
            assert.notEqual(again.id, first.id);
            const user = held(again.state.userId);
            assert.equal(user?.state, "active");
            assert.equal(again.state.credentials?.password, user?.password);
        });
    }

    it("waits for a tenant whom the service does not show yet", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const notFound = { status: 404, body: { code: 60003, description: "Tenant not found" } };
        partner.simulator.misbehave({ on: { path: "users" }, times: 3, ...notFound });
        await lifecycle.create(inputs, partner.client());
        assert.ok(held());
    });

    it("takes nobody over, but says who has the name and what to write", async (t) => {
        const { partner, inputs, held } = await userWorld(t);
        const userId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: userName,
            password: "Their-own-password-1",
        });
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(error.message, /^Could not create the user grace@/);
        assert.match(error.message, /grace@.* is a user of this customer already/);
        assert.match(error.message, new RegExp(`^    existingUserId: "${userId}",$`, "m"));
        assert.equal(held(userId)?.password, "Their-own-password-1");
    });

    for (const [status, change, words] of [
        [400, { userPrincipalName: "grace@fabrikam.com" }, /no verified domain/],
        [400, { userPrincipalName: "grace@contoso.com" }, /federated domain/],
    ] as const) {
        it(`tells the service's own words of a refusal: ${words.source}`, async (t) => {
            const { partner, inputs } = await userWorld(t);
            partner.simulator.portal.addCustomDomain(partner.customerId, "contoso.com");
            partner.simulator.portal.federateDomain(partner.customerId, "contoso.com");
            const error = await failureOf(() =>
                lifecycle.create({ ...inputs, ...change }, partner.client()),
            );
            assert.match(error.message, words);
            assert.match(error.message, new RegExp(`HTTP ${status}`));
            assert.doesNotMatch(error.message, /existingUserId/);
        });
    }

    it("keeps a user whose password could not be made sure, and the next update sets it", async (t) => {
        const { partner, inputs, held } = await userWorld(t, {
            uncertain: { passwordInUserAnswers: "absent" },
        });
        partner.simulator.misbehave({ on: { path: "resetpassword" }, status: 403, times: 1 });
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.ok(error instanceof IncompleteResource);
        const { id, state } = error as IncompleteResource<UserState>;
        assert.equal(state.credentials, undefined);
        assert.equal(state.passwordToReset, true);
        assert.match(error.message, /was created, but has a password that is not known/);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: true });
        const completed = await lifecycle.update(id, state, inputs, partner.client());
        assert.equal(completed.credentials?.password, held()?.password);
        assert.deepEqual(lifecycle.diff(id, completed, inputs), { changes: false });
    });

    it("knows the password of a cut run where none can be reset, whatever a changed program wants", async (t) => {
        const { partner, inputs, held } = await userWorld(t, {
            uncertain: { idempotentOperations: "everyWrite" },
        });
        const { simulator } = partner;
        const china = await openPartnerCenter({
            cloud: "china",
            apiUrl: simulator.apiUrl,
            accessToken: simulator.issueToken({ kind: "appAndUser" }),
        });
        const chosen = { ...inputs, password: "Chosen-by-hand-1" };
        const first = await lifecycle.create(chosen, china.begin());
        const changed = { ...inputs, password: "Chosen-by-hand-2" };
        const again = await lifecycle.create(changed, china.begin());
        assert.deepEqual(again, first);
        assert.equal(again.state.credentials?.password, held()?.password);
    });
});
