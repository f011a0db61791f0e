import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerConfigurationPolicyArgs } from "./args";

const typeToken = typeTokenOf("CustomerConfigurationPolicy");

/**
 * A configuration policy of a customer: the profile of Windows Autopilot that says what a new device
 * does when it is switched on first. Devices get it by a `CustomerDeviceBatch`.
 *
 * Only Partner Center of Microsoft's public cloud has it.
 *
 * @example
 * ```typescript
 * const desk = new partnercenter.CustomerConfigurationPolicy("desk", {
 *     customerId: contoso.tenantId,
 *     name: "Front desk",
 *     policySettings: ["oobe_user_not_local_admin", "skip_eula"],
 * });
 *
 * export const deskPolicy = desk.policyId;
 * ```
 *
 * ### Import
 *
 * A policy that the customer has needs no import: declare it as it is, with its name, description and
 * settings, and it is taken over.
 *
 * @see https://learn.microsoft.com/partner-center/developer/device-deployment-resources#configurationpolicy
 */
export class CustomerConfigurationPolicy extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a customer's configuration policy without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<policyId>`, both GUIDs.
     * @example
     * ```typescript
     * const policy = partnercenter.CustomerConfigurationPolicy.get(
     *     "desk",
     *     pulumi.interpolate`${contoso.tenantId}/56edf752-ee77-4fd8-b7f5-df1f74a3a9ac`,
     * );
     * export const settings = policy.policySettings;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerConfigurationPolicy {
        const args = {} as CustomerConfigurationPolicyArgs;
        return new CustomerConfigurationPolicy(name, args, { ...opts, id });
    }

    /** Whether an object is a `CustomerConfigurationPolicy`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerConfigurationPolicy {
        return isOfKind("CustomerConfigurationPolicy", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Id of the policy: what a `CustomerDeviceBatch` wants. */
    declare readonly policyId: pulumi.Output<string>;

    declare readonly name: pulumi.Output<string>;

    declare readonly description: pulumi.Output<string | undefined>;

    declare readonly policySettings: pulumi.Output<string[]>;

    /**
     * A policy that is replaced is deleted first: the new one would be taken for the old one.
     *
     * @param name Name of the resource in the program.
     * @param args See `CustomerConfigurationPolicyArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerConfigurationPolicyArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = ["customerId", "policyId", "name", "description", "policySettings"];
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("CustomerConfigurationPolicy", { ...args }, outputs),
                { deleteBeforeReplace: true, ...opts },
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
