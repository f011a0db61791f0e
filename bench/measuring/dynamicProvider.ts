import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { ConfigureRequest, ReadRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** The SDK's process that runs dynamic providers, asked over gRPC as the engine asks it. */
export class DynamicProviderProcess {
    readonly #process: ChildProcess;
    readonly #client: ResourceProviderClient;

    /** Starts one that is configured and has loaded no provider yet. */
    static async start(folder: string, env: NodeJS.ProcessEnv): Promise<DynamicProviderProcess> {
        const main = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
        // It wants the engine's address, and never uses it.
        const child = spawn(process.execPath, [main, "127.0.0.1:0"], {
            cwd: folder,
            env,
            stdio: ["ignore", "pipe", "inherit"],
        });
        const started = new DynamicProviderProcess(child, await readPort(child));
        await started.#configure();
        return started;
    }

    private constructor(child: ChildProcess, port: string) {
        this.#process = child;
        this.#client = new ResourceProviderClient(
            `127.0.0.1:${port}`,
            credentials.createInsecure(),
        );
    }

    /**
     * Reads a resource.
     *
     * @param provider - the text of a module whose `handler` gives the provider, as a state holds it.
     * @throws Error if the provider fails, or finds no such resource.
     */
    async read(provider: string, id: string): Promise<void> {
        const request = new ReadRequest();
        request.setId(id);
        request.setProperties(Struct.fromJavaScript({ __provider: provider }));
        const found = await new Promise<string>((resolve, reject) => {
            this.#client.read(request, (error, answer) =>
                error ? reject(error) : resolve(answer.getId()),
            );
        });
        if (found !== id) {
            throw new Error(`${id} was not found.`);
        }
    }

    async stop(): Promise<void> {
        this.#client.close();
        const ended = once(this.#process, "exit");
        this.#process.kill();
        await ended;
    }

    async #configure(): Promise<void> {
        const request = new ConfigureRequest();
        request.setArgs(Struct.fromJavaScript({}));
        await new Promise<void>((resolve, reject) => {
            this.#client.configure(request, (error) => (error ? reject(error) : resolve()));
        });
    }
}

/** The port that the process prints when it listens. */
async function readPort({ stdout }: ChildProcess): Promise<string> {
    if (stdout) {
        for await (const line of createInterface(stdout)) return line.trim();
    }
    throw new Error("The process of dynamic providers has ended before it listened.");
}
