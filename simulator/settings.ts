import type { AgreementTemplate, Cloud, Partner, Reseller, SimulatorOptions } from "./options";
import { regionOf } from "./partnercenter/countries/regions";
import { resolveUncertain, type Uncertain } from "./uncertain";

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
