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
    environment: "sandbox" | "production";
    cloud: Cloud;
    delegatedAccess: boolean;
    customerLimit: number;
    requestsPerMinute: number;
    pendingOrderReads: number;
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

export function resolveSettings(options: SimulatorOptions): Settings {
    const environment = options.environment ?? "sandbox";
    const country = options.partner?.country ?? (options.cloud === "china" ? "CN" : "US");
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
        resellers: (options.resellers ?? sampleResellers).map((reseller) => ({
            ...reseller,
            id: reseller.id.toLowerCase(),
        })),
        environment,
        cloud: options.cloud ?? "global",
        delegatedAccess: options.delegatedAccess ?? true,
        customerLimit: options.customerLimit ?? customerLimits[environment],
        requestsPerMinute: options.requestsPerMinute ?? 500,
        pendingOrderReads: options.pendingOrderReads ?? 0,
        tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 3599,
        singleUseRefreshTokens: options.singleUseRefreshTokens ?? false,
        uncertain: resolveUncertain(options.uncertain),
        now: options.now ?? Date.now,
    };
}
