import { sameName } from "../../validation/sameName";
import { waysToRemove } from "../removal";
import type { CustomerInputs } from "../shapes";

/** What can be chosen when the customer is made, and by no call afterwards. */
const fixed = ["associatedPartnerId", "enableGDAPByDefault"] as const;

/**
 * Changes that no call can make, and the replacement of a protected customer. Both are judged against
 * the arguments of the last deployment, because the service does not give every one of them back.
 */
export function forbiddenChanges(
    olds: CustomerInputs,
    news: CustomerInputs,
    isUnknown: (value: unknown) => boolean,
): string[] {
    const before = valuesOf(olds);
    const now = valuesOf(news);
    const changed = (path: keyof typeof now) =>
        !isUnknown(now[path]) &&
        !(path.startsWith("companyProfile") && isUnknown(news.companyProfile)) &&
        !sameName(before[path], now[path]);

    if (changed("companyProfile.domain")) {
        const policy = olds.deletionPolicy ?? "prevent";
        return policy !== "prevent"
            ? []
            : [
                  `companyProfile.domain: another domain is another tenant, and the customer ${olds.companyProfile.domain} would be given up for it; its deletionPolicy "prevent" does not allow that. Set the domain back, or declare the new customer as a resource of its own. ${waysToRemove}`,
              ];
    }
    const problems = ([...fixed, "companyProfile.organizationRegistrationNumber"] as const)
        .filter(changed)
        .map(
            (path) =>
                `${path}: no call can change this after the customer was created. Set it back to what it was.`,
        );
    // Taken out, it has done its work: the resource goes on holding the customer.
    const namesOne = olds.existingCustomerId !== undefined && news.existingCustomerId !== undefined;
    if (namesOne && changed("existingCustomerId")) {
        problems.push(
            "existingCustomerId: the resource holds another customer already. Set it back, and declare the other customer as a resource of its own.",
        );
    }
    return problems;
}

function valuesOf({ companyProfile, ...inputs }: CustomerInputs) {
    return {
        "companyProfile.domain": companyProfile?.domain,
        // An empty one is the same as none.
        "companyProfile.organizationRegistrationNumber":
            companyProfile?.organizationRegistrationNumber || undefined,
        associatedPartnerId: inputs.associatedPartnerId,
        enableGDAPByDefault: inputs.enableGDAPByDefault,
        existingCustomerId: inputs.existingCustomerId,
    };
}
