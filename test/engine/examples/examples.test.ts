import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { startSimulator } from "../../../simulator";
import { createCustomer, customerBody } from "../../simulator/harness";
import { newStack } from "../harness/newStack";
import { repository } from "../harness/project";
import { apiCalls, partnerStack, secretsOf } from "../partner";

/** The program of an example that is one file. */
function programOf(example: string): string {
    return readFileSync(join(repository, "examples", example, "index.ts"), "utf8");
}

test("quickstart makes a customer", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: programOf("quickstart"),
        typeCheck: true,
        config: { domain: "adatum.onmicrosoft.com" },
    });
    (await stack.up()).expectSuccess();
    const { tenantId, administrator } = await stack.outputs();
    assert.equal(tenantId, simulator.customers[0]?.id);
    assert.equal(administrator, "admin@adatum.onmicrosoft.com");
});

test("adoption takes one customer over, and only looks at the other", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: programOf("adoption"),
        typeCheck: true,
    });
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
    const stack = await newStack({ program: programOf("several-partners"), env, typeCheck: true });
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
