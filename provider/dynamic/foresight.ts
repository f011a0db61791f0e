import type { Lifecycle } from "../lifecycle";
import { messageOf } from "../partnercenter/errors";
import { inquiry, previewClient, settings } from "./process";
import { isUnknown } from "./protocol";
import { hasUnknown } from "./values";

/**
 * What the service would refuse of a new resource, where it can be asked. That it cannot is worth a
 * line, and no fault.
 */
export async function foreseen<Inputs, State>(
    lifecycle: Lifecycle<Inputs, State>,
    inputs: Inputs,
    isFlawless: boolean,
): Promise<string[]> {
    const { settings: found, problems } = settings();
    const canSignIn = problems.length === 0 && found.credential !== undefined;
    if (!canSignIn || found.onlineValidation === "off") {
        return [];
    }
    try {
        const foresight = await lifecycle.foresee(inputs, {
            cloud: found.cloud,
            isUnknown,
            isComplete: isFlawless && !hasUnknown(inputs),
            onlineValidation: found.onlineValidation,
            inquiry,
            client: previewClient,
        });
        warn(foresight.warnings);
        for (const note of foresight.notes) {
            console.log(note);
        }
        return foresight.problems;
    } catch (error) {
        console.warn(`Partner Center could not be asked before the update. ${messageOf(error)}`);
        return [];
    }
}

/** The engine shows what a provider writes to its error stream beside the resource. */
export function warn(warnings: readonly string[]): void {
    for (const warning of warnings) {
        console.warn(warning);
    }
}
