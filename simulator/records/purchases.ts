/** What a line of a cart asks for; `CartLineItem` (docs: cart-resources). */
export interface CartLine {
    readonly catalogItemId: string;
    readonly quantity: number;
    /** As the service spells it. */
    readonly billingCycle: string;
    readonly termDuration?: string;
    readonly friendlyName?: string;
    /** Partner id of the indirect reseller on record. */
    readonly resellerPartnerId?: string;
}

/** A cart. It buys nothing until it is checked out. */
export interface Cart {
    readonly id: string;
    readonly createdAt: string;
    /** Absent while it is as it was made. */
    readonly modifiedAt?: string;
    readonly expiresAt: string;
    readonly lines: readonly CartLine[];
    /** The order of its checkout; absent while there was none. */
    readonly orderId?: string;
}

/** What was bought with a cart. */
export interface Order {
    readonly id: string;
    readonly createdAt: string;
    readonly lines: readonly (CartLine & { readonly subscriptionId: string })[];
    /** How many more reads find it pending, and its subscriptions not there. */
    readonly pendingReads: number;
}

/** What was bought, where it was bought through the API: `Subscription` of the new commerce. */
export interface Purchase {
    readonly catalogItemId: string;
    readonly quantity: number;
    readonly billingCycle: string;
    readonly termDuration?: string;
    readonly autoRenewEnabled: boolean;
    readonly resellerPartnerId?: string;
    /** The licences that may be given back, and until when. */
    readonly refundable: readonly { readonly quantity: number; readonly until: string }[];
    readonly cancellationAllowedUntil: string;
    readonly endsAt: string;
    readonly etag: string;
    /** The Azure subscription that comes with an Azure plan. */
    readonly azureSubscriptionId?: string;
    /** When that was cancelled, in milliseconds since 1970; absent while it is active. */
    readonly azureCancelledAt?: number;
}

/** What a subscription was told to become; `Transition` (docs: transition-resources). */
export interface Transition {
    readonly operationId: string;
    readonly fromCatalogItemId: string;
    readonly toCatalogItemId: string;
    /** Only where another subscription comes of it. */
    readonly toSubscriptionId?: string;
    readonly quantity: number;
    readonly termDuration?: string;
    /** As the service spells it. */
    readonly billingCycle: string;
    readonly transitionType: "transition_only" | "transition_with_license_transfer";
    readonly startedAt: string;
    readonly endedAt?: string;
    /** Why nothing came of it. */
    readonly failure?: string;
    /** How many more reads of the history find it under way. */
    readonly pendingReads: number;
}
