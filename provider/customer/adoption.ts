import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError } from "../partnercenter/errors";
import { readCustomer, writeBillingProfile } from "./billingProfile";
import { sameName } from "./differences";
import type { CustomerInputs, CustomerState } from "./shapes";
import { toState } from "./wire";

/** Takes over a customer, and writes what the program wants otherwise. Its password stays unknown. */
export async function adopt(
    id: string,
    inputs: CustomerInputs,
    client: PartnerCenter,
): Promise<CustomerState> {
    const held = await readCustomer(id, client);
    const domains = [held.companyProfile?.domain, ...(held.customDomains ?? [])];
    if (!domains.some((domain) => sameName(domain, inputs.companyProfile.domain))) {
        throw new PartnerCenterError(
            `Customer ${id} has the domain ${held.companyProfile?.domain}, not ${inputs.companyProfile.domain}: correct existingCustomerId or companyProfile.domain. Nothing was changed.`,
        );
    }
    const state = toState(inputs, held);
    return { ...state, billingProfile: await writeBillingProfile(id, inputs, state, client) };
}
