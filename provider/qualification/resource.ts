import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerQualificationArgs } from "./args";

const typeToken = typeTokenOf("CustomerQualification");

/**
 * What a customer is qualified for: the offers and prices for education, for the US government's
 * community cloud, or for state-owned entities.
 *
 * It is asked for at once, and looked at by Microsoft for days: nothing waits for that. `pulumi
 * refresh` shows in `vettingStatus` what has become of it. After a denial, a change of `website`,
 * `educationSegment` or `validationCode` asks again. What the customer has already counts as done.
 *
 * No call takes a qualification back, and `Education` is for ever: `deletionPolicy` guards it. Needs
 * sign-in as application and user.
 *
 * @example
 * ```typescript
 * const education = new partnercenter.CustomerQualification("contoso", {
 *     customerId: contoso.tenantId,
 *     qualification: "Education",
 *     educationSegment: "HigherEducation",
 *     website: "contoso.edu",
 * });
 *
 * export const vetting = education.vettingStatus;
 * ```
 *
 * ### Import
 *
 * A qualification that the customer has needs no import: declare it, and nothing is asked for.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous
 */
export class CustomerQualification extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a customer's qualification without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id Tenant id of the customer, a slash, and the qualification.
     * @example
     * ```typescript
     * const education = partnercenter.CustomerQualification.get(
     *     "contoso",
     *     pulumi.interpolate`${contoso.tenantId}/Education`,
     * );
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerQualification {
        return new CustomerQualification(name, {} as CustomerQualificationArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerQualification`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerQualification {
        return isOfKind("CustomerQualification", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    declare readonly qualification: pulumi.Output<string>;

    /** The policy in force. */
    declare readonly deletionPolicy: pulumi.Output<"prevent" | "retain">;

    /**
     * `InReview`, `Approved` or `Denied`; new values of the service pass through. Absent where nobody
     * looks at it, as at `StateOwnedEntity`.
     */
    declare readonly vettingStatus: pulumi.Output<string | undefined>;

    /** Why it was denied. */
    declare readonly vettingReason: pulumi.Output<string | undefined>;

    /** When it was asked for, in UTC, as ISO 8601 writes it. */
    declare readonly vettingCreatedDate: pulumi.Output<string | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerQualificationArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerQualificationArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const { validationCode, ...inputs } = args;
        const secret = validationCode && { validationCode: pulumi.secret(validationCode) };
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("CustomerQualification", { ...inputs, ...secret }, [
                    "customerId",
                    "qualification",
                    "deletionPolicy",
                    "vettingStatus",
                    "vettingReason",
                    "vettingCreatedDate",
                ]),
                pulumi.mergeOptions(opts, { additionalSecretOutputs: ["validationCode"] }),
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
