import { dirname, join } from "node:path";
import { lastLine, runCommand } from "./command";
import type { Engine, Way } from "./engine";
import { fillFolder } from "./fillFolder";
import { holdsEngine, versionFolder } from "./folder";
import type { Progress } from "./progress";
import { engineVersion } from "./version";

/** The package that downloads, and how long it may take. */
interface Source {
    readonly packageFolder: string;
    readonly patienceMs: number;
}

const npmPackage: Source = {
    packageFolder: dirname(require.resolve("pulumi/package.json")),
    patienceMs: 600_000,
};

/** What the package calls its own download; printed with the cause, which Node keeps apart. */
const download = `
    require(process.argv[1]).resolve({ version: process.argv[2] }).catch((error) => {
        console.error(error.cause ? error.message + ": " + error.cause.message : error.message);
        process.exitCode = 1;
    });`;

/** The second way: the pinned npm package `pulumi`, which downloads the engine once. */
export function packageWay(
    env: NodeJS.ProcessEnv,
    progress: Progress,
    source: Source = npmPackage,
): Way {
    const folder = join(versionFolder(env), "bin");
    const engine: Engine = { folder, version: engineVersion, origin: "of the npm package pulumi" };
    return {
        name: `the npm package pulumi ${engineVersion}`,
        async get() {
            if (!holdsEngine(folder)) {
                await progress.step(`Downloading Pulumi ${engineVersion}`, () =>
                    fillFolder(folder, env, (home) => downloadTo(home, env, source)),
                );
            }
            return engine;
        },
    };
}

async function downloadTo(
    home: string,
    env: NodeJS.ProcessEnv,
    { packageFolder, patienceMs }: Source,
): Promise<string> {
    const resolver = join(packageFolder, "lib", "resolve.js");
    const homeEnv = { ...env, PULUMI_HOME: home };
    const result = await runCommand(process.execPath, ["-e", download, resolver, engineVersion], {
        env: homeEnv,
        timeoutMs: patienceMs,
    });
    if (result.timedOut) {
        throw new Error(`its download was not done within ${patienceMs / 1_000} s`);
    }
    if (result.code !== 0) {
        throw new Error(`its download failed: ${lastLine(result.stderr)}`);
    }
    return join(versionFolder(homeEnv), "bin");
}
