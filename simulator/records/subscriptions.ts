import type { Purchase, Transition } from "./purchases";

/** A subscription of a customer. */
export interface Subscription {
    id: string;
    orderId: string;
    offerName: string;
    friendlyName: string;
    status: "active" | "suspended" | "deleted";
    /**
     * Reservation and software orders stand in the way of deleting a sandbox customer. `azure` is the
     * former Azure offer, which is billed by usage; `calling` are licences of a calling plan.
     */
    kind: "license" | "reservation" | "azure" | "calling";
    createdAt: string;
    supportContact?: SupportContact;
    /** Absent while it is not registered for reservations. */
    registration?: {
        /** How many more reads of the status find it under way. */
        readonly pendingReads: number;
    };
    /** Licences of the former commerce. @defaultValue 1 */
    quantity?: number;
    /** Absent where it came into being in the portal. */
    purchase?: Purchase;
    transitions?: readonly Transition[];
}

/** Whom a customer asks about a subscription. */
export interface SupportContact {
    readonly supportTenantId: string;
    readonly supportMpnId: string;
    readonly name: string;
}

/** What customers use beyond what they have paid for, and which Azure subscription is charged. */
export interface Overage {
    readonly azureEntitlementId: string;
    /** Partner id of the indirect reseller. */
    readonly partnerId?: string;
    readonly overageEnabled: boolean;
}
