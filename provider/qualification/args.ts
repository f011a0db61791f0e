import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a customer's qualification. The names are those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous
 */
export interface CustomerQualificationArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /**
     * `Education`, `GovernmentCommunityCloud` or `StateOwnedEntity`; others that the service knows one
     * day pass through. None of them can be taken back.
     *
     * @example "Education"
     */
    qualification: Input<string>;

    /** For `Education`, which needs it: `K12` or `HigherEducation`. @example "HigherEducation" */
    educationSegment?: Input<string>;

    /** For `Education`: the institution's website, by which Microsoft recognises it. @example "contoso.edu" */
    website?: Input<string>;

    /** For `GovernmentCommunityCloud`, which needs it: the code from Microsoft. Kept as a secret. */
    validationCode?: Input<string>;

    /**
     * What happens when the resource goes. No call takes a qualification back:
     *
     * - `prevent`: that fails, and so does at preview a change of customer or qualification.
     * - `retain`: the customer keeps the qualification, and it is forgotten here.
     *
     * The policy in the state counts: a new one must be deployed before it works.
     *
     * @defaultValue `"prevent"`
     */
    deletionPolicy?: Input<"prevent" | "retain">;
}
