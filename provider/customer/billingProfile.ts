import { IncompleteResource } from "../lifecycle/incomplete";
import type { PartnerCenter } from "../partnercenter/client";
import { isStaleEtag } from "../partnercenter/errors";
import type { CustomerResource } from "../partnercenter/types";
import { differences } from "./differences";
import type { CustomerInputs, CustomerState } from "./shapes";
import { desiredBillingProfile, mergeBillingProfile, toBillingProfile } from "./wire";

/** The customer with its billing profile, which not every answer includes. */
export async function readCustomer(id: string, client: PartnerCenter): Promise<CustomerResource> {
    const held = await client.getCustomer(id);
    return held.billingProfile?.defaultAddress === undefined
        ? { ...held, billingProfile: await client.getBillingProfile(id) }
        : held;
}

/** Writes what differs, if anything does, and answers what the service then holds. */
export async function writeBillingProfile(
    id: string,
    inputs: CustomerInputs,
    state: CustomerState,
    client: PartnerCenter,
): Promise<CustomerState["billingProfile"]> {
    const desired = desiredBillingProfile(inputs.billingProfile);
    if (differences(desired, state.billingProfile).length === 0) {
        return state.billingProfile;
    }
    const write = async () => {
        const current = await client.getBillingProfile(id);
        const written = await client.putBillingProfile(id, mergeBillingProfile(current, desired));
        return written ?? (await client.getBillingProfile(id));
    };
    // Someone may write between our reading and our writing: merge into the newer profile, once.
    const written = await write().catch((error) => {
        if (isStaleEtag(error)) {
            return write();
        }
        throw error;
    });
    const refused = differences(desired, written);
    const billingProfile = toBillingProfile(written);
    if (refused.length > 0) {
        throw new IncompleteResource(id, { ...state, billingProfile }, [
            `Partner Center accepted the change of customer ${id}, but kept ${refused.join(", ")} as it was: this cannot be changed any more.`,
        ]);
    }
    return billingProfile;
}
