import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startSimulator } from "../../../simulator";
import { createCustomer, customerBody } from "../../simulator/harness";
import { newStack } from "../harness/newStack";
import { apiCalls, secretsOf } from "../partner";
import { copyExample, exampleStack, projectOf } from "./exampleStack";

/** One of the resellers that the simulated partner has. */
const resellerId = "484e548c-f5f3-4528-93a9-c16c6373cb59";

test("quickstart makes a customer", async (t) => {
    const { simulator, stack } = await exampleStack(t, "quickstart", {
        config: { domain: "adatum.onmicrosoft.com" },
    });
    (await stack.up()).expectSuccess();
    const { tenantId, administrator } = await stack.outputs();
    assert.equal(tenantId, simulator.customers[0]?.id);
    assert.equal(administrator, "admin@adatum.onmicrosoft.com");
});

test("adoption takes one customer over, and only looks at the other", async (t) => {
    const { simulator, stack } = await exampleStack(t, "adoption");
    const contoso = await createCustomer(simulator, customerBody("contoso.onmicrosoft.com"));
    const fabrikam = await createCustomer(simulator, customerBody("fabrikam.onmicrosoft.com"));
    await stack.setConfig({ contosoTenantId: contoso, fabrikamTenantId: fabrikam });
    simulator.forgetRequests();
    (await stack.up()).expectSuccess();
    assert.deepEqual(await stack.outputs(), {
        contosoRelationship: "reseller",
        fabrikamCity: "Redmond",
    });
    const writes = apiCalls(simulator).filter((call) => !call.startsWith("GET "));
    assert.deepEqual(writes, [`PUT /v1/customers/${contoso}/profiles/billing`]);
});

test("several partners each get their own customer, and no secret of theirs is kept", async (t) => {
    const certificateFolder = ".simulator";
    const [europe, america] = await Promise.all([
        startSimulator({ certificateFolder, partner: { region: ["DE"] } }),
        startSimulator({ certificateFolder }),
    ]);
    const env = Object.fromEntries(
        Object.entries({ EU: europe, US: america }).flatMap(([profile, simulator]) =>
            Object.entries(simulator.settings()).map(([name, value]) => [
                name.replace("PARTNERCENTER_", `PARTNERCENTER_${profile}_`),
                value,
            ]),
        ),
    );
    const project = await projectOf("several-partners");
    const stack = await newStack({ program: "", project, env, typeCheck: true });
    await copyExample("several-partners", stack.project.folder);
    t.after(async () => {
        await stack.remove();
        await Promise.all([europe.close(), america.close()]);
    });
    (await stack.up()).expectSuccess();
    assert.deepEqual(
        [europe, america].map(({ customers }) => customers.map(({ domain }) => domain)),
        [["fabrikam.onmicrosoft.com"], ["northwind.onmicrosoft.com"]],
    );
    await stack.expectNoClearText([...secretsOf(europe), ...secretsOf(america)]);
});

test("reseller makes a direct customer and one of a reseller, and hands both on", async (t) => {
    const { simulator, stack } = await exampleStack(t, "reseller");
    stack.env.PARTNERCENTER_REFRESH_TOKEN = simulator.issueRefreshToken();
    const { folder } = stack.project;
    await stack.setConfig({ resellerTenantId: resellerId, tenantFolder: folder });
    (await stack.up()).expectSuccess();
    const partners = simulator.customers.map(({ associatedPartnerId }) => associatedPartnerId);
    assert.deepEqual(new Set(partners), new Set([undefined, resellerId]));
    const { tenants } = (await stack.outputs()) as { tenants: Record<string, string> };
    assert.deepEqual(
        new Set(Object.values(tenants)),
        new Set(simulator.customers.map(({ id }) => id)),
    );
    for (const [name, tenantId] of Object.entries(tenants)) {
        const file = JSON.parse(await readFile(join(folder, `${name}.json`), "utf8"));
        assert.equal(file.tenantId, tenantId);
    }
});
