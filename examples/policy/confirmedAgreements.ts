import type { StackValidationPolicy } from "@pulumi/policy";
import { agreementType, customerType } from "./types";

/** Without the agreement nothing can be ordered for a customer. */
export const confirmedAgreements: StackValidationPolicy = {
    name: "customer-agreement",
    description: "Each customer has a confirmed Microsoft Customer Agreement in the same stack.",
    enforcementLevel: "mandatory",
    validateStack({ resources }, reportViolation) {
        const agreed = resources
            .filter(({ type }) => type === agreementType)
            // At preview the customer's id is not known yet; whose it is, is.
            .flatMap(({ propertyDependencies }) => propertyDependencies.customerId ?? []);
        const agreedUrns = new Set(agreed.map(({ urn }) => urn));
        for (const { type, urn, name } of resources) {
            if (type === customerType && !agreedUrns.has(urn)) {
                reportViolation(`The customer ${name} has no CustomerAgreement.`, urn);
            }
        }
    },
};
