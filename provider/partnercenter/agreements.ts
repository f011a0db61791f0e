import type { Operation } from "./connection";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type { Open } from "./types";

/** A text that customers accept. */
export interface AgreementTemplate extends Open {
    /** Its case matters. */
    templateId: string;
    /** `MicrosoftCustomerAgreement`, and whatever else the service may answer. */
    agreementType?: string;
    /** Where the text can be read. */
    agreementLink?: string;
    /** The newest of several has the highest. */
    versionRank?: number;
}

/** The person who accepted an agreement for the customer. */
export interface AgreementContact {
    firstName: string;
    middleName?: string;
    lastName: string;
    email: string;
    phoneNumber?: string;
}

/** What the partner says of a customer's acceptance. */
export interface NewConfirmation {
    primaryContact: AgreementContact;
    templateId: string;
    /** In UTC, as ISO 8601 writes it; the service takes none in the future. */
    dateAgreed: string;
    type: string;
}

/** A confirmation as the service holds it. */
export interface ConfirmationResource extends Open {
    primaryContact?: Partial<AgreementContact>;
    templateId?: string;
    /** With and without a zone, which then is UTC. */
    dateAgreed?: string;
    type?: string;
    agreementLink?: string;
}

/**
 * The calls about agreements with customers. In the global cloud alone, and for an application with a
 * user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/agreement-resources
 */
export class Agreements {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * The texts of an agreement, each version with an id of its own.
     *
     * @param agreementType `MicrosoftCustomerAgreement`; `*` gives those of every type. Asked for none,
     *     the service answers those of an agreement that it replaced in 2020.
     * @see https://learn.microsoft.com/partner-center/developer/get-customer-agreement-metadata
     */
    async templates(agreementType: string): Promise<AgreementTemplate[]> {
        return await this.#operation.list<AgreementTemplate>({
            name: "getAgreementTemplates",
            operation: `list the texts of the agreement ${agreementType}`,
            method: "GET",
            path: `/agreements?agreementType=${encodeURIComponent(agreementType)}`,
        });
    }

    /**
     * What partners have confirmed of a customer's acceptance.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-confirmation-of-customer-agreement
     */
    async confirmations(
        customerId: string,
        agreementType: string,
    ): Promise<ConfirmationResource[]> {
        return await this.#operation.list<ConfirmationResource>({
            name: "getAgreementConfirmations",
            operation: `list the confirmed agreements of the customer ${customerId}`,
            method: "GET",
            path: `${customerPath(customerId)}/agreements?agreementType=${encodeURIComponent(agreementType)}`,
        });
    }

    /**
     * Confirms that a customer has accepted an agreement. No call takes that back.
     *
     * @see https://learn.microsoft.com/partner-center/developer/confirm-customer-consent-customer-agreement
     */
    async confirm(customerId: string, confirmation: NewConfirmation): Promise<void> {
        await this.#operation.call({
            name: "confirmAgreement",
            operation: `confirm the agreement of the customer ${customerId}`,
            method: "POST",
            path: `${customerPath(customerId)}/agreements`,
            body: confirmation,
        });
    }

    /**
     * Whether the customer has accepted the Microsoft Customer Agreement with Microsoft itself.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-direct-sign-status-of-customer-agreement
     */
    async isDirectlySigned(customerId: string): Promise<boolean> {
        const answer = await this.#operation.call({
            name: "getDirectSigning",
            operation: `read whether the customer ${customerId} has signed the agreement directly`,
            method: "GET",
            path: `${customerPath(customerId)}/directSignedMicrosoftCustomerAgreementStatus`,
        });
        return (camelCased(answer) as { isSigned?: boolean } | undefined)?.isSigned === true;
    }
}
