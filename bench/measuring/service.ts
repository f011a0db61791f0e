import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent } from "node:https";
import { join } from "node:path";
import { createInterface } from "node:readline";
import fetch from "node-fetch";
import type { RecordedRequest } from "pulumi-partnercenter/simulator";
import { repository } from "../../test/engine/harness/project";

export interface ServiceOptions {
    /** How long each answer takes. @defaultValue 0 */
    latencyMs?: number;
    /** Before it throttles; 0 for no limit. @defaultValue 0 */
    requestsPerMinute?: number;
}

/** A simulated Partner Center in a process of its own, whose work is not counted as ours. */
export class Service {
    /** What a provider needs in its environment. */
    readonly settings: Readonly<Record<string, string>>;
    readonly #process: ChildProcess;
    readonly #agent: Agent;

    static async start({ latencyMs = 0, requestsPerMinute = 0 }: ServiceOptions = {}) {
        const args = [
            join(repository, "dist/simulator/command.js"),
            ...["--certificate-folder", join(repository, ".simulator")],
            ...["--customer-limit", "1000000"],
            ...["--requests-per-minute", String(requestsPerMinute)],
        ];
        const stdio = ["ignore", "pipe", "inherit"] as const;
        const child = spawn(process.execPath, args, { stdio: [...stdio] });
        const service = new Service(child, await readSettings(child));
        if (latencyMs > 0) {
            const rule = { on: {}, times: Number.MAX_SAFE_INTEGER, delayMs: latencyMs };
            await service.#control("POST", "/misbehave", rule);
        }
        return service;
    }

    private constructor(child: ChildProcess, settings: Record<string, string>) {
        this.#process = child;
        this.settings = settings;
        this.#agent = new Agent({ ca: readFileSync(String(settings.NODE_EXTRA_CA_CERTS)) });
    }

    /** What it was asked since the last time. */
    async takeRequests(): Promise<RecordedRequest[]> {
        const requests = (await this.#control("GET", "/requests")) as RecordedRequest[];
        await this.#control("DELETE", "/requests");
        return requests;
    }

    /** A token made by nobody's sign-in. */
    async issueToken(): Promise<string> {
        const answer = await this.#control("POST", "/tokens", { kind: "app" });
        return (answer as { accessToken: string }).accessToken;
    }

    async stop(): Promise<void> {
        this.#agent.destroy();
        const ended = once(this.#process, "exit");
        this.#process.kill();
        await ended;
    }

    async #control(method: string, path: string, body?: object): Promise<unknown> {
        const response = await fetch(`${this.settings.PARTNERCENTER_API_URL}/simulator${path}`, {
            method,
            agent: this.#agent,
            ...(body && {
                body: JSON.stringify(body),
                headers: { "Content-Type": "application/json" },
            }),
        });
        const text = await response.text();
        if (!response.ok) {
            throw new Error(`${method} ${path}: ${response.status} ${text}`);
        }
        return text === "" ? undefined : JSON.parse(text);
    }
}

/** The environment that the simulator prints when it is ready. */
async function readSettings(child: ChildProcess): Promise<Record<string, string>> {
    const settings: Record<string, string> = {};
    if (child.stdout) {
        for await (const line of createInterface(child.stdout)) {
            const [, name, value] = line.match(/^([A-Z_]+)=(.*)$/) ?? [];
            if (name !== undefined && value !== undefined) settings[name] = value;
            if (line.startsWith("Ctrl-C")) return settings;
        }
    }
    throw new Error("The simulator has ended before it was ready.");
}
