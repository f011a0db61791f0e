import type { EntitlementIds } from "../partnercenter/azureEntitlements";

export const deletionPolicies = ["prevent", "retain", "cancel"] as const;

/** What happens to the Azure subscription when its resource goes. */
export type DeletionPolicy = (typeof deletionPolicies)[number];

/** The resolved arguments, as `check` leaves them. */
export interface AzureEntitlementInputs extends EntitlementIds {
    cancellationReason?: string;
    deletionPolicy: DeletionPolicy;
}

/** What the state holds of an Azure subscription. */
export interface AzureEntitlementState extends AzureEntitlementInputs {
    friendlyName?: string;
    status?: string;
}
