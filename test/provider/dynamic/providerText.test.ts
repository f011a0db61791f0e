import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { providerText } from "../../../provider/dynamic/providerText";

describe("the provider's text", () => {
    const home = process.cwd();
    let folder: string;

    beforeEach(() => {
        folder = realpathSync(mkdtempSync(join(tmpdir(), "provider-text-")));
        process.chdir(folder);
    });

    afterEach(() => {
        process.chdir(home);
        rmSync(folder, { recursive: true });
    });

    it("is this one for ever: it stands in the states of all users", () => {
        assert.equal(
            providerText("Customer"),
            'exports.handler=()=>{try{return require("module").createRequire(process.cwd()+"/_")("pulumi-partnercenter/provider").Customer}catch(e){e.message="Run npm ci first. "+e.message;throw e}}',
        );
    });

    it("is one line of less than 200 bytes", () => {
        assert.ok(Buffer.byteLength(providerText("Customer")) < 200);
        assert.doesNotMatch(providerText("Customer"), /\n/);
    });

    it("loads the provider from the program's folder", () => {
        install(folder, 'exports.Customer = "the provider of this folder";');
        assert.equal(run(providerText("Customer")), "the provider of this folder");
    });

    it("loads it from a folder above, as Node does", () => {
        install(folder, 'exports.Customer = "the provider above";');
        mkdirSync(join(folder, "program"));
        process.chdir(join(folder, "program"));
        assert.equal(run(providerText("Customer")), "the provider above");
    });

    it("says what to do where the package is not installed", () => {
        assert.throws(
            () => run(providerText("Customer")),
            /^Error: Run npm ci first\. Cannot find/,
        );
    });
});

/** Runs the text as the dynamic-provider process does. */
function run(text: string): unknown {
    const exports: { handler?: () => unknown } = {};
    new Function("exports", "require", text)(exports, require);
    return exports.handler?.();
}

function install(folder: string, code: string): void {
    const target = join(folder, "node_modules", "pulumi-partnercenter");
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, "provider.js"), code);
    writeFileSync(
        join(target, "package.json"),
        JSON.stringify({
            name: "pulumi-partnercenter",
            exports: { "./provider": "./provider.js" },
        }),
    );
}
