/**
 * Records what this version writes: a stack's state, and the Partner Center it was made against. Run
 * once for each release: `npx tsx test/engine/upgrade/record.ts`. Later versions must live with it.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startSimulator } from "../../../simulator";
import { newStack } from "../harness/newStack";
import { recordedOptions, statesFolder } from "./states";

/** What the customer has bought in the former commerce. */
const formerOffers = ["Microsoft 365 Business Basic", "Office 365 E5 without Audio Conferencing"];

async function record(version: string): Promise<void> {
    const folder = join(statesFolder, version, "everything");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const program = await readFile(join(statesFolder, "..", "everything.ts"), "utf8");
    const simulator = await startSimulator({
        certificateFolder: ".simulator",
        stateFile: join(folder, "partnercenter.json"),
    });
    const stack = await newStack({
        ...recordedOptions,
        program,
        env: {
            ...simulator.settings(),
            PARTNERCENTER_REFRESH_TOKEN: simulator.issueRefreshToken(),
            PARTNERCENTER_ONLINE_VALIDATION: "off",
        },
    });
    try {
        (await stack.up("--target", "**Customer::contoso")).expectSuccess();
        const { id = "" } = simulator.customers[0] ?? {};
        for (const offerName of formerOffers) simulator.portal.addSubscription(id, { offerName });
        (await stack.up()).expectSuccess();
        const state = await stack.run("stack", "export", "--show-secrets");
        await writeFile(join(folder, "program.ts"), program);
        await writeFile(join(folder, "stack.json"), withoutPlaces(state.expectSuccess().stdout));
    } finally {
        await stack.remove();
        await simulator.close();
    }
}

/** Where the program stood on the machine that recorded it is nobody's business. */
function withoutPlaces(state: string): string {
    const isPlace = (name: string) => name === "sourcePosition" || name === "stackTrace";
    const kept = JSON.parse(state, (name, value) => (isPlace(name) ? undefined : value));
    return `${JSON.stringify(kept, undefined, 4)}\n`;
}

const { version } = require("pulumi-partnercenter/package.json") as { version: string };
void record(version);
