import type { ResourceValidationPolicy } from "@pulumi/policy";
import { customerType, type DeclaredCustomer } from "./types";

/** A tenant that is deleted takes its users, mail and data with it. */
export const noDeletion: ResourceValidationPolicy = {
    name: "customer-deletion",
    description: "Only stacks of the integration sandbox may delete customers.",
    enforcementLevel: "mandatory",
    configSchema: { properties: { isSandbox: { type: "boolean", default: false } } },
    validateResource({ type, props, getConfig }, reportViolation) {
        const { deletionPolicy } = props as DeclaredCustomer;
        const { isSandbox } = getConfig<{ isSandbox: boolean }>();
        if (type === customerType && deletionPolicy === "delete" && !isSandbox) {
            reportViolation('deletionPolicy is "delete": that is for the integration sandbox.');
        }
    },
};
