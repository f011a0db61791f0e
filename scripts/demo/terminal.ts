import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const program = resolve(__dirname, "../../examples/reseller");
const stack = "demo";

/** Runs `pulumi` where the example is, and shows what it prints. */
export class Terminal {
    readonly folder: string;
    readonly #env: NodeJS.ProcessEnv;
    /** Kept out of the example's folder. */
    readonly #settings: string;

    constructor(folder: string, env: NodeJS.ProcessEnv) {
        this.folder = folder;
        this.#env = env;
        this.#settings = join(folder, `Pulumi.${stack}.yaml`);
    }

    heading(text: string): void {
        console.log(`\n\u2500\u2500 ${text} ${"\u2500".repeat(Math.max(0, 76 - text.length))}`);
    }

    /**
     * Shows a command and its output, which it answers.
     *
     * @throws Error if the command does not end as expected.
     */
    async pulumi(command: string, expected: "succeeds" | "fails" = "succeeds"): Promise<string> {
        console.log(`$ pulumi ${command}`);
        const { output, code } = await this.#run(command.split(" "), true);
        if ((code === 0) !== (expected === "succeeds")) {
            throw new Error(
                `\`pulumi ${command}\` was to end otherwise: its exit code is ${code}.`,
            );
        }
        return output;
    }

    /** Runs a command that is not worth showing. */
    async quietly(...args: string[]): Promise<void> {
        const { output, code } = await this.#run(args, false);
        if (code !== 0) {
            throw new Error(output);
        }
    }

    /** The stack's state as it stands in the backend's file. */
    async state(): Promise<string> {
        const file = `.pulumi/stacks/partnercenter-reseller/${stack}.json`;
        return await readFile(join(this.folder, file), "utf8");
    }

    #run(args: string[], show: boolean): Promise<{ output: string; code: number | null }> {
        const child = spawn(
            "pulumi",
            [
                ...args,
                ...["--cwd", program, "--stack", stack, "--non-interactive"],
                ...(args[0] === "stack" ? [] : ["--config-file", this.#settings]),
                ...["--color", show && process.stdout.isTTY ? "always" : "never"],
            ],
            { env: this.#env, stdio: ["ignore", "pipe", "pipe"] },
        );
        let output = "";
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding("utf8").on("data", (text: string) => {
                output += text;
                if (show) {
                    process.stdout.write(text);
                }
            });
        }
        return new Promise((resolve, reject) => {
            child.once("error", reject);
            child.once("close", (code) => resolve({ output, code }));
        });
    }
}
