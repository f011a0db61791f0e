import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastLine, runCommand } from "./command";
import type { Engine, Way } from "./engine";
import { fillFolder } from "./fillFolder";
import { executableName, filesOnPath, languageHost, pulumi, versionFolder } from "./folder";
import type { Progress } from "./progress";
import { engineVersion, languageHostVersion } from "./version";

/** A command that is built from a Go module. */
interface Part {
    readonly file: string;
    readonly path: string;
    readonly version: string;
}

// Each in a module of its own: the two need different versions of the same SDK module.
const parts: readonly Part[] = [
    {
        file: languageHost,
        path: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
        version: languageHostVersion,
    },
    { file: pulumi, path: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", version: engineVersion },
];

const versionStamp = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`;

/** The third way: the engine built from its Go modules, into the folder of the second way. */
export function goWay(env: NodeJS.ProcessEnv, progress: Progress): Way {
    const folder = join(versionFolder(env), "bin");
    const engine: Engine = { folder, version: engineVersion, origin: "built with Go" };
    return {
        name: "building it with Go",
        async get() {
            const [go] = filesOnPath(executableName("go"), env);
            if (go === undefined) {
                throw new Error("there is no go on PATH");
            }
            await fillFolder(folder, env, async (workFolder) => {
                for (const part of parts) {
                    await build(part, workFolder, { go, env, progress });
                }
                return workFolder;
            });
            return engine;
        },
    };
}

interface Toolchain {
    readonly go: string;
    readonly env: NodeJS.ProcessEnv;
    readonly progress: Progress;
}

async function build(part: Part, target: string, { go, env, progress }: Toolchain): Promise<void> {
    const cwd = await mkdtemp(join(tmpdir(), "pulumi-engine-"));
    // GOFLAGS and GOWORK could point the build at the user's own modules.
    const goEnv = { ...env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
    const step = async (what: string, args: readonly string[]) => {
        const result = await progress.step(what, () => runCommand(go, args, { cwd, env: goEnv }));
        if (result.code !== 0) {
            throw new Error(`go ${args[0]} failed for ${part.path}: ${lastLine(result.stderr)}`);
        }
    };
    try {
        await writeFile(join(cwd, "go.mod"), `module engine\n\ngo 1.24\n\ntool ${part.path}\n`);
        await step(`Fetching the Go modules of ${part.file} ${part.version}`, [
            "get",
            `${part.path}@v${part.version}`,
        ]);
        await step(`Building ${part.file} with Go (minutes, the first time)`, [
            "build",
            "-trimpath",
            "-ldflags",
            `-s -w ${versionStamp}`,
            "-o",
            join(target, part.file),
            part.path,
        ]);
    } finally {
        await rm(cwd, { recursive: true, force: true });
    }
}
