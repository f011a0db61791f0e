import type { CustomerRecord } from "../../records/customers";

/** A service of a product. */
export interface ServicePlan {
    readonly id: string;
    readonly serviceName: string;
    readonly displayName: string;
}

/** A product as the directory licenses it: it has other ids there than in the catalogue. */
export interface DirectorySku {
    readonly id: string;
    readonly name: string;
    readonly skuPartNumber: string;
    /** `group1` are the directory's own, `group2` those of Minecraft. */
    readonly licenseGroupId: "group1" | "group2";
    readonly servicePlans: readonly ServicePlan[];
}

const teams: ServicePlan = {
    id: "57ff2da0-773e-42df-b2af-ffb7a2317929",
    serviceName: "TEAMS1",
    displayName: "Microsoft Teams",
};

const businessBasic: DirectorySku = {
    id: "3b555118-da6a-4418-894f-7df1e2096870",
    name: "Microsoft 365 Business Basic",
    skuPartNumber: "O365_BUSINESS_ESSENTIALS",
    licenseGroupId: "group1",
    servicePlans: [
        teams,
        {
            id: "9aaf7827-d63c-4b61-89c3-182f06f82e5c",
            serviceName: "EXCHANGE_S_STANDARD",
            displayName: "Exchange Online (Plan 1)",
        },
        {
            id: "c7699d2e-19aa-44de-8edf-1736da088ca1",
            serviceName: "SHAREPOINTSTANDARD",
            displayName: "SharePoint (Plan 1)",
        },
    ],
};

/**
 * The products, by the names of their offers in the catalogue (Microsoft Entra: product names and
 * service plan identifiers for licensing; docs: get-licenses-assigned-to-a-user-by-license-group).
 */
const skus: Readonly<Record<string, DirectorySku>> = {
    "Microsoft 365 Business Basic": businessBasic,
    "Microsoft 365 Business Basic Trial": businessBasic,
    "Office 365 E5 without Audio Conferencing": {
        id: "26d45bd9-adf1-46cd-a9e1-51e9a5524128",
        name: "Office 365 E5 without Audio Conferencing",
        skuPartNumber: "ENTERPRISEPREMIUM_NOPSTNCONF",
        licenseGroupId: "group1",
        servicePlans: [
            teams,
            {
                id: "efb87545-963c-4e0d-99df-69c6916d9eb0",
                serviceName: "EXCHANGE_S_ENTERPRISE",
                displayName: "Exchange Online (Plan 2)",
            },
        ],
    },
    "Minecraft Education Edition Faculty": {
        id: "984df360-9a74-4647-8cf8-696749f6247a",
        name: "Minecraft Education Edition Faculty",
        skuPartNumber: "CFQ7TTC0K5DR/0002",
        licenseGroupId: "group2",
        servicePlans: [],
    },
};

/** A product that a customer has subscribed to, and how many licences of it. */
export interface SubscribedSku {
    readonly sku: DirectorySku;
    readonly totalUnits: number;
    readonly consumedUnits: number;
}

export function subscribedSkusOf({ subscriptions, users }: CustomerRecord): SubscribedSku[] {
    const active = subscriptions.filter(({ status }) => status === "active");
    const held = new Set(active.flatMap(({ offerName }) => skus[offerName] ?? []));
    return [...held].map((sku) => ({
        sku,
        totalUnits: active
            .filter(({ offerName }) => skus[offerName] === sku)
            .reduce((sum, { purchase, quantity = 1 }) => sum + (purchase?.quantity ?? quantity), 0),
        consumedUnits: users.filter(
            ({ state, licenses = [] }) =>
                state === "active" && licenses.some(({ skuId }) => skuId === sku.id),
        ).length,
    }));
}

export function findDirectorySku(id: string): DirectorySku | undefined {
    return Object.values(skus).find((sku) => sku.id === id.toLowerCase());
}
