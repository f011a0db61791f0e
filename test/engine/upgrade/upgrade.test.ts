import assert from "node:assert/strict";
import { copyFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { temporaryFolder } from "../../temporaryFolder";
import { partnerStack } from "../partner";
import { recordedOptions, statesFolder } from "./states";

test("there is at least one recorded state", async () => {
    assert.notDeepEqual(await readdir(statesFolder), []);
});

test("a state of every earlier version shows no change, is refreshed and destroyed", async (t) => {
    for (const version of await readdir(statesFolder)) {
        const names = await readdir(join(statesFolder, version));
        assert.notDeepEqual(names, [], version);
        for (const name of names) {
            await t.test(`${version}, ${name}`, (t) =>
                livesOn(t, join(statesFolder, version, name)),
            );
        }
    }
});

/** @param folder Holds the program, the stack's state and the simulator's. */
async function livesOn(t: TestContext, folder: string): Promise<void> {
    const stateFile = join(await temporaryFolder(t), "state.json");
    await copyFile(join(folder, "partnercenter.json"), stateFile);
    const program = await readFile(join(folder, "program.ts"), "utf8");
    const { simulator, stack } = await partnerStack(
        t,
        { ...recordedOptions, program },
        { stateFile },
    );
    stack.env.PARTNERCENTER_REFRESH_TOKEN = simulator.issueRefreshToken();
    const recorded = join(folder, "stack.json");
    (await stack.run("stack", "import", "--file", recorded, "--non-interactive")).expectSuccess();
    const { resources } = JSON.parse(await readFile(recorded, "utf8")).deployment;
    const isProvider = ({ type }: { type: string }) => type.startsWith("pulumi:providers:");
    const count = resources.filter((resource: { type: string }) => !isProvider(resource)).length;

    (await stack.preview("--expect-no-changes")).expectSuccess();
    assert.equal((await stack.up()).expectSuccess().changes.same, count);
    assert.equal((await stack.refresh()).expectSuccess().changes.same, count);
    const contoso = () =>
        simulator.customers.find(({ domain }) => domain === "contoso.onmicrosoft.com");
    const { password } = contoso() ?? {};
    assert.deepEqual((await stack.outputs()).credentials, { userName: "admin", password });
    for (const { id, subscriptions } of simulator.customers) {
        // A plan is not suspended while an Azure subscription of it is active.
        for (const { id: plan } of subscriptions.filter(
            ({ purchase }) => purchase?.azureSubscriptionId,
        )) {
            simulator.portal.changeAzureSubscription(id, plan, "inactive");
        }
    }
    (await stack.destroy()).expectSuccess();
    assert.equal(contoso()?.deleted, true);
}
