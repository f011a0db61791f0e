import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { userLifecycle as lifecycle } from "../../../provider/user/lifecycle";
import type { UserState } from "../../../provider/user/shapes";
import { failureOf } from "../fixtures";
import { userName, userWorld } from "./inputs";

const today = () => new Date().toISOString().slice(0, 10);

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
});

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
});

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
