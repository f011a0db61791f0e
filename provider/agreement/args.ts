import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a customer's acceptance of the Microsoft Customer Agreement. The names are
 * those of the Partner Center API.
 *
 * @see https://learn.microsoft.com/partner-center/developer/confirm-customer-consent-customer-agreement
 */
export interface CustomerAgreementArgs {
    /** Tenant id of the customer, a GUID. Another customer makes another confirmation. */
    customerId: Input<string>;

    /**
     * Who accepted the agreement for the customer. Another person is confirmed anew, in place; the
     * earlier confirmation stays.
     */
    primaryContact: Input<AgreementContactArgs>;

    /**
     * The day on which the customer accepted, in UTC and not in the future. It counts when the
     * confirmation is sent: no call changes it afterwards.
     *
     * @defaultValue the day of the deployment, by Microsoft's clock
     * @example "2026-11-24"
     */
    dateAgreed?: Input<string>;

    /**
     * Which version of the text was accepted: a GUID whose case matters.
     *
     * @defaultValue the newest version
     * @example "117a77b0-9360-443b-8795-c6dedc750cf9"
     */
    templateId?: Input<string>;
}

/** @see https://learn.microsoft.com/partner-center/developer/utility-resources#contact */
export interface AgreementContactArgs {
    /** @example "Ada" */
    firstName: Input<string>;

    /** Sent with a confirmation, but no reason for another one. @example "King" */
    middleName?: Input<string>;

    /** @example "Lovelace" */
    lastName: Input<string>;

    /** @example "ada@contoso.com" */
    email: Input<string>;

    /** @example "4255550101" */
    phoneNumber?: Input<string>;
}
