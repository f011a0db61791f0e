import { PartnerCenterError } from "../partnercenter/errors";
import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask, type OutputForm, outputForm } from "../program/questions";
import { requireGuids } from "./ids";

/** Through whom the customer is to buy; without a member, from the partner itself. */
export interface GetRelationshipRequestUrlArgs {
    /** The tenant of the indirect reseller, a GUID; for indirect providers. */
    indirectResellerId?: string | undefined;
    /** The tenant of the indirect provider, a GUID; for resellers. */
    indirectCloudSolutionProviderId?: string | undefined;
}

/**
 * Looks up the address at which a company that has a tenant already becomes a customer of the
 * partner: its administrator opens it and accepts. Not in the US Government's cloud; needs sign-in as
 * application and user.
 *
 * When the customer has accepted, `existingCustomerId` of a `Customer` takes it over.
 *
 * @see https://learn.microsoft.com/partner-center/developer/request-reseller-relationship
 * @example
 * ```typescript
 * export const invitation = await partnercenter.getRelationshipRequestUrl();
 * ```
 */
export async function getRelationshipRequestUrl(
    args: GetRelationshipRequestUrlArgs = {},
    options?: PartnerCenterOptions,
): Promise<string> {
    return await ask(options, async ({ relationships }) => {
        requireGuids(Object.fromEntries(Object.entries(args).filter(([, id]) => id !== undefined)));
        const url = await relationships.requestUrl(args);
        if (url === undefined) {
            throw new PartnerCenterError(
                "The service answered with success, but without the address by which a customer accepts the relationship.",
            );
        }
        // Some answers are written for a page of HTML.
        return url.replaceAll("&amp;", "&");
    });
}

/** `getRelationshipRequestUrl` for arguments that are outputs. */
export const getRelationshipRequestUrlOutput: OutputForm<GetRelationshipRequestUrlArgs, string> =
    outputForm(getRelationshipRequestUrl);
