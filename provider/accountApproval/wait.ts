import type { Tell } from "../lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError, unlessGone } from "../partnercenter/errors";
import { type Pace, waitFor } from "../waiting";
import type { ApprovalInputs, ApprovalState } from "./shapes";
import { inWords, isAllowed, isRefused, readStatus } from "./status";

/**
 * Waits until Microsoft's vetting allows orders of a customer. Nothing is written, so nothing is lost
 * when it is cut short.
 *
 * @throws PartnerCenterError when the time is up, or the account was refused.
 */
export async function waitUntilAllowed(
    { customerId, timeoutMinutes }: ApprovalInputs,
    client: PartnerCenter,
    tell: Tell,
    pace?: Pace,
): Promise<ApprovalState> {
    const state = await waitFor<ApprovalState>({
        // A customer that was made a moment ago may not be shown yet: then there is no status either.
        ask: async () =>
            (await unlessGone(readStatus(customerId, client.begin()))) ?? { customerId },
        isFinal: (answer) => isAllowed(answer) || isRefused(answer),
        timeoutMinutes,
        until: `Microsoft's vetting allows orders of customer ${customerId}`,
        inWords,
        tell,
        pace,
    });
    if (isAllowed(state)) {
        return state;
    }
    throw isRefused(state) ? refused(state) : timeIsUp(state, timeoutMinutes);
}

function refused(state: ApprovalState): PartnerCenterError {
    return new PartnerCenterError(
        `Microsoft's vetting does not allow orders of customer ${state.customerId}: ${inWords(state)}. Ask Partner Center support for the reason. The customer is kept; when the status has changed, \`pulumi up\` goes on. Without waitForAccountApproval the program goes on without it.`,
    );
}

function timeIsUp(state: ApprovalState, timeoutMinutes: number): PartnerCenterError {
    return new PartnerCenterError(
        `Microsoft's vetting of customer ${state.customerId} has come to no result within ${timeoutMinutes} minutes (timeoutMinutes): ${inWords(state)}. It takes from minutes to days. The customer is kept; \`pulumi up\` goes on waiting.`,
    );
}
