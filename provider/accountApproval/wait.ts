import { setTimeout as sleep } from "node:timers/promises";
import type { Tell } from "../lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, PartnerCenterError } from "../partnercenter/errors";
import type { ApprovalInputs, ApprovalState } from "./shapes";
import { inWords, isAllowed, isRefused, readStatus } from "./status";

/** How often the service is asked, and how often people are told, in milliseconds. */
export interface Pace {
    first: number;
    /** Each pause is longer than the one before, up to this. */
    longest: number;
    told: number;
}

const usualPace: Pace = { first: 5_000, longest: 120_000, told: 600_000 };

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
    pace: Pace = usualPace,
): Promise<ApprovalState> {
    const end = Date.now() + timeoutMinutes * 60_000;
    const news = newsOf(customerId, end, pace.told, tell);
    for (let pause = pace.first; ; pause = Math.min(pause * 1.5, pace.longest)) {
        // Each question is an operation of its own: the wait is longer than one may take.
        const state = await readStatus(customerId, client.begin()).catch(asUnseen(customerId));
        if (isAllowed(state)) {
            return state;
        }
        if (isRefused(state)) {
            throw refused(state);
        }
        const left = end - Date.now();
        if (left <= 0) {
            throw timeIsUp(state, timeoutMinutes);
        }
        news(state);
        await sleep(Math.min(pause, left));
    }
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

/** Tells a status when it is new, and from time to time that it is still the same. */
function newsOf(customerId: string, end: number, every: number, tell: Tell) {
    let told: { words: string; at: number } | undefined;
    return (state: ApprovalState): void => {
        const words = inWords(state);
        if (words === told?.words && Date.now() - told.at < every) {
            return;
        }
        const minutes = Math.ceil((end - Date.now()) / 60_000);
        told = { words, at: Date.now() };
        tell(
            `Waiting until Microsoft's vetting allows orders of customer ${customerId}: ${words}. This run waits for ${minutes} more minutes at most.`,
        );
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
