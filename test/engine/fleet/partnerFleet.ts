import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { FleetReport } from "../../../examples/fleet/report/report";
import { type Simulator, startSimulator } from "../../../simulator";
import { findClearText } from "../harness/clearText";
import { backendEnvironment } from "../harness/newStack";
import { Operation } from "../harness/operation";
import { repository } from "../harness/project";
import type { Result } from "../harness/result";
import { readAllFiles } from "../harness/state";
import { secretsOf } from "../partner";

/** A copy of the example, as a partner has it, outside of this repository. */
export class PartnerFleet {
    readonly simulator: Simulator;
    /** The example's copy. */
    readonly folder: string;
    /** The environment of the commands to come; a test may change it in between. */
    readonly env: NodeJS.ProcessEnv;
    readonly #root: string;
    readonly #operations: Operation[] = [];

    constructor(simulator: Simulator, root: string, env: NodeJS.ProcessEnv) {
        this.simulator = simulator;
        this.folder = join(root, "project");
        this.#root = root;
        this.env = env;
    }

    /** Runs a command of the fleet to its end. */
    run(...args: string[]): Promise<Result> {
        return this.start(...args).result;
    }

    start(...args: string[]): Operation {
        const command = ["--import", "tsx", "fleet.ts", ...args];
        const operation = new Operation(command, this.folder, { ...this.env }, process.execPath);
        this.#operations.push(operation);
        return operation;
    }

    async report(): Promise<FleetReport> {
        const file = join(this.folder, ".fleet", "report.json");
        return JSON.parse(await readFile(file, "utf8"));
    }

    async write(name: string, text: string): Promise<void> {
        await writeFile(join(this.folder, name), text);
    }

    /** Fails the test if a secret is in clear anywhere: state, settings, report, journal, output. */
    async expectNoClearText(): Promise<void> {
        const texts = await readAllFiles(this.#root);
        for (const [index, { output }] of this.#operations.entries()) {
            texts.set(`output ${index + 1}`, output);
        }
        assert.deepEqual(findClearText(texts, secretsOf(this.simulator)), []);
    }

    async remove(): Promise<void> {
        for (const operation of this.#operations) {
            await operation.end();
        }
        await rm(this.#root, { recursive: true, force: true });
    }
}

/** A fleet whose customers are in a Partner Center of its own. */
export async function partnerFleet(t: TestContext): Promise<PartnerFleet> {
    const simulator = await startSimulator({ certificateFolder: ".simulator" });
    const root = await mkdtemp(join(tmpdir(), "partnercenter-fleet-"));
    const [home, state] = [join(root, "home"), join(root, "state")];
    await mkdir(state);
    const isOurs = (path: string) => !/\/(\.fleet|fleet\.json|Pulumi\.shard[^/]*)$/.test(path);
    await cp(join(repository, "examples/fleet"), join(root, "project"), {
        recursive: true,
        filter: isOurs,
    });
    await symlink(join(repository, "node_modules"), join(root, "node_modules"), "junction");
    await mkdir(join(root, "project/node_modules"));
    await symlink(repository, join(root, "project/node_modules/pulumi-partnercenter"), "junction");
    const fleet = new PartnerFleet(simulator, root, {
        ...(await backendEnvironment({ home, state })),
        ...simulator.settings(),
        PARTNERCENTER_ONLINE_VALIDATION: "off",
    });
    t.after(async () => {
        try {
            await fleet.expectNoClearText();
        } finally {
            await fleet.remove();
            await simulator.close();
        }
    });
    return fleet;
}
