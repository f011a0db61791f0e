/**
 * Records what this version writes: a stack's state, and the Partner Center it was made against. Run
 * once for each release: `NODE_EXTRA_CA_CERTS=.simulator/certificate.pem npx tsx
 * test/engine/upgrade/record.ts`. Later versions must live with it.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Simulator, startSimulator } from "../../../simulator";
import { createCustomer, customerBody } from "../../simulator/harness";
import { azurePlanOf } from "../../simulator/purchasing";
import { newStack } from "../harness/newStack";
import { recordedOptions, statesFolder } from "./states";

async function record(version: string): Promise<void> {
    const folder = join(statesFolder, version, "everything");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const simulator = await startSimulator({
        certificateFolder: ".simulator",
        stateFile: join(folder, "partnercenter.json"),
    });
    const template = await readFile(join(statesFolder, "..", "everything.ts"), "utf8");
    const program = await withEarlierCustomer(template, simulator);
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
        (await stack.up()).expectSuccess();
        const state = await stack.run("stack", "export", "--show-secrets");
        await writeFile(join(folder, "program.ts"), program);
        await writeFile(join(folder, "stack.json"), withoutPlaces(state.expectSuccess().stdout));
    } finally {
        await stack.remove();
        await simulator.close();
    }
}

/** The program about a customer who has subscriptions that no program can order. */
async function withEarlierCustomer(template: string, simulator: Simulator): Promise<string> {
    const { portal } = simulator;
    const id = await createCustomer(simulator, customerBody("earlier.onmicrosoft.com"));
    const mail = portal.addSubscription(id, { offerName: "Mail" });
    portal.addSubscription(id, { offerName: "Calling Plan", kind: "calling" });
    const { azureSubscriptionId } = await azurePlanOf(simulator, id);
    const basic = portal.addSubscription(id, { offerName: "Microsoft 365 Business Basic" });
    const office = portal.addSubscription(id, {
        offerName: "Office 365 E5 without Audio Conferencing",
    });
    return template
        .replaceAll("EARLIER_CUSTOMER", id)
        .replace("EARLIER_SUBSCRIPTION", mail)
        .replace("EARLIER_BASIC", basic)
        .replace("EARLIER_OFFICE", office)
        .replace("EARLIER_AZURE_SUBSCRIPTION", azureSubscriptionId);
}

/** Where the program stood on the machine that recorded it is nobody's business. */
function withoutPlaces(state: string): string {
    const isPlace = (name: string) => name === "sourcePosition" || name === "stackTrace";
    const kept = JSON.parse(state, (name, value) => (isPlace(name) ? undefined : value));
    return `${JSON.stringify(kept, undefined, 4)}\n`;
}

const { version } = require("pulumi-partnercenter/package.json") as { version: string };
void record(version);
