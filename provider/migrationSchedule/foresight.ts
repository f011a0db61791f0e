import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { canonicalJson } from "../lifecycle/requestId";
import { askWhether } from "../migration/eligibility";
import type { PartnerCenter } from "../partnercenter/client";
import { sameName } from "../validation/sameName";
import { schedulesOf, whyUnchanged } from "./schedule";
import type { ScheduleInputs, ScheduleState } from "./shapes";
import { counts, isCarriedOut } from "./status";
import { scheduleDifferences, toRequest, toState } from "./wire";

/**
 * What a schedule would buy, and when; and what stands in its way today.
 *
 * @param inputs With the schedule that the state holds, which is changed, or made anew where it is lost.
 */
export async function foreseeSchedule(
    inputs: ScheduleInputs & Partial<Pick<ScheduleState, "scheduleId">>,
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

async function askAbout(
    inputs: ScheduleInputs & Partial<Pick<ScheduleState, "scheduleId">>,
    client: PartnerCenter,
): Promise<Foresight> {
    const living = (await schedulesOf(inputs, client)).filter(counts);
    const found = living.find(isCarriedOut) ?? living[0];
    const held = found && toState(inputs, found);
    if (
        held !== undefined &&
        (isCarriedOut(held) || !sameName(held.scheduleId, inputs.scheduleId))
    ) {
        return ofHeld(inputs, held);
    }
    // What a change does not say stays as it is held.
    const { reasons, becomes } = await askWhether({ ...held, ...inputs }, client);
    const { targetDate } = inputs;
    const when = targetDate === undefined ? "At its renewal" : `On ${targetDate}`;
    // What is refused today may be possible on that day: an age, a status.
    return reasons.length > 0
        ? foresightOf({ warnings: reasons.map((reason) => `${reason} That is how it is today.`) })
        : foresightOf({
              notes: [`${when} ${becomes}. Until then it can be changed and cancelled.`],
          });
}

/** The schedule is there, made by an earlier run or by somebody else. */
function ofHeld(inputs: ScheduleInputs, held: ScheduleState): Foresight {
    const { currentSubscriptionId: id } = inputs;
    if (isCarriedOut(held)) {
        const refused = whyUnchanged(inputs, held);
        return foresightOf(
            refused === undefined
                ? {
                      notes: [
                          `The subscription ${id} was migrated by a schedule (migration ${held.newCommerceMigrationId}): nothing will be sent.`,
                      ],
                  }
                : { problems: [refused] },
        );
    }
    const others = scheduleDifferences(inputs, held).join(", ") || "nothing";
    return foresightOf({
        notes: [
            `The subscription ${id} has a schedule already (${held.scheduleId}), which is taken over; ${others} will be changed.`,
        ],
    });
}
