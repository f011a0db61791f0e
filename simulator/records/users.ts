/** A product that a user may use. */
export interface UserLicense {
    readonly skuId: string;
    /** The service plans of the product that the user may not use. */
    readonly excludedPlans: readonly string[];
}

/** A user of a customer's tenant. */
export interface UserRecord {
    readonly id: string;
    readonly userPrincipalName: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly displayName: string;
    readonly usageLocation?: string;
    readonly immutableId?: string;
    /** Every password that the user ever had; the last one works. */
    readonly passwords: readonly string[];
    readonly forceChangePassword: boolean;
    readonly state: "active" | "inactive";
    /** When the user was deleted, as an ISO 8601 time. */
    readonly softDeletionTime?: string;
    /** Ids of directory roles. */
    readonly roles: readonly string[];
    readonly licenses?: readonly UserLicense[];
}
