import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

const unknownId = "00000000-0000-4000-8000-000000000000";

/** A customer with a user who has no role, and what it takes to give one. */
async function userWithoutRole(t: TestContext, options: SimulatorOptions = {}) {
    const simulator = await simulatorFor(t, options);
    const id = await createCustomer(simulator);
    const userPrincipalName = "grace@contoso.onmicrosoft.com";
    const userId = simulator.portal.addUser(id, { userPrincipalName, displayName: "Grace" });
    const { body } = await call(simulator, `GET /v1/customers/${id}/directoryroles`);
    const roles = at(body, "items") as { id: string; name: string }[];
    const roleId = roles.find(({ name }) => name === "Helpdesk Administrator")?.id;
    return {
        simulator,
        customer: `/v1/customers/${id}`,
        members: `/v1/customers/${id}/directoryroles/${roleId}/usermembers`,
        userId,
        roleId,
        member: { Id: userId, DisplayName: "Grace", UserPrincipalName: userPrincipalName },
        rolesHeld: () => simulator.customers[0]?.users.find((one) => one.id === userId)?.roles,
        id,
    };
}

test("roles have the members of the documented sample, and ids of their tenant", async (t) => {
    const { simulator, customer } = await userWithoutRole(t);
    const other = await createCustomer(simulator, customerBody("fabrikam.onmicrosoft.com"));
    const { body } = await call(simulator, `GET ${customer}/directoryroles`);
    assert.deepEqual(Object.keys(at(body, "items.0") as object).sort(), [
        "attributes",
        "id",
        "name",
    ]);
    const theirs = await call(simulator, `GET /v1/customers/${other}/directoryroles`);
    assert.notEqual(at(theirs.body, "items.0.id"), at(body, "items.0.id"));
});

test("a role is given, listed and taken away", async (t) => {
    const { simulator, customer, members, userId, roleId, member, rolesHeld } =
        await userWithoutRole(t);
    const given = await call(simulator, `POST ${members}`, { body: member });
    assert.equal(given.status, 201);
    assert.deepEqual(given.body, {
        displayName: "Grace",
        userPrincipalName: "grace@contoso.onmicrosoft.com",
        roleId,
        id: userId,
        attributes: { objectType: "UserMember" },
    });
    assert.deepEqual(rolesHeld(), ["Helpdesk Administrator"]);
    const theirs = await call(simulator, `GET ${customer}/users/${userId}/directoryroles`);
    assert.equal(at(theirs.body, "items.0.id"), roleId);
    const holders = await call(simulator, `GET ${members}`);
    assert.equal(at(holders.body, "items.0.id"), userId);

    assert.equal((await call(simulator, `DELETE ${members}/${userId}`)).status, 204);
    assert.deepEqual(rolesHeld(), []);
    assert.equal((await call(simulator, `DELETE ${members}/${userId}`)).status, 404);
});

for (const [choice, status] of [
    ["400-3000", 400],
    ["409-3000", 409],
    ["accepted", 201],
] as const) {
    test(`a role that is given again: ${choice}`, async (t) => {
        const { simulator, members, member, rolesHeld } = await userWithoutRole(t, {
            uncertain: { roleGivenAgain: choice },
        });
        await call(simulator, `POST ${members}`, { body: member });
        assert.equal((await call(simulator, `POST ${members}`, { body: member })).status, status);
        assert.deepEqual(rolesHeld(), ["Helpdesk Administrator"]);
    });
}

test("a role is only given to a user who is there, by id, name and display name", async (t) => {
    const { simulator, customer, members, member, id, userId } = await userWithoutRole(t);
    const statusOf = async (line: string, body: object) =>
        (await call(simulator, line, { body })).status;
    assert.equal(await statusOf(`POST ${members}`, { Id: userId }), 400);
    assert.equal(await statusOf(`POST ${members}`, { ...member, Id: unknownId }), 404);
    const unknownRole = `POST ${customer}/directoryroles/${unknownId}/usermembers`;
    assert.equal(await statusOf(unknownRole, member), 404);
    simulator.portal.deleteUser(id, userId);
    assert.equal(await statusOf(`POST ${members}`, member), 404);
});

test("the US Government's Partner Center gives no roles", async (t) => {
    const { simulator, members, member } = await userWithoutRole(t, { cloud: "usGov" });
    assert.equal((await call(simulator, `POST ${members}`, { body: member })).status, 400);
});
