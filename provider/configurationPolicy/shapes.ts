import type { PolicyMembers } from "../partnercenter/configurationPolicies";

/** What a program declares of a configuration policy. */
export interface PolicyInputs extends PolicyMembers {
    customerId: string;
}

/** What the state holds of a configuration policy. */
export interface PolicyState extends PolicyInputs {
    policyId: string;
}
