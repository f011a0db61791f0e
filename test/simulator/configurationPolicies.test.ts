import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "./harness";

const policy = {
    name: "Front desk",
    category: "o_o_b_e",
    description: "Windows of the front desk",
    policySettings: ["skip_eula", "oobe_user_not_local_admin"],
};

test("a policy is made, listed, changed as a whole and deleted", async (t) => {
    const simulator = await simulatorFor(t, { now: () => Date.parse("2026-11-24T10:00:00Z") });
    const path = `/v1/customers/${await createCustomer(simulator)}/policies`;
    const made = await call(simulator, `POST ${path}`, { body: policy });
    assert.equal(made.status, 200);
    const id = String(at(made.body, "id"));
    assert.deepEqual(made.body, {
        ...policy,
        id,
        devicesAssigned: 0,
        policySettings: ["oobe_user_not_local_admin", "skip_eula"],
        createdDate: "2026-11-24T10:00:00.000Z",
        lastModifiedDate: "2026-11-24T10:00:00.000Z",
        attributes: { objectType: "ConfigurationPolicy" },
    });
    const listed = await call(simulator, `GET ${path}`);
    assert.deepEqual(at(listed.body, "items"), [made.body]);
    const body = { id, name: "Desk", category: "o_o_b_e", policySettings: ["none"] };
    assert.equal((await call(simulator, `PUT ${path}/${id}`, { body })).status, 200);
    const read = await call(simulator, `GET ${path}/${id}`);
    assert.equal(at(read.body, "name"), "Desk");
    assert.equal(at(read.body, "description"), undefined);
    assert.deepEqual(at(read.body, "policySettings"), ["none"]);
    assert.equal((await call(simulator, `DELETE ${path}/${id}`)).status, 204);
    assert.deepEqual(simulator.customers[0]?.configurationPolicies, []);
    for (const line of [`GET ${path}/${id}`, `DELETE ${path}/${id}`]) {
        assert.equal((await call(simulator, line)).status, 404);
    }
});

for (const [what, change, code] of [
    ["without a name", { name: "" }, 3000],
    ["without a category", { category: undefined }, 3000],
    ["without settings", { policySettings: [] }, 3000],
    ["of another category", { category: "kiosk" }, 800002],
    ["with an unknown setting", { policySettings: ["skip_work"] }, 800002],
] as const) {
    test(`a policy ${what} is refused`, async (t) => {
        const simulator = await simulatorFor(t);
        const path = `/v1/customers/${await createCustomer(simulator)}/policies`;
        const refused = await call(simulator, `POST ${path}`, { body: { ...policy, ...change } });
        assert.deepEqual([refused.status, at(refused.body, "code")], [400, code]);
    });
}

test("another policy's id is refused in a change", async (t) => {
    const simulator = await simulatorFor(t);
    const path = `/v1/customers/${await createCustomer(simulator)}/policies`;
    const made = await call(simulator, `POST ${path}`, { body: policy });
    for (const [id, code] of [
        [undefined, 3000],
        ["56edf752-ee77-4fd8-b7f5-df1f74a3a9ac", 800002],
    ]) {
        const line = `PUT ${path}/${at(made.body, "id")}`;
        const refused = await call(simulator, line, { body: { ...policy, id } });
        assert.deepEqual([refused.status, at(refused.body, "code")], [400, code]);
    }
});

for (const [policyNameTaken, status] of [
    ["accepted", 200],
    ["400-3000", 400],
    ["409-3000", 409],
] as const) {
    test(`a second policy of one name gets ${policyNameTaken}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { policyNameTaken } });
        const path = `/v1/customers/${await createCustomer(simulator)}/policies`;
        await call(simulator, `POST ${path}`, { body: policy });
        assert.equal((await call(simulator, `POST ${path}`, { body: policy })).status, status);
    });
}

test("other clouds have no policies", async (t) => {
    const simulator = await simulatorFor(t, { cloud: "usGov" });
    const path = `/v1/customers/${await createCustomer(simulator)}/policies`;
    const refused = await call(simulator, `GET ${path}`);
    assert.deepEqual([refused.status, at(refused.body, "code")], [400, 900127]);
});
