import type { Foresight } from "../lifecycle/lifecycle";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, PartnerCenterError } from "../partnercenter/errors";
import type { CustomerResource } from "../partnercenter/types";
import { sameName } from "../validation/sameName";
import { readCustomer, writeBillingProfile } from "./billingProfile";
import { differences } from "./differences";
import type { CustomerInputs, CustomerState } from "./shapes";
import { desiredBillingProfile, toState } from "./wire";

/** Takes over a customer, and writes what the program wants otherwise. Its password stays unknown. */
export async function adopt(
    id: string,
    inputs: CustomerInputs,
    client: PartnerCenter,
): Promise<CustomerState> {
    const held = await readCustomer(id, client);
    const obstacle = otherDomain(id, inputs, held);
    if (obstacle !== undefined) {
        throw new PartnerCenterError(`${obstacle} Nothing was changed.`);
    }
    const state = toState(inputs, held);
    return { ...state, billingProfile: await writeBillingProfile(id, inputs, state, client) };
}

/** Reads the customer who is to be taken over, and writes nothing. */
export async function foreseeAdoption(
    id: string,
    inputs: CustomerInputs,
    client: PartnerCenter,
): Promise<Foresight> {
    try {
        const held = await readCustomer(id, client);
        const obstacle = otherDomain(id, inputs, held);
        if (obstacle !== undefined) {
            return { problems: [obstacle], warnings: [], notes: [] };
        }
        const desired = desiredBillingProfile(inputs.billingProfile);
        const written = differences(desired, held.billingProfile ?? {});
        const writes = written.length === 0 ? "nothing" : written.join(", ");
        return {
            problems: [],
            warnings: [],
            notes: [
                `Customer ${id} is taken over as ${inputs.companyProfile.domain}; of what Partner Center holds, ${writes} will be overwritten.`,
            ],
        };
    } catch (error) {
        if (isGone(error)) {
            const what = `existingCustomerId: ${id} is no customer of this partner.`;
            return {
                problems: [`${what} Check the id, tenantId and cloud.`],
                warnings: [],
                notes: [],
            };
        }
        throw error;
    }
}

/** Why a customer is not the one that the program means: else a later replacement would give it up. */
function otherDomain(
    id: string,
    { companyProfile }: CustomerInputs,
    held: CustomerResource,
): string | undefined {
    const domains = [held.companyProfile?.domain, ...(held.customDomains ?? [])];
    return domains.some((domain) => sameName(domain, companyProfile.domain))
        ? undefined
        : `existingCustomerId: customer ${id} has the domain ${held.companyProfile?.domain}, not ${companyProfile.domain}; correct existingCustomerId or companyProfile.domain.`;
}
