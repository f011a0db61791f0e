import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle";
import { isGone, PartnerCenterError } from "../partnercenter/errors";
import { confirmationBy, confirmationsOf } from "./confirmations";
import { type AgreementInputs, agreementType } from "./shapes";
import { chosenTemplate } from "./templates";

/** What will be confirmed, and what stands in its way. */
export async function foreseeConfirmation(
    inputs: AgreementInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const obstacle = context.client().obstacleTo("confirmAgreement");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerAgreement: ${obstacle}`] });
    }
    const parts = await Promise.all([
        foreseeText(inputs, context),
        ...(context.isComplete
            ? [foreseeCustomer(inputs, context), foreseeSigning(inputs, context)]
            : []),
    ]);
    return foresightOf(...parts);
}

/** Which text will be confirmed. */
async function foreseeText(
    { templateId }: AgreementInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<Partial<Foresight>> {
    const templates = await inquiry.ask("which texts of the agreement there are", "all", (client) =>
        client.agreements.templates(agreementType),
    );
    if (templates === undefined || isUnknown(templateId)) {
        return {};
    }
    try {
        const chosen = chosenTemplate(templates, templateId);
        return {
            notes: [
                `What will be confirmed is the Microsoft Customer Agreement ${chosen.agreementLink ?? ""} (template ${chosen.templateId}).`,
            ],
        };
    } catch (error) {
        if (error instanceof PartnerCenterError) {
            return { problems: [error.message] };
        }
        throw error;
    }
}

/** Whether anything is left to confirm. */
async function foreseeCustomer(
    inputs: AgreementInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const { customerId } = inputs;
    const held = await inquiry.ask(
        "which agreements a customer has confirmed",
        customerId,
        (client) =>
            confirmationsOf(customerId, client).catch((error) => {
                if (isGone(error)) {
                    return "unknown" as const;
                }
                throw error;
            }),
    );
    if (held === "unknown") {
        // One who was made a moment ago may not be shown yet.
        return {
            warnings: [
                `customerId: Partner Center does not show the customer ${customerId} to this partner. Check the id, tenantId and cloud.`,
            ],
        };
    }
    return held !== undefined && confirmationBy(held, inputs) !== undefined
        ? {
              notes: [
                  `The agreement of customer ${customerId} is confirmed by this contact already: nothing will be sent.`,
              ],
          }
        : {};
}

/** Who has accepted the agreement with Microsoft itself needs no confirmation. */
async function foreseeSigning(
    { customerId }: AgreementInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const isSigned = await inquiry.ask(
        "whether a customer has signed directly",
        customerId,
        (client) =>
            client.agreements.isDirectlySigned(customerId).catch((error) => {
                if (isGone(error)) {
                    return false;
                }
                throw error;
            }),
    );
    return isSigned === true
        ? {
              warnings: [
                  `customerId: customer ${customerId} has accepted the agreement with Microsoft directly, and can order without this confirmation.`,
              ],
          }
        : {};
}
