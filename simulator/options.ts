import { regionOf } from "./partnercenter/regions";
import { resolveUncertain, type Uncertain } from "./uncertain";

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

/** The options with every default filled in. */
export interface Settings {
    partner: Partner;
    resellers: readonly Reseller[];
    agreementTemplates: readonly AgreementTemplate[];
    validationCodes: readonly string[];
    environment: "sandbox" | "production";
    cloud: Cloud;
    delegatedAccess: boolean;
    customerLimit: number;
    requestsPerMinute: number;
    pendingOrderReads: number;
    deviceJobMs: number;
    pendingRegistrationReads: number;
    pendingTransitionReads: number;
    pendingMigrationReads: number;
    tokenLifetimeSeconds: number;
    singleUseRefreshTokens: boolean;
    uncertain: Uncertain;
    now: () => number;
}

const sampleResellers: readonly Reseller[] = [
    {
        id: "484e548c-f5f3-4528-93a9-c16c6373cb59",
        name: "First Up Consultants",
        mpnId: "4847383",
        location: "US",
    },
    {
        id: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
        name: "ReleCloud",
        mpnId: "4847433",
        location: "BR",
    },
];

const customerLimits = { sandbox: 75, production: Number.POSITIVE_INFINITY };

const sampleTemplates: readonly AgreementTemplate[] = [
    {
        templateId: "998b88de-aa99-4388-a42c-1b3517d49490",
        agreementType: "MicrosoftCloudAgreement",
        agreementLink: "https://docs.microsoft.com/partner-center/agreements",
        versionRank: 0,
    },
    {
        templateId: "117a77b0-9360-443b-8795-c6dedc750cf9",
        agreementType: "MicrosoftCustomerAgreement",
        agreementLink: "https://aka.ms/customeragreement",
        versionRank: 0,
    },
    {
        templateId: "5be14f3e-27a5-4b77-8d25-0c8f9b1e6a43",
        agreementType: "MicrosoftCustomerAgreement",
        agreementLink: "https://aka.ms/customeragreement?version=1",
        versionRank: 1,
    },
];

export function resolveSettings(options: SimulatorOptions): Settings {
    const {
        environment = "sandbox",
        cloud = "global",
        delegatedAccess = true,
        resellers = sampleResellers,
        agreementTemplates = sampleTemplates,
        validationCodes = ["123456"],
        requestsPerMinute = 500,
        pendingOrderReads = 0,
        deviceJobMs = 0,
        pendingRegistrationReads = 0,
        pendingTransitionReads = 0,
        pendingMigrationReads = 0,
        tokenLifetimeSeconds = 3599,
        singleUseRefreshTokens = false,
        now = Date.now,
    } = options;
    const country = options.partner?.country ?? (cloud === "china" ? "CN" : "US");
    const partner: Partner = {
        tenantId: "2b1c5d0e-7a34-4f6b-9c1d-3e8f5a6b7c80",
        clientId: "7d9e1f20-4b5c-4d3e-8f6a-1b2c3d4e5f60",
        clientSecret: "simulator-secret~Q8x7Zk2Vw9",
        certificates: [],
        federatedSubjects: ["repo:contoso/infrastructure:ref:refs/heads/main"],
        country,
        region: regionOf(country),
        kind: "indirectProvider",
        domain: "partner.onmicrosoft.com",
        ...options.partner,
    };
    return {
        partner: {
            ...partner,
            tenantId: partner.tenantId.toLowerCase(),
            clientId: partner.clientId.toLowerCase(),
            domain: partner.domain.toLowerCase(),
        },
        resellers: resellers.map((reseller) => ({
            ...reseller,
            id: reseller.id.toLowerCase(),
        })),
        agreementTemplates,
        validationCodes,
        environment,
        cloud,
        delegatedAccess,
        customerLimit: options.customerLimit ?? customerLimits[environment],
        requestsPerMinute,
        pendingOrderReads,
        deviceJobMs,
        pendingRegistrationReads,
        pendingTransitionReads,
        pendingMigrationReads,
        tokenLifetimeSeconds,
        singleUseRefreshTokens,
        uncertain: resolveUncertain(options.uncertain),
        now,
    };
}
