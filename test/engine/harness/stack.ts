import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { findClearText } from "./clearText";
import { Operation } from "./operation";
import type { Project } from "./project";
import type { Result } from "./result";
import { type Deployment, readAllFiles, readDeployment, type StateResource } from "./state";

const unattended = ["--non-interactive", "--color", "never"];
const atOnce = ["--yes", "--skip-preview", ...unattended];

/** A stack that is driven by the real `pulumi`. A command that fails does not throw. */
export class Stack {
    /** The environment of the commands to come; a test may change it in between. */
    readonly env: NodeJS.ProcessEnv;
    readonly project: Project;
    readonly name: string;
    readonly projectName: string;
    /** Where `pulumi` keeps the stack's configuration. */
    private readonly settingsFile: string;
    private readonly operations: Operation[] = [];

    constructor(project: Project, projectName: string, name: string, env: NodeJS.ProcessEnv) {
        this.project = project;
        this.projectName = projectName;
        this.name = name;
        this.env = env;
        this.settingsFile = join(project.folder, `Pulumi.${name}.yaml`);
    }

    /** Has `pulumi` make the stack, and gives the files this wrote, by their path in the root. */
    async initialise(): Promise<Map<string, string>> {
        (await this.run("stack", "init", this.name, "--non-interactive")).expectSuccess();
        const files = await readAllFiles(this.project.state);
        files.set(this.settingsFile, await readFile(this.settingsFile, "utf8"));
        const { root } = this.project;
        return new Map([...files].map(([path, text]) => [relative(root, path), text]));
    }

    preview(...args: string[]): Promise<Result> {
        return this.run("preview", ...unattended, ...args);
    }

    /** Updates at once; for an update behind a preview use `run("up", "--yes")`. */
    up(...args: string[]): Promise<Result> {
        return this.run("up", ...atOnce, ...args);
    }

    refresh(...args: string[]): Promise<Result> {
        return this.run("refresh", ...atOnce, ...args);
    }

    destroy(...args: string[]): Promise<Result> {
        return this.run("destroy", ...atOnce, ...args);
    }

    /** Releases the stack after an operation that was killed. */
    cancel(): Promise<Result> {
        return this.run("cancel", "--yes", ...unattended);
    }

    /** Runs any `pulumi` command to its end. */
    run(...args: string[]): Promise<Result> {
        return this.start(...args).result;
    }

    /** Starts any `pulumi` command, to watch it or to kill it. */
    start(...args: string[]): Operation {
        const operation = new Operation(args, this.project.folder, { ...this.env });
        this.operations.push(operation);
        return operation;
    }

    /** Starts an update at once, to watch it or to kill it. */
    startUp(...args: string[]): Operation {
        return this.start("up", ...atOnce, ...args);
    }

    async setConfig(
        plain: Readonly<Record<string, string>>,
        secret: Readonly<Record<string, string>> = {},
    ): Promise<void> {
        const args = [
            ...Object.entries(plain).flatMap(([key, value]) => ["--plaintext", `${key}=${value}`]),
            ...Object.entries(secret).flatMap(([key, value]) => ["--secret", `${key}=${value}`]),
        ];
        if (args.length > 0) {
            (await this.run("config", "set-all", ...args, ...unattended)).expectSuccess();
        }
    }

    async rewriteProgram(text: string): Promise<void> {
        await writeFile(this.project.program, text);
    }

    /** The stack's outputs, decrypted. Not part of what {@link expectNoClearText} searches. */
    async outputs(): Promise<Record<string, unknown>> {
        const args = ["stack", "output", "--json", "--show-secrets", ...unattended];
        const operation = new Operation(args, this.project.folder, this.env);
        return JSON.parse((await operation.result).expectSuccess().stdout);
    }

    /** The state as the backend's file has it, secrets encrypted. */
    state(): Promise<Deployment> {
        return readDeployment(this.project.state, this.projectName, this.name);
    }

    /** The state of the one resource that has this name; fails the test if it is not there. */
    async resource(name: string): Promise<StateResource> {
        const resources = (await this.state()).resources ?? [];
        const found = resources.filter((resource) => resource.urn.endsWith(`::${name}`));
        assert.equal(found.length, 1, `resources in state that are called ${name}`);
        return found[0] as StateResource;
    }

    /** All raw files of the backend by path: state, its backups and its history. */
    rawStateFiles(): Promise<Map<string, string>> {
        return readAllFiles(this.project.state);
    }

    /**
     * Fails the test if one of the secrets is in clear in a file that the engine wrote (state,
     * backups, history, logs, stack settings), or in anything that a command printed.
     */
    async expectNoClearText(secrets: readonly string[]): Promise<void> {
        const texts = new Map([
            ...(await this.rawStateFiles()),
            ...(await readAllFiles(this.project.home)),
            [this.settingsFile, await readFile(this.settingsFile, "utf8")],
            ...this.operations.map(
                ({ label, output }, index) => [`output ${index + 1}, ${label}`, output] as const,
            ),
        ]);
        assert.deepEqual(findClearText(texts, secrets), []);
    }

    /** Ends what still runs, and removes all files. */
    async remove(): Promise<void> {
        for (const operation of this.operations) {
            await operation.end();
        }
        await rm(this.project.root, { recursive: true, force: true });
    }
}
