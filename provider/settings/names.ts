/**
 * Each setting, the same name in stack configuration, environment and `Provider` arguments; with the
 * variables of other Azure tools that serve as last fall-back.
 */
export const settings = {
    cloud: [],
    tenantId: ["AZURE_TENANT_ID", "ARM_TENANT_ID"],
    clientId: ["AZURE_CLIENT_ID", "ARM_CLIENT_ID"],
    clientSecret: ["AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET"],
    clientCertificatePath: ["AZURE_CLIENT_CERTIFICATE_PATH", "ARM_CLIENT_CERTIFICATE_PATH"],
    clientCertificatePassword: [
        "AZURE_CLIENT_CERTIFICATE_PASSWORD",
        "ARM_CLIENT_CERTIFICATE_PASSWORD",
    ],
    oidcToken: ["ARM_OIDC_TOKEN"],
    oidcTokenFilePath: ["AZURE_FEDERATED_TOKEN_FILE", "ARM_OIDC_TOKEN_FILE_PATH"],
    useOidc: ["ARM_USE_OIDC"],
    useManagedIdentity: ["ARM_USE_MSI"],
    useAzureCli: [],
    refreshToken: [],
    refreshTokenFilePath: [],
    accessToken: [],
    apiUrl: [],
    authorityUrl: [],
    locale: [],
    onlineValidation: [],
    requestTimeoutSeconds: [],
    retryBudgetSeconds: [],
    maxConcurrency: [],
    maxRequestsPerMinute: [],
} as const satisfies Record<string, readonly string[]>;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as SettingName[];

/** Settings whose values are secret. */
export const secretSettings: ReadonlySet<SettingName> = new Set([
    "clientSecret",
    "clientCertificatePassword",
    "oidcToken",
    "refreshToken",
    "accessToken",
]);

/** The environment variable of a setting: `PARTNERCENTER_CLIENT_ID`; with a profile `PARTNERCENTER_EU_CLIENT_ID`. */
export function variableOf(name: SettingName, profile?: string): string {
    const parts = profile === undefined ? [name] : [profile, name];
    return ["PARTNERCENTER", ...parts.map(upperSnakeCase)].join("_");
}

function upperSnakeCase(name: string): string {
    return name
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .replace(/[^A-Za-z0-9]+/g, "_")
        .toUpperCase();
}
