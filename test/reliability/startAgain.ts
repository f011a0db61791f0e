import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "./engine/engineModel";

/** What may be done between two runs, and how many there may be. */
interface Patience {
    /** @defaultValue 5 */
    attempts?: number;
    /** What a person has had to do so far. */
    manualSteps?: readonly string[];
    /** What is done where nothing was asked of a person, before a minute is let pass. */
    meanwhile?(messages: readonly string[]): Promise<void>;
}

/** Runs something again and again, until it has nothing to complain of. */
export async function startAgain(
    run: () => Promise<Outcome>,
    { attempts = 5, manualSteps = [], meanwhile }: Patience = {},
): Promise<void> {
    const complaints: string[] = [];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        const steps = manualSteps.length;
        const { ok, messages } = await run();
        if (ok) return;
        complaints.push(...messages);
        if (manualSteps.length > steps) continue;
        await meanwhile?.(messages);
        await sleep(60_000);
    }
    throw new Error(`It does not come to an end:\n${complaints.join("\n")}`);
}
