import type { Uncertain } from "./uncertain";

/** The partner whose Partner Center is simulated. */
export interface Partner {
    /** The partner's Microsoft Entra tenant. */
    tenantId: string;
    /** The partner's application, registered for Partner Center. */
    clientId: string;
    /** The application's secret. */
    clientSecret: string;
    /**
     * Certificates that the application may sign in with, as PEM, without their keys.
     * @defaultValue none
     */
    certificates: readonly string[];
    /** The pipelines that may sign in as the application. @defaultValue one repository's branch */
    federatedSubjects: readonly string[];
    /** Where the partner is, as an ISO 3166-1 alpha-2 code. */
    country: string;
    /** The countries it may sell in. @defaultValue the sales region of `country` */
    region: readonly string[];
    /** Only an indirect provider has resellers. */
    kind: "direct" | "indirectProvider";
    /** The partner's own domain, which no customer's billing e-mail may use. */
    domain: string;
}

/** A company that resells for an indirect provider. */
export interface Reseller {
    /** Its Microsoft Entra tenant: the value of `associatedPartnerId`. */
    id: string;
    name: string;
    /** Its id in the Microsoft AI Cloud Partner Program. */
    mpnId: string;
    /** Where it is, as an ISO 3166-1 alpha-2 code. */
    location: string;
}

/** A version of an agreement's text. */
export interface AgreementTemplate {
    templateId: string;
    agreementType: string;
    agreementLink: string;
    versionRank: number;
}

/** How a simulator behaves. Everything has a default. */
export interface SimulatorOptions {
    /** The TCP port on the loopback interface. @defaultValue a free one */
    port?: number;
    /**
     * Where key and certificate are kept, so that later processes trust the same certificate.
     * @defaultValue a new temporary folder, removed on close
     */
    certificateFolder?: string;
    /**
     * Where customers and the answers to repeated requests are kept, so that they outlive a restart.
     * The file holds the administrators' passwords.
     * @defaultValue none: everything is forgotten on close
     */
    stateFile?: string;
    partner?: Partial<Partner>;
    /** @defaultValue two */
    resellers?: readonly Reseller[];
    /** @defaultValue two versions of the Microsoft Customer Agreement, and the agreement before it */
    agreementTemplates?: readonly AgreementTemplate[];
    /**
     * The codes that qualify for the US government's community cloud. @defaultValue `["123456"]`
     */
    validationCodes?: readonly string[];
    /** Only in the integration sandbox can customers be deleted. @defaultValue "sandbox" */
    environment?: "sandbox" | "production";
    /** @defaultValue "global" */
    cloud?: Cloud;
    /** Whether new customers grant delegated access. @defaultValue true */
    delegatedAccess?: boolean;
    /**
     * How many customers there may be.
     * @defaultValue 75 in the sandbox, as documented; no limit in production
     */
    customerLimit?: number;
    /** Requests about customers in a minute, before throttling; 0 for no limit. @defaultValue 500 */
    requestsPerMinute?: number;
    /**
     * How many reads of an order by its id find it pending, its subscription not there yet.
     * @defaultValue 0: the subscription is there when the cart is checked out
     */
    pendingOrderReads?: number;
    /**
     * How long work on devices goes on after it was accepted, in milliseconds.
     * @defaultValue 0: it is done at once
     */
    deviceJobMs?: number;
    /**
     * How many reads find the registration of a subscription under way.
     * @defaultValue 0: it is registered at once
     */
    pendingRegistrationReads?: number;
    /**
     * How many reads of a subscription's transitions find the last one under way.
     * @defaultValue 0: it is completed when it was asked for
     */
    pendingTransitionReads?: number;
    /**
     * How many reads of a migration by its id find it processing.
     * @defaultValue 0: the first one finds it completed
     */
    pendingMigrationReads?: number;
    /** @defaultValue 3599 */
    tokenLifetimeSeconds?: number;
    /**
     * Whether a refresh token can be used once only, to prove that a program keeps the next one; the
     * real service lets it be used again.
     * @defaultValue false
     */
    singleUseRefreshTokens?: boolean;
    /** What is not known about the real service. */
    uncertain?: Partial<Uncertain>;
    /** The time in milliseconds since 1970. @defaultValue Date.now */
    now?: () => number;
}

/** A cloud of Partner Center. */
export type Cloud = "global" | "usGov" | "china";
