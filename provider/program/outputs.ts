import type * as pulumi from "@pulumi/pulumi";

/** The value of an output, for code that waits; `undefined` where it is not known yet, at preview. */
export async function settled<T>(output: pulumi.Output<T>): Promise<{ value: T } | undefined> {
    // The SDK keeps these from its declarations, and has no other way to wait for an output that may
    // stay unknown: `apply` would never be called.
    const inner = output as unknown as { isKnown: Promise<boolean>; promise(): Promise<T> };
    return (await inner.isKnown) ? { value: await inner.promise() } : undefined;
}
