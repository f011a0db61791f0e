import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { inputsWith, someInputs } from "../fixtures";
import { runCommand, simulatorFor } from "./harness";

const { requestKey: _, ...contoso } = someInputs();
const fabrikam = {
    companyProfile: { domain: "fabrikam.onmicrosoft.com" },
    billingProfile: inputsWith({}, { state: "ZZ", postalCode: "1" }).billingProfile,
};

test("valid customers are said to be so, with what is worth a warning", async (t) => {
    const simulator = await simulatorFor(t);
    const named = { ...contoso, billingProfile: { ...contoso.billingProfile, language: "de" } };
    const file = await fileWith(t, [
        contoso,
        { ...named, companyProfile: { domain: "c2.onmicrosoft.com" } },
    ]);
    const { exitCode, out, err } = await runCommand(["validate", file], simulator.settings());
    assert.equal(exitCode, 0, err);
    assert.match(out, /^ok {7}customer 1 \(contoso\.onmicrosoft\.com\)$/m);
    assert.match(out, /! billingProfile\.language: is none of those/);
    assert.match(out, /^All 2 customers are valid\.$/m);
    assert.equal(simulator.customers.length, 0);
});

test("each fault is listed under its customer, and the exit code is 1", async (t) => {
    const simulator = await simulatorFor(t);
    const file = await fileWith(t, { contoso, fabrikam });
    const { exitCode, out } = await runCommand(["validate", file], simulator.settings());
    assert.equal(exitCode, 1);
    assert.match(out, /^refused {2}fabrikam \(fabrikam\.onmicrosoft\.com\)$/m);
    assert.match(out, /- billingProfile\.defaultAddress\.state: must be one of/);
    assert.match(out, /- billingProfile\.defaultAddress\.postalCode: must have the form/);
    assert.match(out, /^1 of 2 customers would be refused\.$/m);
    const rules = simulator.requests.filter(({ path }) => path.includes("countryvalidationrules"));
    assert.equal(rules.length, 1, "one question for a country");
});

test("as JSON it is one object", async (t) => {
    const simulator = await simulatorFor(t);
    const file = await fileWith(t, { contoso, fabrikam });
    const { out } = await runCommand(["validate", "--json", file], simulator.settings());
    const { isValid, customers } = JSON.parse(out);
    assert.equal(isValid, false);
    assert.deepEqual(
        customers.map(({ name, isValid, problems }: Record<string, unknown>) => [
            name,
            isValid,
            (problems as string[]).length,
        ]),
        [
            ["contoso", true, 0],
            ["fabrikam", false, 2],
        ],
    );
});

test("offline nothing is asked, and no credential is needed", async (t) => {
    const twin = { ...contoso, companyProfile: { domain: "CONTOSO.onmicrosoft.com" } };
    const file = await fileWith(t, { contoso, fabrikam, twin, five: 5 });
    const { exitCode, out } = await runCommand(["validate", "--offline", file]);
    assert.equal(exitCode, 1);
    assert.match(out, /^ok {7}fabrikam/m);
    assert.match(out, /- companyProfile\.domain: is the domain of contoso too\./);
    assert.match(out, /^refused {2}five$\s*- must be an object\./m);
});

test("a service that cannot be asked is a warning", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: { path: "/v1/" }, times: 100, status: 403 });
    const file = await fileWith(t, [contoso]);
    const { exitCode, out } = await runCommand(["validate", file], simulator.settings());
    assert.equal(exitCode, 0);
    assert.match(out, /! Not checked before the update: whether a domain is free\./);
});

test("wrong usage is told with exit code 2", async (t) => {
    const notJson = await fileWith(t, undefined, "{");
    const empty = await fileWith(t, []);
    const text = await fileWith(t, "contoso");
    for (const [args, told] of [
        [[], /give one file/],
        [["a.json", "b.json"], /give one file/],
        [["/no/such/file.json"], /cannot be read/],
        [[notJson], /is not JSON/],
        [[empty], /holds no customer/],
        [[text], /must hold a list of customers/],
        [[empty, "--fast"], /fast/],
    ] as const) {
        const { exitCode, err } = await runCommand(["validate", "--offline", ...args]);
        assert.equal(exitCode, 2, err);
        assert.match(err, told);
    }
    const withoutCredential = await runCommand(["validate", await fileWith(t, [contoso])]);
    assert.equal(withoutCredential.exitCode, 2);
    assert.match(withoutCredential.err, /there is no credential/);
});

async function fileWith(t: TestContext, content: unknown, text = JSON.stringify(content)) {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-validate-"));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, "customers.json");
    await writeFile(file, text);
    return file;
}
