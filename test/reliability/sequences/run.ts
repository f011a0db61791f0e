import fc from "fast-check";
import type { ProcessOptions } from "../engine/providerProcess";
import { expectAgreement, expectNoDuplicates, isPasswordLost } from "../invariants";
import { inWorld, type World } from "../world";
import { perform } from "./perform";
import { settle } from "./settle";
import { type Sequence, type Step, sequences } from "./steps";

/** What all sequences of a run came to. */
export interface SequenceTotals {
    sequences: number;
    steps: number;
    faults: number;
    kills: number;
    tenantsMade: number;
    duplicates: number;
    passwordsLost: number;
    disagreements: number;
    manualSteps: Record<string, number>;
}

const names = ["contoso", "fabrikam"] as const;

/** Plays one sequence, and fails where an invariant does not hold. */
export async function runSequence(
    sequence: Sequence,
    totals: SequenceTotals = emptyTotals(),
    broken: Partial<ProcessOptions> = {},
): Promise<void> {
    const options = {
        as: sequence.signsIn ? ("user" as const) : ("token" as const),
        simulator: { uncertain: { repeatedRequestId: sequence.repeatedRequestId } },
        settings: { requestTimeoutSeconds: "60" },
        ...broken,
    };
    await inWorld(options, async (world) => {
        for (const name of names.slice(0, sequence.resources)) world.program.set(name, {});
        const start: Step = { action: { kind: "up" }, of: 0, trouble: sequence.first };
        for (const step of [start, ...sequence.steps]) {
            if (await perform(step, world)) totals.kills += 1;
            noting(totals, () => expectNoDuplicates(world, names));
        }
        await settle(world);
        count(sequence, world, totals);
        await expectAgreement(world).catch((error) => {
            totals.disagreements += 1;
            throw error;
        });
    });
}

function count(
    { steps }: Sequence,
    { simulator, manualSteps, ...world }: World,
    totals: SequenceTotals,
) {
    totals.sequences += 1;
    totals.steps += steps.length;
    totals.faults += simulator.requests.filter(({ misbehaviour }) => misbehaviour).length;
    totals.tenantsMade += simulator.customers.length;
    const lost = names.filter((name) => isPasswordLost({ simulator, manualSteps, ...world }, name));
    totals.passwordsLost += lost.length;
    for (const step of manualSteps) totals.manualSteps[step] = (totals.manualSteps[step] ?? 0) + 1;
}

function noting(totals: SequenceTotals, expectNoDuplicate: () => void): void {
    try {
        expectNoDuplicate();
    } catch (error) {
        totals.duplicates += 1;
        throw error;
    }
}

export function emptyTotals(): SequenceTotals {
    return {
        sequences: 0,
        steps: 0,
        faults: 0,
        kills: 0,
        tenantsMade: 0,
        duplicates: 0,
        passwordsLost: 0,
        disagreements: 0,
        manualSteps: {},
    };
}

/** The seed of every run that has to be the same each time. */
export const fixedSeed = 20_261_123;

/** Plays many sequences, several at a time because a part of their time is waiting. */
export async function runSequences(
    count: number,
    seed = fixedSeed,
    atATime = 4,
): Promise<SequenceTotals> {
    const totals = emptyTotals();
    const property = fc.asyncProperty(sequences, (sequence) => runSequence(sequence, totals));
    const share = Math.ceil(count / atATime);
    const shards = Array.from({ length: atATime }, (_, index) =>
        // Making a failing history shorter takes minutes: the seed and the path repeat it as it is.
        fc.assert(property, { numRuns: share, seed: seed + index, endOnFailure: true }),
    );
    const ends = await Promise.allSettled(shards);
    const failure = ends.find((end) => end.status === "rejected");
    if (failure !== undefined) throw failure.reason;
    return totals;
}
