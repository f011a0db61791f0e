import type { BillingProfileResource } from "../partnercenter/types";
import { addressMembers, billingMembers, withBillingContact } from "./wire";

/** Members whose case the service changes as it likes. */
const anyCase: ReadonlySet<string> = new Set(["culture", "language", "country"]);

/**
 * The paths at which what the service holds is not what the program wants. An empty member is the
 * same as none; the case of cultures and country codes is the service's.
 */
export function differences(
    desired: BillingProfileResource,
    held: BillingProfileResource,
): string[] {
    return [
        ...differing(
            withBillingContact(desired),
            withBillingContact(held),
            billingMembers,
            "billingProfile",
        ),
        ...differing(
            desired.defaultAddress ?? {},
            held.defaultAddress ?? {},
            addressMembers,
            "billingProfile.defaultAddress",
        ),
    ];
}

function differing(
    desired: Record<string, unknown>,
    held: Record<string, unknown>,
    members: readonly string[],
    path: string,
): string[] {
    return members
        .filter(
            (member) => comparable(desired[member], member) !== comparable(held[member], member),
        )
        .map((member) => `${path}.${member}`);
}

function comparable(value: unknown, member: string): string {
    const text = value === undefined || value === null ? "" : String(value);
    return anyCase.has(member) ? text.toLowerCase() : text;
}
