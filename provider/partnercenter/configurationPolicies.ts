import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";

/** What is written of a configuration policy. */
export interface PolicyMembers {
    name: string;
    description?: string;
    policySettings: readonly string[];
}

/** @see https://learn.microsoft.com/partner-center/developer/device-deployment-resources#configurationpolicy */
export interface ConfigurationPolicyResource extends Open, Partial<PolicyMembers> {
    id: string;
    category?: string;
    /** How many devices have it. */
    devicesAssigned?: number;
}

/** The one category that there is: the out-of-box experience. */
export const policyCategory = "o_o_b_e";

/**
 * The calls about configuration policies: the profiles of Windows Autopilot.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-a-customer-s-policies
 */
export class ConfigurationPolicies {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    async list(customerId: string): Promise<ConfigurationPolicyResource[]> {
        return await this.#operation.list<ConfigurationPolicyResource>({
            name: "readPolicies",
            operation: `list the configuration policies of the customer ${customerId}`,
            method: "GET",
            path: policiesPath(customerId),
        });
    }

    async get(customerId: string, id: string): Promise<ConfigurationPolicyResource> {
        return await this.#operation.identified<ConfigurationPolicyResource>("a policy", {
            name: "readPolicies",
            operation: `read the configuration policy ${id} of the customer ${customerId}`,
            method: "GET",
            path: policyPath(customerId, id),
        });
    }

    /**
     * Makes a policy, and a second one where the first answer is lost: it is sent once.
     *
     * @see https://learn.microsoft.com/partner-center/developer/create-a-new-configuration-policy-for-the-specified-customer
     */
    async create(customerId: string, policy: PolicyMembers): Promise<ConfigurationPolicyResource> {
        return await this.#operation.identified<ConfigurationPolicyResource>("a policy", {
            name: "changePolicies",
            operation: `create the configuration policy "${policy.name}" of the customer ${customerId}`,
            method: "POST",
            path: policiesPath(customerId),
            body: bodyOf(policy),
            isUnrepeatable: true,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/update-a-configuration-policy-for-the-specified-customer */
    async update(customerId: string, id: string, policy: PolicyMembers): Promise<void> {
        await this.#operation.call({
            name: "changePolicies",
            operation: `change the configuration policy ${id} of the customer ${customerId}`,
            method: "PUT",
            path: policyPath(customerId, id),
            body: { id, ...bodyOf(policy) },
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/delete-a-configuration-policy-for-the-specified-customer */
    async delete(customerId: string, id: string): Promise<void> {
        await this.#operation.call({
            name: "changePolicies",
            operation: `delete the configuration policy ${id} of the customer ${customerId}`,
            method: "DELETE",
            path: policyPath(customerId, id),
        });
    }
}

function bodyOf({ name, description, policySettings }: PolicyMembers): object {
    return {
        name,
        category: policyCategory,
        description,
        policySettings,
        attributes: { objectType: "ConfigurationPolicy" },
    };
}

function policiesPath(customerId: string): string {
    return `${customerPath(customerId)}/policies`;
}

function policyPath(customerId: string, id: string): string {
    return `${policiesPath(customerId)}/${encodeURIComponent(id)}`;
}
