import type { Kind } from "./kinds";
import { providerText } from "./providerText";

/**
 * What the engine is handed of a resource: its inputs, the text that loads its provider, and a place
 * for each output that the service answers, without which the object would have no such property.
 *
 * The classes extend Pulumi's own directly, and call it in `super`: the SDK takes the frame behind the
 * constructor of its subclass for the resource's place in the program, and keeps all that follow in the
 * state. One frame more, of a class or a function between the two, would stand there instead.
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
