import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";

export type Registered = pulumi.runtime.MockResourceArgs;

/**
 * Runs a program with Pulumi's mocks in the place of an engine, and answers what it registered.
 *
 * @param outputs By the last part of a resource's type: what it answers beside its inputs, `id` for its id.
 */
export async function runWithMocks<Program>(
    project: string,
    config: Readonly<Record<string, string>>,
    outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    program: () => Promise<Program>,
): Promise<{ registered: Registered[]; exported: Program }> {
    const registered: Registered[] = [];
    await pulumi.runtime.setMocks(
        {
            newResource(args) {
                registered.push(args);
                const answered = outputs[args.type.split(":").at(-1) ?? ""] ?? {};
                const id = String(answered.id ?? `${args.name}-id`);
                return { id, state: { ...args.inputs, ...answered } };
            },
            call: () => ({}),
        },
        project,
        "test",
    );
    pulumi.runtime.setAllConfig(
        Object.fromEntries(
            Object.entries(config).map(([key, value]) => [`${project}:${key}`, value]),
        ),
    );
    const exported = await program();
    await pulumi.runtime.disconnect();
    return { registered, exported };
}

/** The one resource of a type. */
export function theOne(registered: readonly Registered[], type: string): Registered {
    const found = registered.filter((resource) => resource.type === type);
    assert.equal(found.length, 1, `${type} among ${registered.map((one) => one.type).join(", ")}`);
    return found[0] as Registered;
}

export function settled<T>(output: pulumi.Input<T>): Promise<T> {
    return new Promise((resolve) => pulumi.output(output).apply((value) => resolve(value as T)));
}
