import assert from "node:assert/strict";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type TestContext, test } from "node:test";
import { repository } from "../harness/project";
import type { Stack } from "../harness/stack";
import { partnerStack } from "../partner";
import { customer, imports } from "../programs";

const agreement = `new partnercenter.CustomerAgreement("contoso", {
    customerId: contoso.tenantId,
    primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
});`;

test("the policy pack lets a customer with an agreement pass, and names each rule that is broken", async (t) => {
    const stack = await stackWithPolicies(t, `const contoso = ${customer()};\n${agreement}`);
    const passed = (await stack.preview("--policy-pack", packOf(stack))).expectSuccess();
    assert.match(passed.output, /partner-customers/);

    const forbidden = customer({ args: 'deletionPolicy: "delete",' });
    await stack.rewriteProgram(
        `${imports} ${forbidden.replace('country: "US"', 'country: "DE"')};`,
    );
    const refused = (await stack.preview("--policy-pack", packOf(stack))).mustFail(
        /customer-country/,
    );
    assert.match(refused.output, /The country is DE; we sell in US, CA\./);
    assert.match(refused.output, /customer-deletion[\s\S]*that is for the integration sandbox/);
    assert.match(
        refused.output,
        /customer-agreement[\s\S]*The customer contoso has no CustomerAgreement/,
    );
});

test("its rules are configured for a stack", async (t) => {
    const stack = await stackWithPolicies(
        t,
        `const contoso = ${customer({ args: 'deletionPolicy: "delete",' })};\n${agreement}`,
    );
    const config = join(stack.project.root, "sandbox.json");
    await writeFile(config, JSON.stringify({ "customer-deletion": { isSandbox: true } }));
    const args = ["--policy-pack", packOf(stack), "--policy-pack-config", config];
    (await stack.preview(...args)).expectSuccess();
});

/** A stack, and in its folder the pack as this machine's engine can run it. */
async function stackWithPolicies(t: TestContext, program: string): Promise<Stack> {
    const { stack } = await partnerStack(t, { program: `${imports} ${program}` });
    const pack = packOf(stack);
    await cp(join(repository, "examples/policy"), pack, { recursive: true });
    await symlink(join(repository, "node_modules"), join(pack, "node_modules"), "junction");
    // A language host that was built from the sources in Go's registry runs programs only. For a
    // runtime without a host the engine asks a launcher of its own, as it once did for Node.js.
    const description = join(pack, "PulumiPolicy.yaml");
    const text = await readFile(description, "utf8");
    await writeFile(description, text.replace("runtime: nodejs", "runtime: nodejs-pack"));
    const folder = join(stack.project.root, "bin");
    const launcher = join(folder, "pulumi-analyzer-policy-nodejs-pack");
    await mkdir(folder);
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    await writeFile(launcher, `#!/bin/sh\nexec node "${runner}" "$@"\n`, { mode: 0o755 });
    stack.env.PATH = [folder, stack.env.PATH].join(delimiter);
    return stack;
}

function packOf(stack: Stack): string {
    return join(stack.project.root, "policy");
}
