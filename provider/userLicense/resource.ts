import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerUserLicenseArgs } from "./args";

const typeToken = typeTokenOf("CustomerUserLicense");

/**
 * A licence of one product that a user of a customer has. A user who has it already keeps it, and when
 * the resource goes it is taken away: the user's data in the product is deleted some time later.
 *
 * The customer needs a free licence of the product, from a `Subscription`; one that was ordered a moment
 * ago is waited for, a minute. A plan that somebody excludes elsewhere is not seen by `pulumi refresh`,
 * since the service does not say so; an excluded one that somebody allows is.
 *
 * Needs sign-in as application and user. The Partner Centers of the US Government and of 21Vianet
 * cannot assign licences.
 *
 * @example
 * ```typescript
 * new partnercenter.CustomerUserLicense("grace-mail", {
 *     customerId: contoso.tenantId,
 *     userId: "4b10bf41-ab11-40e3-8c53-cd67849b50de", // or the userId of a CustomerUser
 *     skuId: "3b555118-da6a-4418-894f-7df1e2096870", // Microsoft 365 Business Basic
 *     excludedPlans: ["57ff2da0-773e-42df-b2af-ffb7a2317929"], // Microsoft Teams
 * });
 * ```
 *
 * ### Import
 *
 * A licence that a user has needs no import: declare it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/assign-licenses-to-a-user
 */
export class CustomerUserLicense extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a user's licence without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<userId>/<skuId>`, all GUIDs.
     * @example
     * ```typescript
     * const mail = partnercenter.CustomerUserLicense.get("mail", pulumi.interpolate`${contoso.tenantId}/4b10bf41-ab11-40e3-8c53-cd67849b50de/3b555118-da6a-4418-894f-7df1e2096870`);
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerUserLicense {
        return new CustomerUserLicense(name, {} as CustomerUserLicenseArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerUserLicense`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerUserLicense {
        return isOfKind("CustomerUserLicense", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Id of the user in that tenant. */
    declare readonly userId: pulumi.Output<string>;

    /** Id of the product in the directory. */
    declare readonly skuId: pulumi.Output<string>;

    /** Ids of the service plans that the user may not use. */
    declare readonly excludedPlans: pulumi.Output<string[]>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerUserLicenseArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerUserLicenseArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = ["customerId", "userId", "skuId", "excludedPlans"];
        const stacks = pausePromiseStacks();
        try {
            super(typeToken, name, registration("CustomerUserLicense", { ...args }, outputs), opts);
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
