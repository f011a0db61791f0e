import { isDeepStrictEqual } from "node:util";
import type { CheckContext } from "../../lifecycle/lifecycle";
import type { CustomerInputs } from "../shapes";
import { companyNameDoubt } from "./companyName";
import { suffixDoubt } from "./domain";
import { isBlank, type Members, membersOf } from "./members";
import { registrationAdvice } from "./registration";

/**
 * What may be wrong, and is not refused: the service's own documentation contradicts itself, or cannot
 * know. Said of new arguments only, else every run would say it again.
 */
export function advice(
    olds: CustomerInputs | undefined,
    inputs: CustomerInputs,
    context: CheckContext,
): string[] {
    if (isDeepStrictEqual(olds, inputs)) {
        return [];
    }
    const members = membersOf(inputs, context.isUnknown);
    const name = companyNameDoubt(members("billingProfile.companyName") ?? "");
    const isTakenOver = isBlank(members("existingCustomerId")) !== true;
    const ofNewCustomers = isTakenOver
        ? withoutEffect(inputs)
        : [...suffixAdvice(members, context), ...registrationAdvice(members)];
    return [
        ...(name === undefined ? [] : [`billingProfile.companyName: ${name}.`]),
        ...(olds === undefined ? ofNewCustomers : []),
    ];
}

function suffixAdvice(members: Members, { cloud }: CheckContext): string[] {
    const doubt = suffixDoubt(members("companyProfile.domain") ?? "", cloud);
    return doubt === undefined ? [] : [`companyProfile.domain: ${doubt}.`];
}

/** What only a creation can say stands beside `existingCustomerId`. */
function withoutEffect({ associatedPartnerId, enableGDAPByDefault }: CustomerInputs): string[] {
    return Object.entries({ associatedPartnerId, enableGDAPByDefault })
        .filter(([, value]) => value !== undefined)
        .map(
            ([path]) =>
                `${path}: has no effect beside existingCustomerId, since it counts when a customer is created. Leave one of them out.`,
        );
}
