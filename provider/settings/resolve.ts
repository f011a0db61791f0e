import { type CloudName, cloudNames, clouds } from "../partnercenter/clouds";
import { credentialOf, type NamedCredential, overruledSignIns } from "./credential";
import { type Found, type FoundSettings, findSettings, type SettingsSource } from "./find";

/** A day: longer than anybody waits, and shorter than what a timer cannot count. */
const longestSeconds = 86_400;

/** What the checks of a preview that ask the service do with a fault: fail, warn, or not ask at all. */
export const onlineValidations = ["error", "warn", "off"] as const;

export type OnlineValidation = (typeof onlineValidations)[number];

/** Settings as they were found, checked and complete. */
export interface Settings {
    cloud: CloudName;
    apiUrl: string;
    authorityUrl: string;
    locale: string;
    onlineValidation: OnlineValidation;
    requestTimeoutSeconds: number;
    retryBudgetSeconds: number;
    maxConcurrency: number;
    maxRequestsPerMinute: number;
    /** Absent where no credential is set: a preview can do without. */
    credential?: NamedCredential;
}

/** Settings, and every fault that was found on the way. */
export interface ResolvedSettings {
    settings: Settings;
    problems: string[];
    /** What the credential won over: `clientSecret (AZURE_CLIENT_SECRET)`. */
    overruled: string[];
}

/** Puts the settings together; see `findSettings` for the places they come from. */
export function resolveSettings(source: SettingsSource): ResolvedSettings {
    const problems: string[] = [];
    const found = findSettings(source);
    const cloud = found.cloud === undefined ? "global" : cloudOf(found.cloud, problems);
    const credential = credentialOf(found, problems);
    checkTenant(found.tenantId, problems);
    checkCharacters(found, problems);
    return {
        settings: {
            cloud,
            apiUrl: urlOf(found.apiUrl, clouds[cloud].apiUrl, problems),
            authorityUrl: urlOf(found.authorityUrl, clouds[cloud].authorityUrl, problems),
            locale: localeOf(found.locale, problems),
            onlineValidation: onlineValidationOf(found.onlineValidation, problems),
            requestTimeoutSeconds: secondsOf(found.requestTimeoutSeconds, 180, problems),
            retryBudgetSeconds: secondsOf(found.retryBudgetSeconds, 600, problems),
            maxConcurrency: countOf(found.maxConcurrency, 16, 1, problems),
            maxRequestsPerMinute: countOf(found.maxRequestsPerMinute, 500, 0, problems),
            ...(credential && { credential }),
        },
        problems,
        overruled: overruledSignIns(found),
    };
}

function cloudOf(found: Found, problems: string[]): CloudName {
    const name = cloudNames.find((known) => known.toLowerCase() === found.value.toLowerCase());
    if (name === undefined) {
        problems.push(`cloud (${found.place}) must be one of ${cloudNames.join(", ")}.`);
    }
    return name ?? "global";
}

/** A tenant is part of addresses and of a command line. */
function checkTenant(found: Found | undefined, problems: string[]): void {
    if (found !== undefined && !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(found.value)) {
        problems.push(`tenantId (${found.place}) must be a tenant's GUID or one of its domains.`);
    }
}

/** A line break inside a token or an id comes from copying, and can be sent in no header. */
function checkCharacters(found: FoundSettings, problems: string[]): void {
    for (const { value, place } of Object.values(found)) {
        if (/\p{Cc}/u.test(value)) {
            problems.push(`${place} holds a line break or another control character.`);
        }
    }
}

function urlOf(found: Found | undefined, byDefault: string, problems: string[]): string {
    if (found === undefined) {
        return byDefault;
    }
    const url = URL.canParse(found.value) ? new URL(found.value) : undefined;
    if (
        url?.protocol !== "https:" ||
        url.username !== "" ||
        url.password !== "" ||
        url.search !== "" ||
        url.hash !== ""
    ) {
        problems.push(
            `${found.place} must be an address that begins with https://, without a user, a query and a fragment.`,
        );
        return byDefault;
    }
    const address = url.href.replace(/\/+$/, "");
    if (address.endsWith("/v1")) {
        problems.push(`${found.place} must not end in /v1: the version is added to it.`);
    }
    return address;
}

function localeOf(found: Found | undefined, problems: string[]): string {
    try {
        return Intl.getCanonicalLocales(found?.value ?? "en-US")[0] ?? "en-US";
    } catch {
        problems.push(`locale (${found?.place}) must be a language tag, for example en-US.`);
        return "en-US";
    }
}

function onlineValidationOf(found: Found | undefined, problems: string[]): OnlineValidation {
    const wanted = found?.value.toLowerCase() ?? "error";
    const known = onlineValidations.find((name) => name === wanted);
    if (known === undefined) {
        problems.push(
            `onlineValidation (${found?.place}) must be one of ${onlineValidations.join(", ")}.`,
        );
    }
    return known ?? "error";
}

function secondsOf(found: Found | undefined, byDefault: number, problems: string[]): number {
    const seconds = found === undefined ? byDefault : Number(found.value);
    if (!(seconds > 0 && seconds <= longestSeconds)) {
        problems.push(
            `${found?.place} must be a number of seconds, above 0 and at most ${longestSeconds}.`,
        );
        return byDefault;
    }
    return seconds;
}

function countOf(
    found: Found | undefined,
    byDefault: number,
    least: number,
    problems: string[],
): number {
    const count = found === undefined ? byDefault : Number(found.value);
    if (!(Number.isSafeInteger(count) && count >= least)) {
        problems.push(`${found?.place} must be a whole number, at least ${least}.`);
        return byDefault;
    }
    return count;
}
