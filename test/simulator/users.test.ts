import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type TestContext, test } from "node:test";
import type { Simulator, SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, simulatorFor } from "./harness";

const password = "Sunflower-28";
const dayMs = 24 * 60 * 60 * 1000;

/** A simulator with one customer, and the path of its users. */
async function usersOf(t: TestContext, options: SimulatorOptions = {}) {
    const simulator = await simulatorFor(t, options);
    const id = await createCustomer(simulator);
    return { simulator, id, users: `/v1/customers/${id}/users` };
}

function userBody(change: object = {}): object {
    return {
        usageLocation: "US",
        userPrincipalName: "grace@contoso.onmicrosoft.com",
        firstName: "Grace",
        lastName: "Hopper",
        displayName: "Grace Hopper",
        passwordProfile: { password, forceChangePassword: true },
        attributes: { objectType: "CustomerUser" },
        ...change,
    };
}

async function addUser(simulator: Simulator, users: string, change: object = {}): Promise<string> {
    const answer = await call(simulator, `POST ${users}`, { body: userBody(change) });
    assert.ok(answer.status < 300, answer.text);
    return String(at(answer.body, "id"));
}

const heldUser = (simulator: Simulator, userId: string) =>
    simulator.customers[0]?.users.find(({ id }) => id === userId);

const itemsOf = (body: unknown) => at(body, "items") as Record<string, unknown>[];

test("a user is created, answered as documented, and has the password", async (t) => {
    const { simulator, id, users } = await usersOf(t);
    const { status, body } = await call(simulator, `POST ${users}`, {
        body: userBody({ immutableId: "one of a kind" }),
    });
    assert.equal(status, 200);
    const userId = String(at(body, "id"));
    assert.deepEqual(body, {
        ...userBody({ immutableId: "one of a kind" }),
        id: userId,
        lastDirectorySyncTime: null,
        softDeletionTime: null,
        state: "active",
        userDomainType: "none",
        links: { self: { uri: `/customers/${id}/users/${userId}`, method: "GET", headers: [] } },
    });
    assert.equal(heldUser(simulator, userId)?.password, password);
});

test("the first administrator is a user, with the password of the creation and without a place", async (t) => {
    const { simulator, users } = await usersOf(t);
    const { body } = await call(simulator, `GET ${users}`);
    const [administrator] = itemsOf(body);
    assert.equal(administrator?.userPrincipalName, "admin@contoso.onmicrosoft.com");
    assert.equal(administrator?.usageLocation, undefined);
    const [customer] = simulator.customers;
    assert.equal(customer?.users[0]?.password, customer?.password);
    assert.deepEqual(customer?.users[0]?.roles, ["Company Administrator"]);
});

test("no answer but those that set a password holds one, and no record of requests", async (t) => {
    const { simulator, users } = await usersOf(t);
    const userId = await addUser(simulator, users);
    for (const line of [`GET ${users}`, `GET ${users}/${userId}`]) {
        assert.doesNotMatch((await call(simulator, line)).text, /password/i);
    }
    assert.doesNotMatch(JSON.stringify(simulator.requests), new RegExp(password));
});

test("users come page by page", async (t) => {
    const { simulator, users } = await usersOf(t);
    for (const name of ["a", "b", "c"]) {
        await addUser(simulator, users, {
            userPrincipalName: `${name}@contoso.onmicrosoft.com`,
        });
    }
    const first = await call(simulator, `GET ${users}?size=3`);
    assert.equal(itemsOf(first.body).length, 3);
    const next = String(at(first.body, "links.next.uri"));
    const token = String(at(first.body, "links.next.headers.0.value"));
    const second = await call(simulator, `GET /v1${next}`, {
        headers: { "MS-ContinuationToken": token },
    });
    assert.deepEqual(
        itemsOf(second.body).map(({ userPrincipalName }) => userPrincipalName),
        ["c@contoso.onmicrosoft.com"],
    );
    assert.equal(at(second.body, "links.next"), undefined);
});

for (const [what, change, words] of [
    ["no name", { userPrincipalName: "" }, /user_principal_name/],
    ["no domain", { userPrincipalName: "grace" }, /user_principal_name/],
    ["a foreign domain", { userPrincipalName: "grace@fabrikam.com" }, /no verified domain/],
    ["a federated domain", { userPrincipalName: "grace@contoso.com" }, /federated/],
    ["no display name", { displayName: "" }, /display_name/],
    ["a false place", { usageLocation: "USA" }, /usage_location/],
    ["no password", { passwordProfile: {} }, /password/],
    ["a short password", { passwordProfile: { password: "Ab1!" } }, /complexity/],
    ["a simple password", { passwordProfile: { password: "sunflower28" } }, /complexity/],
    ["its own name as password", { passwordProfile: { password: "Grace-2028" } }, /complexity/],
    ["a name that is taken", { userPrincipalName: "ADMIN@contoso.onmicrosoft.com" }, /exists/],
] as const) {
    test(`a user with ${what} is refused`, async (t) => {
        const { simulator, id, users } = await usersOf(t);
        simulator.portal.addCustomDomain(id, "contoso.com");
        simulator.portal.federateDomain(id, "contoso.com");
        const { status, text } = await call(simulator, `POST ${users}`, { body: userBody(change) });
        assert.equal(status, 400);
        assert.match(text, words);
        assert.doesNotMatch(text, /Grace-2028|sunflower28/);
        assert.equal(simulator.customers[0]?.users.length, 1);
    });
}

test("users are for an application with a user, and with delegated rights", async (t) => {
    const { simulator, id, users } = await usersOf(t);
    const token = simulator.issueToken({ kind: "app" });
    for (const line of [
        `GET ${users}`,
        `POST ${users}`,
        `GET /v1/customers/${id}/directoryroles`,
    ]) {
        const body = line.startsWith("POST") ? userBody() : undefined;
        const alone = await call(simulator, line, { token, body });
        assert.deepEqual([alone.status, at(alone.body, "code")], [403, 900329]);
    }
    simulator.portal.hideDelegatedAccess(id);
    assert.equal(at((await call(simulator, `GET ${users}`)).body, "code"), 900308);
});

test("a user changes member by member", async (t) => {
    const { simulator, users } = await usersOf(t);
    const userId = await addUser(simulator, users);
    const body = { displayName: "Admiral", userPrincipalName: "admiral@contoso.onmicrosoft.com" };
    const answer = await call(simulator, `PATCH ${users}/${userId}`, { body });
    assert.equal(answer.status, 200);
    assert.equal(at(answer.body, "displayName"), "Admiral");
    assert.equal(at(answer.body, "lastName"), "Hopper");
    assert.equal(heldUser(simulator, userId)?.userPrincipalName, body.userPrincipalName);
    assert.equal(heldUser(simulator, userId)?.password, password);
});

for (const [choice, status, name] of [
    ["accepted", 200, "new@contoso.onmicrosoft.com"],
    ["refused", 400, "grace@contoso.onmicrosoft.com"],
    ["ignored", 200, "grace@contoso.onmicrosoft.com"],
] as const) {
    test(`another name of a user is ${choice}`, async (t) => {
        const { simulator, users } = await usersOf(t, { uncertain: { changedUserName: choice } });
        const userId = await addUser(simulator, users);
        const body = { userPrincipalName: "new@contoso.onmicrosoft.com" };
        assert.equal((await call(simulator, `PATCH ${users}/${userId}`, { body })).status, status);
        assert.equal(heldUser(simulator, userId)?.userPrincipalName, name);
    });
}

for (const [choice, atPath, atUser] of [
    ["both", 200, true],
    ["resetpassword", 200, false],
    ["user", 404, true],
] as const) {
    test(`a password is reset by ${choice}`, async (t) => {
        const { simulator, users } = await usersOf(t, { uncertain: { passwordReset: choice } });
        const userId = await addUser(simulator, users);
        const profile = (text: string) => ({
            body: { passwordProfile: { password: text, forceChangePassword: false } },
        });
        const path = `PATCH ${users}/${userId}`;
        const reset = await call(simulator, `${path}/resetpassword`, profile("Marigold-30"));
        assert.equal(reset.status, atPath);
        const afterPath = heldUser(simulator, userId);
        assert.equal(afterPath?.password === "Marigold-30", atPath === 200);
        assert.equal((await call(simulator, path, profile("Cornflower-31"))).status, 200);
        assert.equal(heldUser(simulator, userId)?.password === "Cornflower-31", atUser);
        assert.equal((await call(simulator, path, profile("Weak"))).status, atUser ? 400 : 200);
    });
}

test("a reset is answered with or without the password", async (t) => {
    for (const choice of ["echoed", "absent"] as const) {
        const { simulator, users } = await usersOf(t, {
            uncertain: { passwordInUserAnswers: choice, userCreateStatus: 201 },
        });
        const made = await call(simulator, `POST ${users}`, { body: userBody() });
        assert.equal(made.status, 201);
        assert.equal(at(made.body, "passwordProfile.password") === password, choice === "echoed");
    }
});

test("a deleted user is kept for 30 days, and can be restored", async (t) => {
    let time = Date.now();
    const { simulator, users } = await usersOf(t, { now: () => time });
    const userId = await addUser(simulator, users);
    const user = `${users}/${userId}`;
    assert.equal((await call(simulator, `DELETE ${user}`)).status, 204);
    assert.equal((await call(simulator, `DELETE ${user}`)).status, 404);
    assert.equal(at((await call(simulator, `GET ${user}`)).body, "code"), 60002);
    assert.equal(itemsOf((await call(simulator, `GET ${users}`)).body).length, 1);
    const filter = { Field: "UserState", Value: "Inactive", Operator: "equals" };
    const deleted = `GET ${users}?size=500&filter=${encodeURIComponent(JSON.stringify(filter))}`;
    const [found] = itemsOf((await call(simulator, deleted)).body);
    assert.deepEqual(
        [found?.id, found?.state, found?.softDeletionTime],
        [userId, "inactive", new Date(time).toISOString()],
    );

    const restore = { body: { State: "active", Attributes: { ObjectType: "CustomerUser" } } };
    const restored = await call(simulator, `PATCH ${user}`, restore);
    assert.equal(at(restored.body, "state"), "active");
    assert.equal(at(restored.body, "softDeletionTime"), undefined);
    assert.equal(at(restored.body, "displayName"), "Grace Hopper");

    await call(simulator, `DELETE ${user}`);
    time += 30 * dayMs;
    // Tokens are younger than that.
    assert.deepEqual(itemsOf((await call(simulator, deleted)).body), []);
    assert.equal((await call(simulator, `PATCH ${user}`, restore)).status, 404);
});

for (const [choice, status] of [
    ["free", 200],
    ["taken", 400],
] as const) {
    test(`the name of a deleted user is ${choice}, and a restored one needs it`, async (t) => {
        const { simulator, users } = await usersOf(t, { uncertain: { deletedUserName: choice } });
        const userId = await addUser(simulator, users);
        await call(simulator, `DELETE ${users}/${userId}`);
        const again = await call(simulator, `POST ${users}`, { body: userBody() });
        assert.equal(again.status, status);
        const restore = { body: { state: "active" } };
        const restored = await call(simulator, `PATCH ${users}/${userId}`, restore);
        assert.equal(restored.status, choice === "free" ? 400 : 200);
    });
}

test("a deleted user may be answered by id as inactive", async (t) => {
    const { simulator, users } = await usersOf(t, { uncertain: { deletedUser: "answered" } });
    const userId = await addUser(simulator, users);
    await call(simulator, `DELETE ${users}/${userId}`);
    assert.equal(at((await call(simulator, `GET ${users}/${userId}`)).body, "state"), "inactive");
});

for (const [choice, name] of [
    ["400-3000", "contoso"],
    ["409-3000", "contoso"],
    ["400-27002", "contoso"],
] as const) {
    test(`a name that is taken gets ${choice}`, async (t) => {
        const { simulator, users } = await usersOf(t, { uncertain: { userNameTaken: choice } });
        const body = userBody({ userPrincipalName: `admin@${name}.onmicrosoft.com` });
        const answer = await call(simulator, `POST ${users}`, { body });
        assert.equal(`${answer.status}-${at(answer.body, "code")}`, choice);
    });
}

test("creating a user is idempotent where every write is", async (t) => {
    for (const [choice, status] of [
        ["createCustomer", 400],
        ["everyWrite", 200],
    ] as const) {
        const { simulator, users } = await usersOf(t, {
            uncertain: { idempotentOperations: choice },
        });
        const request = { body: userBody(), headers: { "MS-RequestId": randomUUID() } };
        await call(simulator, `POST ${users}`, request);
        assert.equal((await call(simulator, `POST ${users}`, request)).status, status);
        assert.equal(simulator.customers[0]?.users.length, 2);
    }
});

for (const [cloud, writes, resets] of [
    ["global", true, true],
    ["usGov", false, false],
    ["china", true, false],
] as const) {
    test(`what the cloud ${cloud} can do with users`, async (t) => {
        const simulator = await simulatorFor(t, { cloud });
        const domain =
            cloud === "china" ? "contoso.partner.onmschina.cn" : "contoso.onmicrosoft.com";
        const id = await createCustomer(simulator, customerIn(cloud, domain));
        const users = `/v1/customers/${id}/users`;
        const body = userBody({ userPrincipalName: `grace@${domain}` });
        const made = await call(simulator, `POST ${users}`, { body });
        assert.equal(made.status < 300, writes, made.text);
        const userId = simulator.customers[0]?.users[0]?.id;
        const reset = await call(simulator, `PATCH ${users}/${userId}/resetpassword`, {
            body: { passwordProfile: { password } },
        });
        assert.equal(reset.status < 300, resets);
        const removed = await call(simulator, `DELETE ${users}/${userId}`);
        assert.equal(removed.status < 300, writes);
    });
}

function customerIn(cloud: string, domain: string): unknown {
    const isChina = cloud === "china";
    return {
        companyProfile: { domain },
        billingProfile: {
            email: "someone@example.com",
            culture: isChina ? "zh-CN" : "en-US",
            language: isChina ? "zh" : "en",
            companyName: "Contoso",
            defaultAddress: {
                country: isChina ? "CN" : "US",
                city: isChina ? "Beijing" : "Redmond",
                state: isChina ? "BJ" : "WA",
                addressLine1: "One Microsoft Way",
                postalCode: isChina ? "100000" : "98052",
                firstName: "Ada",
                lastName: "Lovelace",
                phoneNumber: "4255550101",
            },
        },
    };
}
