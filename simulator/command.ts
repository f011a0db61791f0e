#!/usr/bin/env node
import { help, parseCommandLine } from "./commandLine";
import { startSimulator } from "./server";

async function run(): Promise<void> {
    const options = parseCommandLine(process.argv.slice(2));
    if (options === "help") {
        process.stdout.write(help);
        return;
    }
    const simulator = await startSimulator(options);
    const environment = {
        ...simulator.settings(),
        NODE_EXTRA_CA_CERTS: simulator.certificateFile,
    };
    const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
        process.once(signal, () => {
            simulator.close().catch(fail);
        });
    }
    process.stdout.write(`Partner Center is at ${simulator.apiUrl}\n`);
    process.stdout.write(`Tokens are made at  ${simulator.authorityUrl}\n\n`);
    process.stdout.write(`${lines.join("\n")}\n\nCtrl-C ends it.\n`);
}

function fail(error: unknown): void {
    process.stderr.write(`partnercenter-simulator: ${(error as Error).message}\n`);
    process.exitCode = 1;
}

run().catch(fail);
