import { check, diff, keepable, type PartialFailure, read, update, wordsOf } from "./calls";
import { Killed, type ProcessOptions, ProviderProcess } from "./providerProcess";
import { copied, isMembers, type Members } from "./wire";

/** A resource as the engine keeps it. */
export interface ModelResource {
    id: string;
    inputs: Members;
    outputs: Members;
    /** Why the resource is not complete; empty if it is. */
    initErrors: readonly string[];
}

/** How an operation of the engine has ended. */
export interface Outcome {
    ok: boolean;
    killed: boolean;
    /** What the user was told. */
    messages: readonly string[];
    /** What was done to each resource. */
    did: Readonly<Record<string, "create" | "update" | "same" | "read" | "delete" | "gone">>;
}

type Did = Outcome["did"][string];

/**
 * The Pulumi engine, as far as a provider of dynamic resources sees it: what it keeps, what it sends,
 * and what it makes of each way in which a call can end. Every operation has a process of its own.
 */
export class ModelStack {
    readonly resources = new Map<string, ModelResource>();
    readonly #options: ProcessOptions;

    constructor(options: ProcessOptions) {
        this.#options = options;
    }

    /** `pulumi up`: makes the resources what the program says. */
    up(program: Readonly<Record<string, Members>>, how: Partial<ProcessOptions> = {}) {
        const gone = [...this.resources.keys()].filter((name) => !(name in program));
        return this.#operation(how, [
            ...Object.entries(program).map(
                ([name, args]) =>
                    [
                        name,
                        (process: ProviderProcess) => this.#declare(name, args, process),
                    ] as const,
            ),
            ...gone.map(
                (name) =>
                    [name, (process: ProviderProcess) => this.#remove(name, process)] as const,
            ),
        ]);
    }

    refresh(how: Partial<ProcessOptions> = {}) {
        return this.#each(how, (name, process) => this.#read(name, process));
    }

    destroy(how: Partial<ProcessOptions> = {}) {
        return this.#each(how, (name, process) => this.#remove(name, process));
    }

    /** `pulumi preview`: whether the program wants anything else than what is there. */
    async changes(program: Readonly<Record<string, Members>>): Promise<boolean> {
        const process = new ProviderProcess(this.#options);
        const changed = await Promise.all(
            Object.entries(program).map(async ([name, args]) => {
                const held = this.resources.get(name);
                if (held === undefined) return true;
                const inputs = await check(process, held.inputs, args);
                const { changes } = await diff(process, held, inputs);
                return changes === true || held.initErrors.length > 0;
            }),
        );
        return changed.includes(true) || this.resources.size > Object.keys(program).length;
    }

    #each(
        how: Partial<ProcessOptions>,
        work: (name: string, process: ProviderProcess) => Promise<Did>,
    ): Promise<Outcome> {
        return this.#operation(
            how,
            [...this.resources.keys()].map((name) => [name, (process) => work(name, process)]),
        );
    }

    async #operation(
        how: Partial<ProcessOptions>,
        steps: (readonly [string, (process: ProviderProcess) => Promise<Did>])[],
    ): Promise<Outcome> {
        const process = new ProviderProcess({ ...this.#options, ...how });
        const messages: string[] = [];
        const did: Record<string, Did> = {};
        let failed = false;
        await Promise.all(
            steps.map(async ([name, step]) => {
                try {
                    did[name] = await step(process);
                } catch (error) {
                    failed = true;
                    if (!(error instanceof Killed)) messages.push(...wordsOf(error));
                }
            }),
        );
        return { ok: !failed, killed: process.wasKilled, messages, did };
    }

    async #declare(name: string, args: Members, process: ProviderProcess): Promise<Did> {
        const held = this.resources.get(name);
        const inputs = await check(process, held?.inputs ?? {}, args);
        if (held === undefined) {
            await this.#keeping(name, inputs, async () => {
                const { id, outs } = await process.call((one) => one.create(copied(inputs)));
                if (typeof id !== "string" || id === "")
                    throw new TypeError("A create without id.");
                return { id, outs: outs ?? {} };
            });
            return "create";
        }
        const difference = await diff(process, held, inputs);
        if ((difference.replaces ?? []).length > 0) throw new Error("The model replaces nothing.");
        if (difference.changes !== true && held.initErrors.length === 0) {
            this.resources.set(name, { ...held, inputs });
            return "same";
        }
        await this.#keeping(name, inputs, async () => {
            const news = copied(inputs);
            const outputs = copied(held.outputs);
            const result = await process.call((one) => update(one, held.id, outputs, news));
            return { id: held.id, outs: result.outs ?? {} };
        });
        return "update";
    }

    /** A result is kept; so is what a partial failure carries; any other failure leaves the state alone. */
    async #keeping(
        name: string,
        inputs: Members,
        work: () => Promise<{ id: string; outs: Members }>,
    ): Promise<void> {
        try {
            const { id, outs } = await work();
            // The SDK puts the provider's text in.
            const outputs = { ...keepable(outs), __provider: inputs.__provider };
            this.resources.set(name, { id, inputs, outputs, initErrors: [] });
        } catch (error) {
            const { id, properties, reasons } = error as Partial<PartialFailure>;
            if (typeof id === "string" && isMembers(properties)) {
                const initErrors = reasons?.length ? reasons : ["resource init failed"];
                const outputs = keepable(properties);
                this.resources.set(name, { id, inputs, outputs, initErrors });
            }
            throw error;
        }
    }

    async #read(name: string, process: ProviderProcess): Promise<Did> {
        const held = this.#held(name);
        const result = await process.call((one) => read(one, held.id, copied(held.outputs)));
        if (!result.id) {
            this.resources.delete(name);
            return "gone";
        }
        const outputs = { ...keepable(result.props ?? {}), __provider: held.outputs.__provider };
        // A resource that was read is complete as far as the engine knows.
        this.resources.set(name, { ...held, id: result.id, outputs, initErrors: [] });
        return "read";
    }

    async #remove(name: string, process: ProviderProcess): Promise<Did> {
        const held = this.#held(name);
        await process.call(async (one) => one.delete?.(held.id, copied(held.outputs)));
        this.resources.delete(name);
        return "delete";
    }

    #held(name: string): ModelResource {
        const held = this.resources.get(name);
        if (held === undefined) throw new Error(`There is no resource ${name}.`);
        if (typeof held.outputs.__provider !== "string") {
            throw new TypeError("code must be a string, not undefined");
        }
        return held;
    }
}
