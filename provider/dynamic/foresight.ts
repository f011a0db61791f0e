import { type Foresight, foresightOf, type Lifecycle } from "../lifecycle";
import { messageOf } from "../partnercenter/errors";
import { inquiry, previewClient, settings } from "./process";
import { isUnknown } from "./protocol";
import { hasUnknown } from "./values";

/**
 * What the service would refuse of a new resource, where it can be asked. That it cannot is worth a
 * line, and no fault.
 *
 * @param problems What is known to be wrong already.
 * @param others New resources that the engine will ask about later: the answers are sought from now on.
 */
export async function foreseen<Inputs, State>(
    lifecycle: Lifecycle<Inputs, State>,
    inputs: Inputs,
    problems: readonly string[],
    others: readonly Inputs[],
): Promise<Foresight> {
    const { settings: found, problems: wrongSettings } = settings();
    const canSignIn = wrongSettings.length === 0 && found.credential !== undefined;
    if (!canSignIn || found.onlineValidation === "off") {
        return foresightOf();
    }
    const context = {
        cloud: found.cloud,
        isUnknown,
        inquiry,
        client: previewClient,
    };
    const isComplete = problems.length === 0 && !hasUnknown(inputs);
    const asked = lifecycle.foresee(inputs, { ...context, isComplete });
    for (const other of others) {
        // What is found, and what fails, is said when the engine asks about that one.
        lifecycle.foresee(other, { ...context, isComplete: false }).catch(() => undefined);
    }
    try {
        const foresight = await asked;
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
        return foresightOf();
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
