import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

/** Runs JavaScript with the built package, and answers which packages it has loaded. */
function packagesLoadedBy(script: string): Set<string> {
    const report = `
        const names = Object.keys(require.cache)
            .filter((path) => path.includes("node_modules"))
            .map((path) => path.split("node_modules/").at(-1).match(/^(@[^/]+\\/)?[^/]+/)[0]);
        console.log(JSON.stringify([...new Set(names)]));
    `;
    const output = execFileSync(
        process.execPath,
        ["-e", `(async () => {${script}})().then(() => {${report}})`],
        {
            encoding: "utf8",
        },
    );
    return new Set(JSON.parse(output) as string[]);
}

const customer = `{
    companyProfile: { domain: "contoso.onmicrosoft.com" },
    billingProfile: {
        email: "billing@contoso.com", culture: "en-US", language: "en", companyName: "Contoso",
        defaultAddress: { country: "US", addressLine1: "1 Street", firstName: "A", lastName: "B" },
    },
    deletionPolicy: "prevent",
}`;

test("a preview loads neither MSAL nor the HTTP client nor Pulumi's SDK", () => {
    const loaded = packagesLoadedBy(`
        const { Customer } = require("pulumi-partnercenter/provider");
        await Customer.configure({ config: { get: () => undefined } });
        const { failures } = await Customer.check({}, ${customer});
        if (failures.length > 0) throw new Error(failures[0].reason);
        await Customer.diff("id", ${customer}, ${customer});
    `);
    for (const name of ["@azure/msal-node", "node-fetch", "https-proxy-agent", "@pulumi/pulumi"]) {
        assert.ok(!loaded.has(name), name);
    }
    assert.ok(loaded.has("valibot"), "the check was made");
});

test("a program loads the SDK, and nothing of the provider's own", () => {
    const loaded = packagesLoadedBy(`require("pulumi-partnercenter");`);
    for (const name of ["@azure/msal-node", "node-fetch", "valibot", "p-retry", "hono"]) {
        assert.ok(!loaded.has(name), name);
    }
    assert.ok(loaded.has("@pulumi/pulumi"));
});
