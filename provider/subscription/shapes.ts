export const deletionPolicies = ["prevent", "retain", "suspend", "cancel"] as const;

/** What happens to the subscription when its resource goes. */
export type DeletionPolicy = (typeof deletionPolicies)[number];

export const termDurations = ["P1M", "P1Y", "P3Y"] as const;

/** How long a subscription binds: a month, a year, three years. */
export type TermDuration = (typeof termDurations)[number];

export const billingCycles = ["monthly", "annual", "triennial", "oneTime", "none"] as const;

/** How often a subscription is billed. */
export type BillingCycle = (typeof billingCycles)[number];

/** What is bought: the line of a cart. */
export interface DeclaredPurchase {
    customerId: string;
    catalogItemId?: string;
    productId?: string;
    skuId?: string;
    quantity: number;
    termDuration?: TermDuration;
    billingCycle?: BillingCycle;
    friendlyName: string;
    partnerIdOnRecord?: string;
}

/** The resolved arguments, as `check` leaves them. */
export interface SubscriptionInputs extends DeclaredPurchase {
    autoRenewEnabled?: boolean;
    status?: "active" | "suspended";
    existingSubscriptionId?: string;
    deletionPolicy: DeletionPolicy;
    /** The cart that is checked out. It is in the state before anything is bought. */
    cartId?: string;
}

/** What the state holds of a subscription. */
export interface SubscriptionState
    extends Omit<SubscriptionInputs, "status" | "termDuration" | "billingCycle"> {
    termDuration?: string;
    billingCycle?: string;
    subscriptionId: string;
    /** Absent until the subscription was read. */
    status?: string;
    orderId?: string;
    offerName?: string;
    effectiveStartDate?: string;
    commitmentEndDate?: string;
    cancellationAllowedUntilDate?: string;
    suspensionReasons?: string[];
    azureSubscriptionIds?: string[];
}
