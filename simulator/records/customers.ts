import type { Address, BillingProfile } from "../partnercenter/customers/shapes";
import type { ConfigurationPolicy, Device, DeviceBatch, DeviceJob } from "./devices";
import type { Migration, MigrationSchedule } from "./migrations";
import type { Cart, Order } from "./purchases";
import type { Overage, Subscription } from "./subscriptions";
import type { UserRecord } from "./users";

/** What the vetting says of a customer; `NotVetted` while it has not begun. */
export type AccountStatus = "Allowed" | "UnderReview" | "NotAllowed" | "Unknown" | "NotVetted";

/** The vetting of a customer's account. */
export interface Vetting {
    readonly status: AccountStatus;
    /** How many more reads are answered with this status, before the account is allowed; absent: all. */
    readonly reads?: number;
    readonly updatedAt: string;
}

/** A partner's confirmation that a customer has accepted an agreement. */
export interface Agreement {
    primaryContact: {
        firstName: string;
        middleName?: string;
        lastName: string;
        email: string;
        phoneNumber?: string;
    };
    templateId: string;
    /** In UTC. */
    dateAgreed: string;
    type: string;
}

/** What a customer is qualified for, or was asked for. */
export interface Qualification {
    qualification: "Education" | "GovernmentCommunityCloud" | "StateOwnedEntity";
    /** Absent where nobody looks at it. */
    vettingStatus?: "InReview" | "Approved" | "Denied";
    vettingReason?: string;
    vettingCreatedAt?: string;
}

/** All that is held about one customer. */
export interface CustomerRecord {
    readonly id: string;
    readonly commerceId: string;
    readonly createdAt: string;
    /** The `MS-RequestId` of the request that made it. */
    readonly requestId: string;
    readonly domain: string;
    readonly company: {
        readonly companyName?: string;
        readonly address: Address;
        readonly email: string;
        readonly organizationRegistrationNumber?: string;
    };
    readonly billing: BillingProfile;
    readonly etag: string;
    readonly enableGDAPByDefault?: boolean;
    readonly associatedPartnerId?: string;
    readonly allowDelegatedAccess: boolean;
    readonly customDomains: readonly string[];
    /** Those of them whose users are made and signed in elsewhere. */
    readonly federatedDomains: readonly string[];
    readonly users: readonly UserRecord[];
    readonly userCredentials: { readonly userName: string; readonly password: string };
    readonly subscriptions: readonly Subscription[];
    readonly carts?: readonly Cart[];
    readonly orders?: readonly Order[];
    readonly migrations?: readonly Migration[];
    readonly migrationSchedules?: readonly MigrationSchedule[];
    readonly agreements?: readonly Agreement[];
    readonly qualifications?: readonly Qualification[];
    readonly configurationPolicies?: readonly ConfigurationPolicy[];
    readonly deviceBatches?: readonly DeviceBatch[];
    readonly devices?: readonly Device[];
    readonly deviceJobs?: readonly DeviceJob[];
    /** What the customer's Azure usage may cost in a month. */
    readonly usageBudget?: number | undefined;
    readonly overage?: Overage | undefined;
    /** Whether the customer has accepted the Microsoft Customer Agreement with Microsoft itself. */
    readonly hasSignedDirectly?: boolean;
    /** A sandbox customer with an address that does not exist cannot be deleted. */
    readonly addressExists: boolean;
    readonly relationshipToPartner: "reseller" | "none";
    /** Absent for a customer that was allowed from the start. */
    readonly vetting?: Vetting;
    readonly deleted: boolean;
    /** How many more reads are answered as if it were not there, and until when. */
    readonly hidden: { readonly reads: number; readonly until: number };
}
