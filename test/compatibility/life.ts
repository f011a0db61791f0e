import { rm } from "node:fs/promises";
import { delimiter } from "node:path";
import pRetry from "p-retry";
import { engineEnvironment } from "../../scripts/engine/environment";
import { startSimulator } from "../../simulator";
import { stackOf } from "../engine/harness/newStack";
import type { Cell } from "./cell";
import { commandFolder, nodeFolder, run } from "./commands";
import { managers } from "./managers";
import { operations } from "./operations";
import { type Tarballs, writeProject } from "./userProject";

/** How a project fared. */
export interface Outcome {
    /** How long each step took that did what it should; `install`, and what `pulumi` does. */
    readonly seconds: Readonly<Record<string, number>>;
    /** Why the next one did not. */
    readonly failure?: string;
}

/** Makes a project, installs what it needs, and lets a customer live in it. */
export async function live(cell: Cell, tarballs: Tarballs): Promise<Outcome> {
    const { tool, install } = managers[cell.manager];
    const folders = [await nodeFolder(cell.node), ...(tool ? [await commandFolder(tool)] : [])];
    const path = (rest: string | undefined) => [...folders, rest].join(delimiter);
    const project = await writeProject(cell, tarballs);
    const simulator = await startSimulator({ certificateFolder: ".simulator" });
    const seconds: Record<string, number> = {};
    try {
        await timed("install", () =>
            // A registry that does not answer once says nothing about the package.
            pRetry(() => run(install, project.top, path(process.env.PATH)), { retries: 2 }),
        );
        const env = {
            ...simulator.settings(),
            PATH: path((await engineEnvironment()).PATH),
            NODE_OPTIONS: await nodeOptions(),
        };
        const stack = await stackOf(project, { project: "compatibility", typeCheck: true, env });
        const scene = { stack, simulator, resources: cell.layout === "project" ? 2 : 3 };
        for (const [name, operation] of Object.entries(operations)) {
            await timed(name, () => operation(scene));
        }
        return { seconds };
    } catch (error) {
        return { seconds, failure: (error as Error).message };
    } finally {
        await simulator.close();
        await rm(project.root, { recursive: true, force: true });
    }

    async function nodeOptions(): Promise<string> {
        const { nodeOptions: ask } = managers[cell.manager];
        const set = ask ? await run(ask, project.top, path(process.env.PATH)) : "";
        return [set.trim(), ...(cell.loader === "tsx" ? ["--import tsx"] : [])].join(" ");
    }

    async function timed(name: string, step: () => Promise<unknown>): Promise<void> {
        const start = performance.now();
        await step();
        seconds[name] = Math.round((performance.now() - start) / 100) / 10;
    }
}
