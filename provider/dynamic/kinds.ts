/** The kinds of resources; each is an export of `pulumi-partnercenter/provider`. */
export type Kind =
    | "AccountApproval"
    | "AzureEntitlement"
    | "Cart"
    | "Customer"
    | "CustomerAdminPassword"
    | "CustomerAgreement"
    | "CustomerConfigurationPolicy"
    | "CustomerDeviceBatch"
    | "CustomerOverage"
    | "CustomerQualification"
    | "CustomerUsageBudget"
    | "CustomerUser"
    | "CustomerUserLicense"
    | "CustomerUserRole"
    | "NewCommerceMigration"
    | "NewCommerceMigrationSchedule"
    | "Subscription"
    | "SubscriptionRegistration"
    | "SubscriptionSupportContact";

/** The type of a kind in every state: it never changes. */
export function typeTokenOf(kind: Kind): string {
    return `pulumi-nodejs:dynamic/partnercenter:${kind}`;
}

/** Whether an object is a resource of a kind, also one of another copy of this package. */
export function isOfKind(kind: Kind, obj: unknown): boolean {
    const { __pulumiType } = (obj ?? {}) as { __pulumiType?: unknown };
    return __pulumiType === typeTokenOf(kind);
}
