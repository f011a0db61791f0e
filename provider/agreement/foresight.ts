import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { PartnerCenterError, unlessGone } from "../partnercenter/errors";
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
    const earlier = context.isComplete ? await askEarlier(inputs, context) : "none";
    if (earlier === "confirmed") {
        const what = `The agreement of customer ${inputs.customerId} is confirmed by this contact already`;
        return foresightOf({ notes: [`${what}: nothing will be sent.`] });
    }
    return foresightOf(
        await foreseeText(inputs, context),
        earlier === "unknown customer"
            ? { warnings: [unknownCustomer(inputs.customerId)] }
            : await foreseeSigning(inputs, context),
    );
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

/** Whether this contact has confirmed before. */
async function askEarlier(
    inputs: AgreementInputs,
    { inquiry }: ForesightContext,
): Promise<"confirmed" | "none" | "unknown customer"> {
    const { customerId } = inputs;
    const held = await inquiry.ask(
        "which agreements a customer has confirmed",
        customerId,
        async (client) =>
            (await unlessGone(confirmationsOf(customerId, client))) ?? "unknown customer",
    );
    if (held === "unknown customer") {
        return held;
    }
    return held !== undefined && confirmationBy(held, inputs) !== undefined ? "confirmed" : "none";
}

/** One who was made a moment ago may not be shown yet: that is no fault. */
function unknownCustomer(id: string): string {
    return `customerId: Partner Center does not show the customer ${id} to this partner. Check the id, tenantId and cloud.`;
}

/** Who has accepted the agreement with Microsoft itself needs no confirmation. */
async function foreseeSigning(
    { customerId }: AgreementInputs,
    { inquiry, isComplete }: ForesightContext,
): Promise<Partial<Foresight>> {
    const isSigned =
        isComplete &&
        (await inquiry.ask("whether a customer has signed directly", customerId, (client) =>
            client.agreements.isDirectlySigned(customerId),
        ));
    return isSigned === true
        ? {
              warnings: [
                  `customerId: customer ${customerId} has accepted the agreement with Microsoft directly, and can order without this confirmation.`,
              ],
          }
        : {};
}
