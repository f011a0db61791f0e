import type { IncompleteResource } from "../lifecycle/incomplete";
import { PartnerCenterError } from "../partnercenter/errors";
import { type Members, toResult } from "./values";

/** Several faults in one report, since the engine shows one resource's faults one by one. */
export function report(problems: readonly string[]): string {
    const [first] = problems;
    return problems.length === 1
        ? String(first)
        : `${problems.length} faults:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`;
}

/**
 * What the engine takes for a resource that exists but is not complete: it keeps id and properties,
 * shows the reasons, and calls `update` at the next `pulumi up`.
 */
export function partialFailure(
    failure: IncompleteResource<object>,
    inputs: Members,
    secrets: readonly string[],
): Error {
    return Object.assign(new Error(failure.message), {
        id: failure.id,
        // Without the provider's text in them, no later operation could load the provider.
        properties: {
            ...toResult(failure.state, inputs, secrets),
            __provider: inputs.__provider,
        },
        reasons: [...failure.reasons],
    });
}

/**
 * The SDK prints an error and its stack beside the engine's own report. A message that is meant for a
 * person needs no stack, and no second time in full: its first words stand in that place.
 */
export function withoutStack(error: unknown): unknown {
    if (error instanceof PartnerCenterError) {
        const [firstWords = ""] = error.message.split(/: |\n/);
        error.toString = () => "partnercenter";
        error.stack = firstWords;
    }
    return error;
}
