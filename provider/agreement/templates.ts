import type { AgreementTemplate } from "../partnercenter/agreements";
import { PartnerCenterError } from "../partnercenter/errors";

/**
 * The text that a customer accepts: the one that the program names, or the newest.
 *
 * @throws PartnerCenterError where there is none.
 */
export function chosenTemplate(
    templates: readonly AgreementTemplate[],
    templateId: string | undefined,
): AgreementTemplate {
    const candidates =
        templateId === undefined
            ? [...templates].sort((one, other) => rankOf(other) - rankOf(one))
            : templates.filter((template) => template.templateId === templateId);
    const [chosen] = candidates;
    if (chosen === undefined) {
        throw new PartnerCenterError(templateProblem(templates, templateId));
    }
    return chosen;
}

function templateProblem(
    templates: readonly AgreementTemplate[],
    templateId: string | undefined,
): string {
    const known = templates.map(({ templateId: id }) => id).join(", ");
    return templateId === undefined
        ? "templateId: Partner Center lists no text of the Microsoft Customer Agreement. Try again later."
        : `templateId: Partner Center lists no text of the Microsoft Customer Agreement with the id ${templateId}, but ${known || "none at all"}. Leave templateId out for the newest.`;
}

function rankOf({ versionRank }: AgreementTemplate): number {
    return versionRank ?? 0;
}
