import type { Kind } from "./kinds";
import { providerText } from "./providerText";

/**
 * What the engine is handed of a resource: its inputs, the text that loads its provider, and a place
 * for each output that the service answers, without which the object would have no such property.
 *
 * The constructors of the classes call it, and extend Pulumi's own class directly: each frame that
 * stands between a program and the SDK is kept in the state of every resource.
 */
export function registration(
    kind: Kind,
    inputs: Readonly<Record<string, unknown>>,
    outputs: readonly string[],
): Record<string, unknown> {
    return {
        ...Object.fromEntries(outputs.map((output) => [output, undefined])),
        ...inputs,
        __provider: providerText(kind),
    };
}
