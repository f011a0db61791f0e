import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle";
import { askWhether } from "../migration/eligibility";
import type { PartnerCenter } from "../partnercenter/client";
import { canonicalJson } from "../requestId";
import { schedulesOf } from "./schedule";
import type { ScheduleInputs } from "./shapes";
import { counts, isCarriedOut } from "./status";
import { scheduleDifferences, toRequest, toState } from "./wire";

/** What a schedule would buy, and when; and what stands in its way today. */
export async function foreseeSchedule(
    inputs: ScheduleInputs,
    { isComplete, inquiry }: ForesightContext,
): Promise<Foresight> {
    if (!isComplete) {
        return foresightOf();
    }
    const found = await inquiry.ask(
        "whether a migration can be scheduled",
        `${inputs.customerId} ${canonicalJson(toRequest(inputs))}`.toLowerCase(),
        (client) => askAbout(inputs, client),
    );
    return found ?? foresightOf();
}

async function askAbout(inputs: ScheduleInputs, client: PartnerCenter): Promise<Foresight> {
    const { currentSubscriptionId: id, targetDate } = inputs;
    const living = (await schedulesOf(inputs, client)).filter(counts);
    const held = living.find(isCarriedOut) ?? living[0];
    if (held !== undefined) {
        const others = scheduleDifferences(inputs, toState(inputs, held));
        const what = isCarriedOut(held)
            ? `was migrated by a schedule (migration ${held.newCommerceMigrationId})`
            : `has a schedule already (${held.id}), which is taken over`;
        const change = others.length === 0 ? "nothing" : others.join(", ");
        return foresightOf({
            notes: [`The subscription ${id} ${what}; ${change} will be changed.`],
        });
    }
    const { reasons, becomes } = await askWhether(inputs, client);
    const when = targetDate === undefined ? "At its renewal" : `On ${targetDate}`;
    // What is refused today may be possible on that day: an age, a status.
    return reasons.length > 0
        ? foresightOf({ warnings: reasons.map((reason) => `${reason} That is how it is today.`) })
        : foresightOf({
              notes: [`${when} ${becomes}. Until then it can be changed and cancelled.`],
          });
}
