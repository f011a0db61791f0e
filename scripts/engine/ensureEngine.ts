import type { Engine, Way } from "./engine";
import { goWay } from "./goWay";
import { packageWay } from "./packageWay";
import { pathWay } from "./pathWay";
import { type Progress, progressOn } from "./progress";
import { engineVersion } from "./version";

/**
 * Gives a Pulumi engine: finds it, or makes it, once. Throws one error that says what was tried
 * and what to install where no way works.
 */
export async function ensureEngine(
    env: NodeJS.ProcessEnv = process.env,
    progress: Progress = progressOn(process.stderr),
): Promise<Engine> {
    return firstThatWorks([pathWay(env), packageWay(env, progress), goWay(env, progress)]);
}

/** Tries one way after the other, and keeps the reason of each that failed. */
export async function firstThatWorks(ways: readonly Way[]): Promise<Engine> {
    const failures: string[] = [];
    for (const way of ways) {
        try {
            return await way.get();
        } catch (error) {
            failures.push(`  ${failures.length + 1}. ${way.name}: ${reasonOf(error)}`);
        }
    }
    throw new Error(
        [
            "There is no Pulumi engine, and no way to get one worked. Tried, in this order:",
            ...failures,
            "Do one of these, then run this again:",
            `  - install the Pulumi CLI ${engineVersion} or newer: https://www.pulumi.com/docs/install/`,
            "  - let this machine reach https://get.pulumi.com, from where npm's package downloads it",
            "  - install Go 1.25 or newer: https://go.dev/dl/ (it then takes minutes, once)",
        ].join("\n"),
    );
}

function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
