import type { ResourceValidationPolicy } from "@pulumi/policy";
import { customerType, type DeclaredCustomer } from "./types";

/** The countries in which the partner sells. */
export const allowedCountries: ResourceValidationPolicy = {
    name: "customer-country",
    description: "A customer is in a country where we sell.",
    enforcementLevel: "mandatory",
    configSchema: {
        properties: {
            countries: { type: "array", items: { type: "string" }, default: ["US", "CA"] },
        },
    },
    validateResource({ type, props, getConfig }, reportViolation) {
        const { billingProfile } = props as DeclaredCustomer;
        const country = billingProfile?.defaultAddress?.country;
        const { countries } = getConfig<{ countries: string[] }>();
        if (type === customerType && country !== undefined && !countries.includes(country)) {
            reportViolation(`The country is ${country}; we sell in ${countries.join(", ")}.`);
        }
    },
};
