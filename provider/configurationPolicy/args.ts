import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a customer's configuration policy. The names are those of the Partner Center
 * API. Everything but the customer changes in place.
 *
 * @see https://learn.microsoft.com/partner-center/developer/create-a-new-configuration-policy-for-the-specified-customer
 */
export interface CustomerConfigurationPolicyArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** The policy's name, by which it is told from the customer's others. @example "Front desk" */
    name: Input<string>;

    description?: Input<string>;

    /**
     * What is done or left out when a device is switched on first, at least one, in any order:
     * `remove_oem_preinstalls`, `oobe_user_not_local_admin`, `skip_express_settings`,
     * `skip_oem_registration`, `skip_eula`, or `none`. Others that the service knows one day pass through.
     *
     * @example ["oobe_user_not_local_admin", "skip_eula"]
     */
    policySettings: Input<Input<string>[]>;
}
