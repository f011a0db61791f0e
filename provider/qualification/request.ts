import type { Tell } from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import { isRefusal } from "../partnercenter/errors";
import type { QualificationRequest, QualificationResource } from "../partnercenter/qualifications";
import { sameName } from "../validation/sameName";
import type { QualificationInputs, QualificationState } from "./shapes";

/** Asks for the qualification, unless the customer has it or it is being looked at. */
export async function qualify(
    inputs: QualificationInputs,
    client: PartnerCenter,
    tell: Tell,
): Promise<QualificationState> {
    const { customerId } = inputs;
    const held = await patiently(() => client.qualifications.list(customerId), client);
    const present = named(inputs, held);
    const state = toState(inputs, isOpen(present) ? present : await request(inputs, client));
    if (isDenied(state)) {
        tell(`Customer ${customerId}: ${denial(state)}`);
    }
    return state;
}

async function request(
    inputs: QualificationInputs,
    client: PartnerCenter,
): Promise<QualificationResource | undefined> {
    const { customerId, deletionPolicy: _, ...wanted } = inputs;
    const list = () => client.qualifications.list(customerId);
    try {
        const answer = await client.qualifications.request(customerId, wanted);
        return named(inputs, answer) ?? named(inputs, await list());
    } catch (error) {
        // An attempt whose answer was lost may be why the next one is refused.
        const present = isRefusal(error) && named(inputs, await list().catch(() => []));
        if (present && isOpen(present)) {
            return present;
        }
        throw error;
    }
}

/** The qualification that is meant, among all of a customer's. */
export function named(
    { qualification }: Pick<QualificationRequest, "qualification">,
    held: readonly QualificationResource[],
): QualificationResource | undefined {
    return held.find((one) => sameName(one.qualification, qualification));
}

/** Whether it was looked at, and refused. */
export function isDenied({ vettingStatus }: { vettingStatus?: string }): boolean {
    return sameName(vettingStatus, "Denied");
}

export function isOpen(held: QualificationResource | undefined): held is QualificationResource {
    return held !== undefined && !isDenied(held);
}

export function denial({
    qualification,
    vettingReason = "no reason was given",
}: Pick<QualificationState, "qualification" | "vettingReason">): string {
    return `the qualification ${qualification} was denied (${vettingReason}). Correct what was asked for, and run \`pulumi up\` again.`;
}

/** What was asked for, and what came of it. */
export function toState(
    declared: QualificationInputs,
    { vettingStatus, vettingReason, vettingCreatedDate }: Partial<QualificationResource> = {},
): QualificationState {
    return {
        ...declared,
        ...(vettingStatus && { vettingStatus }),
        ...(vettingReason && { vettingReason }),
        ...(vettingCreatedDate && { vettingCreatedDate: instantOf(vettingCreatedDate) }),
    };
}

/** Answers to different calls write the same time with other fractions and zones. */
function instantOf(time: string): string {
    const instant = new Date(time);
    return Number.isNaN(instant.getTime()) ? time : instant.toISOString();
}
