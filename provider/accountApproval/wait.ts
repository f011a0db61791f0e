import type { Tell } from "../lifecycle/lifecycle";
import { type Pace, waitFor } from "../lifecycle/waiting";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, PartnerCenterError } from "../partnercenter/errors";
import type { ApprovalInputs, ApprovalState } from "./shapes";
import { inWords, isAllowed, isRefused, readStatus } from "./status";

/**
 * Waits until Microsoft's vetting allows orders of a customer.
 *
 * @throws PartnerCenterError when the time is up, or the account was refused.
 */
export async function waitUntilAllowed(
    { customerId, timeoutMinutes }: ApprovalInputs,
    client: PartnerCenter,
    tell: Tell,
    pace?: Pace,
): Promise<ApprovalState> {
    const state = await waitFor({
        ask: () => readStatus(customerId, client.begin()).catch(asUnseen(customerId)),
        isOver: (held) => isAllowed(held) || isRefused(held),
        inWords: (held) =>
            `Waiting until Microsoft's vetting allows orders of customer ${customerId}: ${inWords(held)}`,
        timeoutMinutes,
        tell,
        ...(pace && { pace }),
    });
    if (isAllowed(state)) {
        return state;
    }
    throw isRefused(state) ? refused(state) : timeIsUp(state, timeoutMinutes);
}

/** A customer that was made a moment ago may not be shown yet: then there is no status either. */
function asUnseen(customerId: string): (error: unknown) => ApprovalState {
    return (error) => {
        if (isGone(error)) {
            return { customerId };
        }
        throw error;
    };
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
