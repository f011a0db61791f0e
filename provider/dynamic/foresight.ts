import type { Foresight, Lifecycle } from "../lifecycle";
import { messageOf } from "../partnercenter/errors";
import { inquiry, previewClient, settings } from "./process";
import { isUnknown } from "./protocol";
import { hasUnknown } from "./values";

export const nothing: Foresight = { problems: [], warnings: [], notes: [] };

/**
 * What the service would refuse of a new resource, where it can be asked. That it cannot is worth a
 * line, and no fault.
 *
 * @param problems What is known to be wrong already.
 */
export async function foreseen<Inputs, State>(
    lifecycle: Lifecycle<Inputs, State>,
    inputs: Inputs,
    problems: readonly string[],
): Promise<Foresight> {
    const { settings: found, problems: wrongSettings } = settings();
    const canSignIn = wrongSettings.length === 0 && found.credential !== undefined;
    if (!canSignIn || found.onlineValidation === "off") {
        return nothing;
    }
    try {
        const foresight = await lifecycle.foresee(inputs, {
            cloud: found.cloud,
            isUnknown,
            isComplete: problems.length === 0 && !hasUnknown(inputs),
            inquiry,
            client: previewClient,
        });
        for (const warning of inquiry.takeWarnings()) {
            console.warn(warning);
        }
        for (const note of foresight.notes) {
            tell(note);
        }
        return found.onlineValidation === "error"
            ? foresight
            : {
                  ...foresight,
                  problems: [],
                  warnings: [...foresight.problems, ...foresight.warnings],
              };
    } catch (error) {
        console.warn(`Partner Center could not be asked before the update. ${messageOf(error)}`);
        return nothing;
    }
}

/** A line among what the engine prints of a run. */
export function tell(line: string): void {
    console.log(line);
}

/** Warnings, each in one line that says whose it is; the engine shows what a provider prints. */
export function warn(name: string, warnings: readonly string[]): void {
    for (const warning of warnings) {
        console.warn(`${name}: ${warning.replace(/\s+/g, " ")}`);
    }
}
