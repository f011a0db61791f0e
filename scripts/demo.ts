import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "../simulator";
import { story } from "./demo/story";
import { Terminal } from "./demo/terminal";
import { engineEnvironment, withoutCredentials } from "./engine/environment";

const reseller = {
    id: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
    name: "ReleCloud",
    mpnId: "4847433",
    location: "US",
};

/** The product on this machine: the real engine, a simulated Partner Center, and two customers. */
async function demo(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-demo-"));
    const simulator = await startSimulator({ certificateFolder: folder, resellers: [reseller] });
    try {
        const terminal = new Terminal(folder, {
            ...withoutCredentials(await engineEnvironment()),
            PULUMI_HOME: folder,
            PULUMI_BACKEND_URL: `file://${folder}`,
            PULUMI_CONFIG_PASSPHRASE: "demo",
            // The example's types are checked by `npm run lint`.
            PULUMI_NODEJS_TRANSPILE_ONLY: "true",
            NODE_EXTRA_CA_CERTS: simulator.certificateFile,
            PARTNERCENTER_API_URL: simulator.apiUrl,
            PARTNERCENTER_ONLINE_VALIDATION: "off",
            // Customers of a reseller need sign-in as application and user.
            PARTNERCENTER_ACCESS_TOKEN: simulator.issueToken({ kind: "appAndUser", mfa: true }),
        });
        await story(terminal, simulator, reseller.id);
    } finally {
        await simulator.close();
        await rm(folder, { recursive: true, force: true });
    }
}

demo().then(
    () => console.log("\nEvery step did what it says."),
    (error: unknown) => {
        console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
        process.exitCode = 1;
    },
);
