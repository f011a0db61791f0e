import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customer, imports } from "./programs";

const hash = `T0GeAAEAHAAAAAoA${"x7Zk2Vw9".repeat(500)}`;

const second = `{ serialNumber: "second", hardwareHash: "${hash}" }`;

const program = (batchId: string, devices: string) => `${imports}
    const contoso = ${customer({ args: 'deletionPolicy: "retain",' })};
    const desk = new partnercenter.CustomerConfigurationPolicy("desk", {
        customerId: contoso.tenantId,
        name: "Front desk",
        policySettings: ["skip_eula", "oobe_user_not_local_admin"],
    });
    const batch = new partnercenter.CustomerDeviceBatch("november", {
        customerId: contoso.tenantId,
        batchId: "${batchId}",
        policyId: desk.policyId,
        devices: ${devices},
    });
    export const policyId = desk.policyId;
    export const devices = batch.devices;
`;

test("devices are registered with a policy, put right, replaced and deleted", async (t) => {
    const { simulator, stack } = await partnerStack(
        t,
        {
            program: program("Delivery 11", `[{ productKey: "first" }, ${second}]`),
            typeCheck: true,
            env: { PARTNERCENTER_ONLINE_VALIDATION: "error" },
        },
        { deviceJobMs: 300 },
    );
    signInAsUser({ simulator, stack });
    const held = () => simulator.customers[0]?.devices ?? [];
    const policies = () => simulator.customers[0]?.configurationPolicies ?? [];

    const created = (await stack.up()).expectSuccess();
    assert.equal(created.changes.create, 4);
    assert.match(created.output, /Waiting until Partner Center is done with the devices/);
    const { policyId, devices } = await stack.outputs();
    assert.equal(policyId, policies()[0]?.id);
    assert.deepEqual(
        (devices as { deviceId: string; policyId: string }[]).map((device) => [
            device.deviceId,
            device.policyId,
        ]),
        held().map(({ id }) => [id, policyId]),
    );
    const state = (await stack.run("stack", "export")).expectSuccess().stdout;
    assert.equal(state.split(hash).length - 1, 1, "the long hash stands in the state once");

    const id = simulator.customers[0]?.id ?? "";
    simulator.portal.removeDevice(id, held()[0]?.id ?? "");
    simulator.portal.changePolicy(id, policies()[0]?.id ?? "", { policySettings: ["none"] });
    simulator.forgetRequests();
    const refreshed = (await stack.refresh()).expectSuccess();
    assert.equal(refreshed.changes.update, 2);
    assert.deepEqual(apiCalls(simulator).sort(), [
        `GET /v1/customers/${id}`,
        `GET /v1/customers/${id}/deviceBatches/Delivery%2011/devices`,
        `GET /v1/customers/${id}/policies/${policies()[0]?.id}`,
    ]);

    // A device is registered once only: a batch that is replaced must go before the new one comes.
    const third = '{ productKey: "third", policyId: desk.policyId }';
    await stack.rewriteProgram(program("Delivery 12", `[${second}, ${third}]`));
    const { changes } = (await stack.up()).expectSuccess();
    assert.deepEqual([changes.update, changes.replace], [1, 1]);
    assert.deepEqual(
        held().map(({ batchId, serialNumber, productKey, policyId: assigned }) => [
            batchId,
            serialNumber ?? productKey,
            assigned,
        ]),
        [
            ["Delivery 12", "second", policyId],
            ["Delivery 12", "third", policyId],
        ],
    );
    assert.deepEqual(policies()[0]?.policySettings, ["oobe_user_not_local_admin", "skip_eula"]);

    const destroyed = (await stack.destroy()).expectSuccess();
    assert.match(destroyed.output, /The batch "Delivery 12" of customer .* stays/);
    assert.deepEqual([held(), policies()], [[], []]);
});
