import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

/** Runs JavaScript with the built package, and answers which packages it has loaded. */
function packagesLoadedBy(script: string): Set<string> {
    const paths = filesLoadedBy(script).filter((path) => path.includes("node_modules"));
    return new Set(
        paths.map((path) =>
            String(/^(@[^/]+\/)?[^/]+/.exec(path.split("node_modules/").at(-1) ?? "")?.[0]),
        ),
    );
}

function filesLoadedBy(script: string): string[] {
    const report = "console.log(JSON.stringify(Object.keys(require.cache)));";
    const output = execFileSync(
        process.execPath,
        ["-e", `(async () => {${script}})().then(() => {${report}})`],
        {
            encoding: "utf8",
        },
    );
    return JSON.parse(output) as string[];
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

test("a kind of resource is loaded by its own resources alone", () => {
    const foldersLoadedBy = (kind: string) => {
        const files = filesLoadedBy(`require("pulumi-partnercenter/provider").${kind};`);
        const folders = files.map(
            (path) => path.match(/dist\/provider\/(?!lifecycle)(\w+)\/lifecycle/)?.[1],
        );
        return folders.filter((folder) => folder !== undefined);
    };
    assert.deepEqual(foldersLoadedBy("Customer"), ["customer"]);
    assert.deepEqual(foldersLoadedBy("CustomerAgreement"), ["agreement"]);
    assert.deepEqual(foldersLoadedBy("CustomerQualification"), ["qualification"]);
});

test("a program loads the SDK, and nothing of the provider's own", () => {
    const loaded = packagesLoadedBy(`require("pulumi-partnercenter");`);
    for (const name of ["@azure/msal-node", "node-fetch", "valibot", "p-retry", "hono"]) {
        assert.ok(!loaded.has(name), name);
    }
    assert.ok(loaded.has("@pulumi/pulumi"));
});

test("a program goes without the SDK's Automation API, unless it loads that itself", () => {
    packagesLoadedBy(`
        const { Customer } = require("pulumi-partnercenter");
        const isLoaded = () => Object.keys(require.cache).some((path) => path.includes("automation"));
        if (isLoaded()) throw new Error("loaded by the package");
        const { CustomResource } = require("@pulumi/pulumi");
        if (!isLoaded()) throw new Error("the SDK's entry loads it no longer");
        if (!(Customer.prototype instanceof CustomResource)) throw new Error("two copies of the SDK");
    `);
});
