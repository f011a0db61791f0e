import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { engineEnvironment, withoutCredentials } from "../../scripts/engine/environment";
import { engineVersion } from "../../scripts/engine/version";
import { fakeMachine, putPulumi } from "./fakeMachine";

test("the engine and the launcher of dynamic providers are on PATH before all else", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);

    const env = await engineEnvironment(machine.env);

    const [engine, sdk = "", ...rest] = (env.PATH ?? "").split(delimiter);
    assert.equal(engine, machine.engine);
    assert.ok(existsSync(join(sdk, "pulumi-resource-pulumi-nodejs")));
    assert.deepEqual(rest, [machine.bin]);
});

test("nobody is logged in, nothing else is lost, and nothing is downloaded", async (t) => {
    const machine = fakeMachine(t);
    putPulumi(machine.engine, engineVersion);
    const own = { ...machine.env, PULUMI_ACCESS_TOKEN: "a token", LANG: "en" };

    const env = await engineEnvironment(own);

    assert.equal(env.PULUMI_ACCESS_TOKEN, undefined);
    assert.equal(env.LANG, "en");
    assert.equal(env.PULUMI_SKIP_UPDATE_CHECK, "true");
    assert.equal(env.PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION, "true");
    assert.equal(own.PULUMI_ACCESS_TOKEN, "a token");
});

test("what is said of a real Partner Center does not reach a simulated one", () => {
    const env = withoutCredentials({
        PARTNERCENTER_CLIENT_SECRET: "ours",
        AZURE_CLIENT_SECRET: "ours",
        ARM_TENANT_ID: "ours",
        PATH: "/bin",
    });
    assert.deepEqual(env, { PATH: "/bin" });
});
