import type { AgreementContact } from "../partnercenter/agreements";

/** What a program declares of a confirmation; also the part of the state that mirrors it. */
export interface DeclaredAgreement {
    customerId: string;
    primaryContact: AgreementContact;
}

/** The resolved arguments, as `check` leaves them. */
export interface AgreementInputs extends DeclaredAgreement {
    templateId?: string;
    dateAgreed?: string;
}

/** What the state holds of a confirmation. */
export interface AgreementState extends DeclaredAgreement {
    templateId: string;
    /** A day: `2026-11-24`. */
    dateAgreed: string;
    agreementLink?: string;
}

/** The one agreement that customers accept today; that of another type is the one it replaced. */
export const agreementType = "MicrosoftCustomerAgreement";
