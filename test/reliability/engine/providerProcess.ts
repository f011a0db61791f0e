import { AsyncLocalStorage } from "node:async_hooks";
import type { dynamic } from "@pulumi/pulumi";
import type { Kind } from "../../../provider/dynamic/kinds";
import type { NetworkRequest } from "../../../provider/partnercenter/http/exchange";
import { Network } from "../../../provider/partnercenter/http/network";
import type { Members } from "./wire";

/** The process that the running code belongs to. */
const current = new AsyncLocalStorage<ProviderProcess>();

/** The provider object that the engine calls. */
export type Provider = dynamic.ResourceProvider<Members, Members>;

/** Where a process dies: at its n-th request, before that was sent or after it was carried out. */
export interface KillPoint {
    nth: number;
    when: "before" | "after";
    /** Counts only these. @defaultValue all but sign-in */
    on?: (request: NetworkRequest) => boolean;
}

/** What a test does to the processes of a stack. */
export interface ProcessOptions {
    settings: Readonly<Record<string, string>>;
    /** What the resources of the stack are. @defaultValue customers */
    kind?: Kind;
    kill?: KillPoint | undefined;
    /** Changes each request on its way out, to prove that a broken product is found out. */
    alter?: ((request: NetworkRequest) => NetworkRequest) | undefined;
    /** Is told of each request before it leaves. */
    beforeRequest?: ((request: NetworkRequest) => void) | undefined;
    /** Wraps the provider, to prove that a broken product is found out. */
    breakProvider?: ((provider: Provider) => Provider) | undefined;
}

/** The process was killed. */
export class Killed extends Error {}

/**
 * A dynamic-provider process: its own copy of all that the provider keeps between calls. When it is
 * killed, none of its requests is sent or answered any more, and nothing of it reaches the state.
 */
export class ProviderProcess {
    readonly #options: ProcessOptions;
    readonly #killed: Promise<never>;
    #kill: () => void = () => {};
    #isDead = false;
    #counted = 0;
    #provider: Provider | undefined;

    constructor(options: ProcessOptions) {
        this.#options = options;
        this.#killed = new Promise((_, reject) => {
            this.#kill = () => {
                this.#isDead = true;
                reject(new Killed());
            };
        });
        this.#killed.catch(() => {});
    }

    get wasKilled(): boolean {
        return this.#isDead;
    }

    /** Calls the provider; throws `Killed` if the process dies meanwhile, or is dead. */
    async call<Result>(work: (provider: Provider) => Promise<Result>): Promise<Result> {
        return await Promise.race([this.#killed, current.run(this, () => this.#work(work))]);
    }

    async #work<Result>(work: (provider: Provider) => Promise<Result>): Promise<Result> {
        if (this.#provider === undefined) {
            const hosted = freshEntry()[this.#options.kind ?? "Customer"];
            const provider = this.#options.breakProvider?.(hosted) ?? hosted;
            this.#provider = provider;
            const get = (key: string) => this.#options.settings[key.replace(/^partnercenter:/, "")];
            const config = { get, require: (key: string) => get(key) ?? "" };
            await provider.configure?.({ config } as dynamic.ConfigureRequest);
        }
        return await work(this.#provider);
    }

    /** What the process' network does with a request. */
    async exchange(
        request: NetworkRequest,
        send: (request: NetworkRequest) => ReturnType<Network["exchange"]>,
    ): ReturnType<Network["exchange"]> {
        const { kill, alter, beforeRequest } = this.#options;
        const counts = kill?.on ?? (({ url }) => url.includes("/v1/"));
        if (kill !== undefined && counts(request)) {
            this.#counted += 1;
        }
        const isLast = kill !== undefined && this.#counted === kill.nth && counts(request);
        if (isLast && kill.when === "before") {
            this.#kill();
        }
        if (this.#isDead) {
            return await never();
        }
        beforeRequest?.(request);
        const answer = send(alter?.(request) ?? request);
        if (isLast) {
            await answer.catch(() => {});
            this.#kill();
        }
        await answer.catch(() => {});
        return this.#isDead ? await never() : await answer;
    }
}

function never(): Promise<never> {
    return new Promise(() => {});
}

const { exchange } = Network.prototype;
Network.prototype.exchange = async function (this: Network, request) {
    const send = (altered: NetworkRequest) => exchange.call(this, altered);
    return (await current.getStore()?.exchange(request, send)) ?? (await send(request));
};

/** What the provider keeps between calls is in these modules, or in what they make: new copies are a new process. */
const keepers = ["entry", "resourceProvider", "foresight", "process"].map((name) =>
    require.resolve(`../../../provider/dynamic/${name}`),
);

function freshEntry(): Readonly<Record<Kind, Provider>> {
    for (const path of keepers) {
        delete require.cache[path];
    }
    return require("../../../provider/dynamic/entry");
}

/** What a provider's process prints stands in the engine's output, not among the results of tests. */
for (const name of ["log", "warn", "error"] as const) {
    const print = console[name].bind(console);
    console[name] = (...words: unknown[]) => {
        if (current.getStore() === undefined) print(...words);
    };
}
