import { type CloudName, cloudNames, clouds } from "./partnercenter/clouds";

/** Each setting's name, the same in stack configuration, environment and `Provider` arguments. */
export const settingNames = [
    "cloud",
    "tenantId",
    "clientId",
    "clientSecret",
    "accessToken",
    "apiUrl",
    "authorityUrl",
    "locale",
    "requestTimeoutSeconds",
    "retryBudgetSeconds",
] as const;

export type SettingName = (typeof settingNames)[number];

/** What other Azure tools read; the last place that is looked at. */
const fallbacks: Partial<Record<SettingName, readonly string[]>> = {
    tenantId: ["AZURE_TENANT_ID", "ARM_TENANT_ID"],
    clientId: ["AZURE_CLIENT_ID", "ARM_CLIENT_ID"],
    clientSecret: ["AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET"],
};

/** Settings as they were found, checked and complete. */
export interface Settings {
    cloud: CloudName;
    apiUrl: string;
    authorityUrl: string;
    locale: string;
    requestTimeoutSeconds: number;
    retryBudgetSeconds: number;
    /** The partner's tenant, where a setting says so. */
    tenantId?: string;
    /** Absent where no credential is set: a preview can do without. */
    credential?: CredentialSettings;
}

export type CredentialSettings =
    | { kind: "accessToken"; accessToken: string }
    | { kind: "clientSecret"; tenantId: string; clientId: string; clientSecret: string };

/** Where settings come from. */
export interface SettingsSource {
    /** A value of the stack's configuration, or an argument of an explicit `Provider`. */
    configured(key: string): unknown;
    environment: Readonly<Record<string, string | undefined>>;
}

/** Settings, and every fault that was found on the way. */
export interface ResolvedSettings {
    settings: Settings;
    problems: string[];
}

/** The key by which an explicit `Provider` says that it is one. */
export const explicitMarker = "partnercenter:explicit";

/**
 * Puts the settings together. In rising order of strength: the variables of other Azure tools, stack
 * configuration, `PARTNERCENTER_*`, the arguments of an explicit `Provider`, and
 * `PARTNERCENTER_<PROFILE>_*` where that names a profile.
 *
 * The environment stands above the configuration because refresh and destroy get the configuration
 * as it was when the stack was last deployed, which a rotated secret does not reach.
 */
export function resolveSettings(source: SettingsSource): ResolvedSettings {
    const problems: string[] = [];
    const found = findAll(source);
    const cloud = found.cloud === undefined ? "global" : cloudOf(found.cloud, problems);
    const credential = credentialOf(found, problems);
    return {
        settings: {
            cloud,
            apiUrl: urlOf(found.apiUrl, clouds[cloud].apiUrl, problems),
            authorityUrl: urlOf(found.authorityUrl, clouds[cloud].authorityUrl, problems),
            locale: localeOf(found.locale, problems),
            requestTimeoutSeconds: secondsOf(found.requestTimeoutSeconds, 180, problems),
            retryBudgetSeconds: secondsOf(found.retryBudgetSeconds, 600, problems),
            ...(found.tenantId && { tenantId: found.tenantId.value }),
            ...(credential && { credential }),
        },
        problems,
    };
}

/** A value, the place it was found in, and how strong that place is. */
interface Found {
    value: string;
    place: string;
    strength: number;
}

type FoundSettings = Partial<Record<SettingName, Found>>;

function findAll(source: SettingsSource): FoundSettings {
    const explicit = textOf(source.configured(explicitMarker)) !== undefined;
    const profile = textOf(source.configured("partnercenter:profile"));
    const found: FoundSettings = {};
    for (const name of settingNames) {
        const first = placesOf(name, explicit, profile, source).find(
            (place) => place.value !== undefined,
        );
        if (first !== undefined) {
            found[name] = first as Found;
        }
    }
    return found;
}

/** Every place a setting can stand in, the strongest first. */
function placesOf(
    name: SettingName,
    explicit: boolean,
    profile: string | undefined,
    source: SettingsSource,
): (Omit<Found, "value"> & { value: string | undefined })[] {
    const variable = (place: string, strength: number) => ({
        place,
        strength,
        value: textOf(source.environment[place]),
    });
    const configured = {
        place: explicit
            ? `the provider's argument ${name}`
            : `the configuration partnercenter:${name}`,
        strength: explicit ? 3 : 1,
        value: textOf(source.configured(`partnercenter:${name}`)),
    };
    const suffix = upperSnakeCase(name);
    const places = [
        variable(`PARTNERCENTER_${suffix}`, 2),
        configured,
        ...(fallbacks[name] ?? []).map((place) => variable(place, 0)),
    ];
    if (explicit && profile !== undefined) {
        places.push(variable(`PARTNERCENTER_${upperSnakeCase(profile)}_${suffix}`, 4));
    }
    return places.sort((one, other) => other.strength - one.strength);
}

/**
 * The credential of the strongest place. Its companions may stand elsewhere: a secret in the
 * environment goes with a `clientId` in the configuration.
 */
function credentialOf(found: FoundSettings, problems: string[]): CredentialSettings | undefined {
    const { accessToken, clientSecret } = found;
    if (accessToken && clientSecret && accessToken.strength === clientSecret.strength) {
        problems.push(
            `accessToken (${accessToken.place}) and clientSecret (${clientSecret.place}) contradict each other: set one of them.`,
        );
        return undefined;
    }
    if (accessToken && accessToken.strength > (clientSecret?.strength ?? -1)) {
        return { kind: "accessToken", accessToken: accessToken.value };
    }
    if (clientSecret === undefined) {
        return undefined;
    }
    const missing = (["tenantId", "clientId"] as const).filter((name) => !found[name]);
    if (missing.length > 0) {
        problems.push(
            `clientSecret (${clientSecret.place}) is half a credential: set ${missing.join(" and ")} too.`,
        );
        return undefined;
    }
    return {
        kind: "clientSecret",
        tenantId: found.tenantId?.value ?? "",
        clientId: found.clientId?.value ?? "",
        clientSecret: clientSecret.value,
    };
}

function cloudOf(found: Found, problems: string[]): CloudName {
    const name = cloudNames.find((known) => known.toLowerCase() === found.value.toLowerCase());
    if (name === undefined) {
        problems.push(`cloud (${found.place}) must be one of ${cloudNames.join(", ")}.`);
    }
    return name ?? "global";
}

function urlOf(found: Found | undefined, byDefault: string, problems: string[]): string {
    if (found === undefined) {
        return byDefault;
    }
    const url = URL.canParse(found.value) ? new URL(found.value) : undefined;
    if (url?.protocol !== "https:" || url.username !== "" || url.search !== "") {
        problems.push(`${found.place} must be an address that begins with https://.`);
        return byDefault;
    }
    return url.href.replace(/\/+$/, "");
}

function localeOf(found: Found | undefined, problems: string[]): string {
    try {
        return Intl.getCanonicalLocales(found?.value ?? "en-US")[0] ?? "en-US";
    } catch {
        problems.push(`locale (${found?.place}) must be a language tag, for example en-US.`);
        return "en-US";
    }
}

function secondsOf(found: Found | undefined, byDefault: number, problems: string[]): number {
    const seconds = found === undefined ? byDefault : Number(found.value);
    if (!Number.isFinite(seconds) || seconds <= 0) {
        problems.push(`${found?.place} must be a number of seconds above 0.`);
        return byDefault;
    }
    return seconds;
}

/** Configuration may hold numbers; an empty text is as good as none. */
function textOf(value: unknown): string | undefined {
    const text = typeof value === "number" ? String(value) : value;
    return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

function upperSnakeCase(name: string): string {
    return name
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .replace(/[^A-Za-z0-9]+/g, "_")
        .toUpperCase();
}
