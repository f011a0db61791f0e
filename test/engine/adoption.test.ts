import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runCommand } from "../provider/commands/harness";
import { apiCalls, partnerStack } from "./partner";
import { customerProgram, imports } from "./programs";

/** A preview that looks at the customer who is to be taken over. */
const env = { PARTNERCENTER_ONLINE_VALIDATION: "error" };

test("a customer of the partner is taken over, and what differs is written", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "retain",' }),
    });
    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";
    (await stack.destroy()).expectSuccess();

    Object.assign(stack.env, env);
    simulator.forgetRequests();
    const args = `existingCustomerId: "${id}",`;
    await stack.rewriteProgram(customerProgram({ args, street: '"One Contoso Way"' }));
    const preview = (await stack.preview()).expectSuccess();
    assert.match(
        preview.output,
        /is taken over as contoso\.onmicrosoft\.com; .*, billingProfile\.defaultAddress\.addressLine1 will be overwritten/,
    );
    assert.deepEqual(apiCalls(simulator), [`GET /v1/customers/${id}`], "a preview writes nothing");

    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers.length, 1);
    assert.deepEqual(apiCalls(simulator).slice(2), [
        `GET /v1/customers/${id}`,
        `GET /v1/customers/${id}/profiles/billing`,
        `PUT /v1/customers/${id}/profiles/billing`,
    ]);
    assert.deepEqual(await stack.outputs(), { tenantId: id });
    (await stack.preview("--expect-no-changes")).expectSuccess();

    await stack.rewriteProgram(customerProgram({ args, domain: '"other.onmicrosoft.com"' }));
    (await stack.preview()).mustFail(/another domain/);
});

test("a customer with another domain is not taken over", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        env,
        program: customerProgram({ args: 'deletionPolicy: "retain",' }),
    });
    (await stack.up()).expectSuccess();
    (await stack.destroy()).expectSuccess();
    await stack.rewriteProgram(
        customerProgram({
            domain: '"fabrikam.onmicrosoft.com"',
            args: `existingCustomerId: "${simulator.customers[0]?.id}",`,
        }),
    );
    (await stack.preview()).mustFail(/has the domain contoso\.onmicrosoft\.com, not fabrikam/);
    (await stack.up()).mustFail(/has the domain contoso\.onmicrosoft\.com, not fabrikam/);
});

test("a taken domain of the partner's own customer is explained with the line that adopts it", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "retain",' }),
    });
    (await stack.up()).expectSuccess();
    (await stack.destroy()).expectSuccess();
    await stack.rewriteProgram(customerProgram({ name: "again" }));
    (await stack.up()).mustFail(new RegExp(`existingCustomerId: "${simulator.customers[0]?.id}"`));
    assert.equal(simulator.customers.length, 1);
});

test("an existing customer comes into a stack by an import file, without a write", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "retain",' }),
    });
    (await stack.up()).expectSuccess();
    (await stack.destroy()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";

    simulator.forgetRequests();
    const file = join(stack.project.root, "import.json");
    const { exitCode, err } = await runCommand(
        ["import", "--file", file, id],
        simulator.settings(),
    );
    assert.deepEqual({ exitCode, err }, { exitCode: 0, err: "" });
    const imported = ["import", "--file", file, "--generate-code=false", "--protect=false"];
    (await stack.run(...imported, "--yes", "--non-interactive")).expectSuccess();

    await stack.rewriteProgram(customerProgram());
    (await stack.preview("--expect-no-changes")).expectSuccess();
    (await stack.refresh("--expect-no-changes")).expectSuccess();
    assert.deepEqual(
        apiCalls(simulator).filter((call) => !call.startsWith("GET ")),
        [],
    );
    (await stack.destroy()).mustFail(/deletionPolicy is "prevent"/);
});

test("a customer that the partner does not have is refused at preview", async (t) => {
    const { stack } = await partnerStack(t, {
        env,
        program: customerProgram({
            args: 'existingCustomerId: "00000000-0000-0000-0000-000000000000",',
        }),
    });
    (await stack.preview()).mustFail(/existingCustomerId: .* is no customer of this partner/);
});

test("a preview that cannot ask says so, and goes on", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        env,
        program: customerProgram({
            args: 'existingCustomerId: "00000000-0000-0000-0000-000000000000",',
        }),
    });
    simulator.misbehave({ on: { path: "/v1/" }, times: 100, status: 400, body: { code: "2000" } });
    const preview = (await stack.preview()).expectSuccess();
    assert.match(preview.output, /Partner Center could not be asked before the update/);
});

test("get reads a customer, and never owns it", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram({ args: 'deletionPolicy: "retain",' }),
    });
    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";
    (await stack.destroy()).expectSuccess();

    await stack.rewriteProgram(`${imports}
        const contoso = partnercenter.Customer.get("contoso", "${id}");
        export const domain = contoso.companyProfile.domain;
        export const city = contoso.billingProfile.defaultAddress.city;
    `);
    (await stack.up()).expectSuccess();
    assert.deepEqual(await stack.outputs(), {
        domain: "contoso.onmicrosoft.com",
        city: "Redmond",
    });
    (await stack.destroy()).expectSuccess();
    assert.equal(simulator.customers[0]?.deleted, false);
});
