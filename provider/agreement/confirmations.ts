import type { AgreementContact, ConfirmationResource } from "../partnercenter/agreements";
import type { PartnerCenter } from "../partnercenter/client";
import { sameName } from "../validation/sameName";
import { type AgreementInputs, agreementType } from "./shapes";

/**
 * Whether two contacts are one for the service, which confirms each once: it compares first name, last
 * name, e-mail and phone number.
 */
export function sameContact(
    one: Partial<AgreementContact> = {},
    other: Partial<AgreementContact> = {},
): boolean {
    return (
        textOf(one.firstName) === textOf(other.firstName) &&
        textOf(one.lastName) === textOf(other.lastName) &&
        sameName(textOf(one.email), textOf(other.email)) &&
        digitsOf(one.phoneNumber) === digitsOf(other.phoneNumber)
    );
}

/** The newest confirmation by this contact, of this very text where it matters which. */
export function confirmationBy(
    confirmations: readonly ConfirmationResource[],
    { primaryContact, templateId }: Pick<AgreementInputs, "primaryContact" | "templateId">,
): ConfirmationResource | undefined {
    return newest(
        confirmations.filter(
            (held) =>
                sameContact(held.primaryContact, primaryContact) &&
                (templateId === undefined || held.templateId === templateId),
        ),
    );
}

export async function confirmationsOf(
    customerId: string,
    client: PartnerCenter,
): Promise<ConfirmationResource[]> {
    const held = await client.agreements.confirmations(customerId, agreementType);
    return held.filter(({ type = agreementType }) => sameName(type, agreementType));
}

export function newest(
    confirmations: readonly ConfirmationResource[],
): ConfirmationResource | undefined {
    return confirmations.reduce<ConfirmationResource | undefined>(
        (found, next) => ((found?.dateAgreed ?? "") > (next.dateAgreed ?? "") ? found : next),
        undefined,
    );
}

function textOf(value: string | undefined): string {
    return value?.trim() ?? "";
}

/** Services write phone numbers in forms of their own. */
function digitsOf(phoneNumber: string | undefined): string {
    return textOf(phoneNumber).replace(/\D/g, "");
}
