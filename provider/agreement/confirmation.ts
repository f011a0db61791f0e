import { patiently } from "../lifecycle/patience";
import type { AgreementContact, ConfirmationResource } from "../partnercenter/agreements";
import type { PartnerCenter } from "../partnercenter/client";
import { isConfirmedAlready } from "../partnercenter/errors";
import { dayOf, startOf } from "../validation/day";
import { confirmationBy, confirmationsOf } from "./confirmations";
import { type AgreementInputs, type AgreementState, agreementType } from "./shapes";
import { chosenTemplate } from "./templates";

/**
 * Confirms the customer's acceptance, unless this contact's is confirmed already: by an earlier run
 * that was cut short, or by a person in the portal.
 */
export async function confirmAcceptance(
    inputs: AgreementInputs,
    client: PartnerCenter,
): Promise<AgreementState> {
    const { customerId, primaryContact } = inputs;
    const held = await patiently(() => confirmationsOf(customerId, client), client);
    const earlier = confirmationBy(held, inputs);
    if (earlier !== undefined) {
        return toState(inputs, earlier);
    }
    const templates = await client.agreements.templates(agreementType);
    const { templateId, agreementLink } = chosenTemplate(templates, inputs.templateId);
    const confirmation = {
        primaryContact,
        templateId,
        dateAgreed: startOf(inputs.dateAgreed ?? (await today(client))),
        type: agreementType,
    };
    try {
        await client.agreements.confirm(customerId, confirmation);
    } catch (error) {
        const confirmed = isConfirmedAlready(error) && (await confirmationsOf(customerId, client));
        const same = confirmed && confirmationBy(confirmed, inputs);
        // That the contact has accepted another text is none of what the program asked for.
        if (!same) {
            throw error;
        }
        return toState(inputs, same);
    }
    return toState(inputs, { ...confirmation, ...(agreementLink && { agreementLink }) });
}

/** The state of a confirmation; what the service does not tell is as it was declared. */
export function toState(
    { customerId, primaryContact }: { customerId: string; primaryContact?: AgreementContact },
    held: ConfirmationResource,
): AgreementState {
    return {
        customerId,
        primaryContact: primaryContact ?? toContact(held.primaryContact),
        templateId: held.templateId ?? "",
        dateAgreed: dayOf(held.dateAgreed ?? ""),
        ...(held.agreementLink && { agreementLink: held.agreementLink }),
    };
}

function toContact(held: Partial<AgreementContact> = {}): AgreementContact {
    const { firstName = "", middleName, lastName = "", email = "", phoneNumber } = held;
    return {
        firstName,
        ...(middleName && { middleName }),
        lastName,
        email,
        ...(phoneNumber && { phoneNumber }),
    };
}

/**
 * The day, by Microsoft's clock: the service refuses a date in the future, and the clock of this
 * machine may be ahead. Where the token does not say when it was issued, a minute is allowed for.
 */
async function today(client: PartnerCenter): Promise<string> {
    const signedInAt = (await client.signedInAt()) ?? Date.now() - 60_000;
    return dayOf(new Date(signedInAt).toISOString());
}
