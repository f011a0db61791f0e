import { Inquiry } from "../lifecycle/inquiry";
import {
    type Foresight,
    type ForesightContext,
    foresightOf,
    type Lifecycle,
} from "../lifecycle/lifecycle";
import { messageOf } from "../partnercenter/errors";
import { previewClient, settings } from "./process";
import { isUnknown } from "./protocol";
import { hasUnknown } from "./values";

/** What the checks of all resources ask the service. */
const inquiry = new Inquiry(previewClient);

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
    const isComplete = problems.length === 0 && !hasUnknown(inputs);
    return await whereAsked(async (context) => {
        const asked = lifecycle.foresee(inputs, { ...context, isComplete });
        for (const other of others) {
            // What is found, and what fails, is said when the engine asks about that one.
            lifecycle.foresee(other, { ...context, isComplete: false }).catch(() => undefined);
        }
        return await asked;
    });
}

/** What the service would refuse of a change, in the same way. */
export async function foreseenChange<Inputs, State>(
    lifecycle: Lifecycle<Inputs, State>,
    id: string,
    state: State,
    news: Inputs,
): Promise<Foresight> {
    return await whereAsked(
        async (context) =>
            (await lifecycle.foreseeChange?.(id, state, news, { ...context, isComplete: true })) ??
            foresightOf(),
    );
}

async function whereAsked(
    ask: (context: Omit<ForesightContext, "isComplete">) => Promise<Foresight>,
): Promise<Foresight> {
    const { settings: found, problems: wrongSettings } = settings();
    const canSignIn = wrongSettings.length === 0 && found.credential !== undefined;
    if (!canSignIn || found.onlineValidation === "off") {
        return foresightOf();
    }
    try {
        const foresight = await ask({
            cloud: found.cloud,
            isUnknown,
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
