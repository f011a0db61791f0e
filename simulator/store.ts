import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { ConfigurationPolicy, Device, DeviceBatch, DeviceJob } from "./devices";
import type { Migration, MigrationSchedule } from "./migrations";
import type { Address, BillingProfile } from "./partnercenter/shapes";
import type { Cart, Order, Purchase, Transition } from "./purchases";

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

/** A product that a user may use. */
export interface UserLicense {
    readonly skuId: string;
    /** The service plans of the product that the user may not use. */
    readonly excludedPlans: readonly string[];
}

/** What customers use beyond what they have paid for, and which Azure subscription is charged. */
export interface Overage {
    readonly azureEntitlementId: string;
    /** Partner id of the indirect reseller. */
    readonly partnerId?: string;
    readonly overageEnabled: boolean;
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

/** The answer that a repeated `MS-RequestId` gets again. */
export interface KeptAnswer {
    readonly status: number;
    readonly body: string;
    /** Where work that goes on can be looked at. */
    readonly location?: string;
    /** Milliseconds since 1970. */
    readonly at: number;
}

/** A customer as files hold it, also those that were written before users were known. */
type KeptCustomer = Omit<CustomerRecord, Later> & Partial<Pick<CustomerRecord, Later>>;
type Later = "users" | "federatedDomains";

interface Contents {
    format: 1;
    customers: KeptCustomer[];
    answers: [string, KeptAnswer][];
    takenDomains: string[];
}

/**
 * Everything the simulator holds; the one place where anything changes. A change reaches the state
 * file with `save`, so that what belongs to one request is kept together or not at all.
 */
export class Store {
    readonly #file: string | undefined;
    readonly #customers = new Map<string, CustomerRecord>();
    readonly #answers = new Map<string, KeptAnswer>();
    readonly #takenDomains = new Set<string>();
    #isChanged = false;

    /** @param file Read if it exists, replaced as a whole at every save. */
    constructor(file?: string) {
        this.#file = file;
        const contents = file === undefined ? undefined : readContents(file);
        for (const customer of contents?.customers ?? []) {
            this.#customers.set(customer.id, { users: [], federatedDomains: [], ...customer });
        }
        for (const [key, answer] of contents?.answers ?? []) this.#answers.set(key, answer);
        for (const domain of contents?.takenDomains ?? []) this.#takenDomains.add(domain);
    }

    get customers(): readonly CustomerRecord[] {
        return [...this.#customers.values()];
    }

    findCustomer(id: string): CustomerRecord | undefined {
        return this.#customers.get(id.toLowerCase());
    }

    putCustomer(customer: CustomerRecord): void {
        this.#customers.set(customer.id, customer);
        this.#isChanged = true;
    }

    /** @param freeDomains Whether others may use its domains from now on. */
    deleteCustomer(customer: CustomerRecord, freeDomains: boolean): void {
        this.putCustomer({ ...customer, deleted: true });
        if (!freeDomains) return;
        for (const domain of customer.customDomains) {
            this.#takenDomains.delete(domain.toLowerCase());
        }
    }

    findAnswer(key: string): KeptAnswer | undefined {
        return this.#answers.get(key);
    }

    keepAnswer(key: string, answer: KeptAnswer): void {
        this.#answers.set(key, answer);
        this.#isChanged = true;
    }

    /** Whether a domain, in any casing, belongs to a tenant. */
    isDomainTaken(domain: string): boolean {
        return this.#takenDomains.has(domain.toLowerCase());
    }

    takeDomain(domain: string): void {
        this.#takenDomains.add(domain.toLowerCase());
        this.#isChanged = true;
    }

    /** Writes the state file, where there is one and anything changed. */
    save(): void {
        if (this.#file === undefined || !this.#isChanged) return;
        const contents: Contents = {
            format: 1,
            customers: [...this.#customers.values()],
            answers: [...this.#answers],
            takenDomains: [...this.#takenDomains],
        };
        const temporary = `${this.#file}.${randomUUID()}`;
        writeFileSync(temporary, JSON.stringify(contents), { mode: 0o600 });
        renameSync(temporary, this.#file);
        this.#isChanged = false;
    }
}

function readContents(file: string): Contents | undefined {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
    const contents = parseContents(text);
    if (contents === undefined) throw new Error(`${file} is not a state file of the simulator.`);
    return contents;
}

function parseContents(text: string): Contents | undefined {
    try {
        const parsed: unknown = JSON.parse(text);
        const isOurs = typeof parsed === "object" && parsed !== null && "format" in parsed;
        return isOurs && parsed.format === 1 ? (parsed as Contents) : undefined;
    } catch {
        return undefined;
    }
}
