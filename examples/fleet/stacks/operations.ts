import type { EngineEvent, OutputMap, Stack } from "@pulumi/pulumi/automation";

/** What a fleet does with each of its stacks. */
export const operationNames = ["preview", "up", "refresh", "destroy"] as const;

export type OperationName = (typeof operationNames)[number];

/** How an operation on one stack goes. */
export interface OperationOptions {
    /** Resources that are left as they are, by URN. */
    exclude: readonly string[];
    onEvent(event: EngineEvent): void;
    signal: AbortSignal;
}

/**
 * Runs an operation on a stack; what fails with one customer does not end it for the others.
 *
 * @throws CommandError where anything of it failed.
 */
export async function perform(
    name: OperationName,
    stack: Stack,
    { exclude, onEvent, signal }: OperationOptions,
): Promise<void> {
    const quietly = { color: "never", suppressOutputs: true, suppressProgress: true } as const;
    const options = { ...quietly, onEvent, signal, exclude: [...exclude] };
    switch (name) {
        case "preview":
            await stack.preview(options);
            return;
        case "up":
            await stack.up({ ...options, continueOnError: true });
            return;
        case "refresh":
            // What a killed run has left behind: an update has found out by then what became of it.
            await stack.refresh({ ...options, clearPendingCreates: true });
            return;
        case "destroy":
            await stack.destroy({ ...options, continueOnError: true });
            return;
    }
}

/**
 * A stack of which nothing is read after an operation: the SDK would start three more processes for it,
 * and bring its passwords into this process in clear.
 */
export function withoutLookingBack(stack: Stack): Stack {
    return Object.assign(stack, {
        outputs: async (): Promise<OutputMap> => ({}),
        info: async () => undefined,
    });
}
