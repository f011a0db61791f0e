import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { dataOf } from "./data";

/** Which agreement. */
export interface GetAgreementTemplatesArgs {
    /**
     * `*` for the texts of every type.
     *
     * @defaultValue `"MicrosoftCustomerAgreement"`
     */
    agreementType?: string | undefined;
}

/** A version of a text that customers accept. */
export interface AgreementTemplate {
    /** A GUID whose case matters. */
    templateId: string;
    /** `MicrosoftCustomerAgreement`, and whatever else the service may answer. */
    agreementType?: string;
    /** Where the text can be read. */
    agreementLink?: string;
    /** The newest of several has the highest. */
    versionRank?: number;
}

/**
 * Lists the texts that customers accept, with the ids by which their acceptance is confirmed.
 * `CustomerAgreement` looks them up itself. In the global cloud alone; needs sign-in as application
 * and user.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-customer-agreement-metadata
 * @example
 * ```typescript
 * const [template] = await partnercenter.getAgreementTemplates();
 * console.log(template?.agreementLink);
 * ```
 */
export async function getAgreementTemplates(
    { agreementType = "MicrosoftCustomerAgreement" }: GetAgreementTemplatesArgs = {},
    options?: PartnerCenterOptions,
): Promise<AgreementTemplate[]> {
    return await ask(options, async ({ agreements }) => {
        const templates = await agreements.templates(agreementType);
        return templates.map(dataOf) as AgreementTemplate[];
    });
}

/** `getAgreementTemplates` for arguments that are outputs. */
export const getAgreementTemplatesOutput: OutputForm<
    GetAgreementTemplatesArgs,
    AgreementTemplate[]
> = outputForm(getAgreementTemplates);
