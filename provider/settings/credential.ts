import { type Found, type FoundSettings, fallbackStrength } from "./find";
import type { SettingName } from "./names";

/** How an application proves that it is itself. */
export type ProofSettings =
    | { kind: "clientSecret"; clientSecret: string }
    | { kind: "certificate"; path: string; password?: string }
    | { kind: "oidcToken"; token: string }
    | { kind: "oidcTokenFile"; path: string }
    | { kind: "pipeline" };

/** An application of a tenant. */
export interface ApplicationSettings {
    tenantId: string;
    clientId: string;
    proof: ProofSettings;
}

export type CredentialSettings =
    | { kind: "accessToken"; accessToken: string }
    | ({ kind: "application" } & ApplicationSettings)
    | ({
          kind: "applicationAndUser";
          refreshToken: { text: string } | { filePath: string };
      } & ApplicationSettings)
    | { kind: "managedIdentity"; clientId?: string }
    | { kind: "azureCli"; tenantId?: string };

/** A credential with the setting that it comes from. */
export type NamedCredential = CredentialSettings & { name: string };

/** Settings by which an application signs in with a user, the preferred one first. */
const users = ["refreshTokenFilePath", "refreshToken"] as const satisfies readonly SettingName[];

/** Settings by which an application proves itself, the preferred one first. */
const proofs = [
    "clientCertificatePath",
    "oidcTokenFilePath",
    "oidcToken",
    "useOidc",
    "clientSecret",
] as const satisfies readonly SettingName[];

/** Settings that sign in by themselves, the preferred one first. */
const signIns = [
    "accessToken",
    ...users,
    ...proofs,
    "useManagedIdentity",
    "useAzureCli",
] as const satisfies readonly SettingName[];

type SignInName = (typeof signIns)[number];
type ProofName = (typeof proofs)[number];

/**
 * The credential of the strongest place, or none. Its companions may stand elsewhere: a secret in the
 * environment goes with a `clientId` in the configuration.
 */
export function credentialOf(
    found: FoundSettings,
    problems: string[],
): NamedCredential | undefined {
    const name = strongest(signIns, found, problems);
    if (name === undefined) {
        return undefined;
    }
    const value = found[name]?.value ?? "";
    const named = { name: `${name} (${found[name]?.place})` };
    switch (name) {
        case "accessToken":
            return { ...named, kind: "accessToken", accessToken: value };
        case "useManagedIdentity":
            return { ...named, kind: "managedIdentity", ...ifSet("clientId", found) };
        case "useAzureCli":
            return { ...named, kind: "azureCli", ...ifSet("tenantId", found) };
    }
    const application = applicationOf(name, found, problems);
    if (application === undefined) {
        return undefined;
    }
    if (isOf(users, name)) {
        const refreshToken = name === "refreshToken" ? { text: value } : { filePath: value };
        return { ...named, ...application, kind: "applicationAndUser", refreshToken };
    }
    return { ...named, ...application, kind: "application" };
}

/**
 * The settings that would sign in too, each with its place, and do not count because of the credential:
 * its place is stronger, or it is looked at first.
 */
export function overruledSignIns(found: FoundSettings): string[] {
    const chosen = strongest(signIns, found, []);
    const proof = isOf(users, chosen) ? strongest(proofs, found, []) : undefined;
    return signIns
        .filter((name) => isSet(found[name]))
        .flatMap((name) => {
            const { place = "", weaker = [] } = found[name] ?? {};
            const counts = name === chosen || name === proof;
            return (counts ? weaker : [place, ...weaker]).map((other) => `${name} (${other})`);
        });
}

/**
 * The setting in the strongest place. Two in the same place contradict each other. Variables of other
 * tools are not meant for us: there the preferred one counts.
 */
function strongest<Name extends SignInName>(
    names: readonly Name[],
    found: FoundSettings,
    problems: string[],
): Name | undefined {
    const set = withoutCompanions(
        names.filter((name) => isSet(found[name])),
        found,
    );
    const strength = Math.max(...set.map((name) => found[name]?.strength ?? 0));
    const [first, rival] = set.filter((name) => found[name]?.strength === strength);
    if (rival !== undefined && strength > fallbackStrength) {
        problems.push(
            `${first} (${found[first as Name]?.place}) and ${rival} (${found[rival]?.place}) contradict each other: ${first} would count, because it is looked at first. Remove one of them.`,
        );
        return undefined;
    }
    return first;
}

/**
 * Beside a user's refresh token, the application's secret or certificate is its companion and no
 * sign-in of its own: also from a stronger place, but not one that is meant for an explicit provider
 * alone.
 */
function withoutCompanions<Name extends SignInName>(
    names: readonly Name[],
    found: FoundSettings,
): Name[] {
    const reach = (name: Name) => Math.ceil((found[name]?.strength ?? 0) / 2);
    const userReach = Math.max(...names.filter((name) => isOf(users, name)).map(reach));
    return names.filter((name) => !isOf(proofs, name) || reach(name) > userReach);
}

function applicationOf(
    name: (typeof users)[number] | ProofName,
    found: FoundSettings,
    problems: string[],
): ApplicationSettings | undefined {
    const place = `${name} (${found[name]?.place})`;
    const proof = isOf(users, name) ? strongest(proofs, found, problems) : name;
    const missing: string[] = (["tenantId", "clientId"] as const).filter((part) => !found[part]);
    if (proof === undefined) {
        missing.push("clientSecret or clientCertificatePath");
    }
    if (missing.length > 0 || proof === undefined) {
        // A variable of other tools may well be there for them alone.
        if (found[name]?.strength !== fallbackStrength) {
            problems.push(`${place} is half a credential: set ${missing.join(" and ")} too.`);
        }
        return undefined;
    }
    return {
        tenantId: found.tenantId?.value ?? "",
        clientId: found.clientId?.value ?? "",
        proof: proofOf(proof, found),
    };
}

function proofOf(name: ProofName, found: FoundSettings): ProofSettings {
    const value = found[name]?.value ?? "";
    switch (name) {
        case "clientCertificatePath": {
            const password = found.clientCertificatePassword?.value;
            return { kind: "certificate", path: value, ...(password && { password }) };
        }
        case "oidcTokenFilePath":
            return { kind: "oidcTokenFile", path: value };
        case "oidcToken":
            return { kind: "oidcToken", token: value };
        case "useOidc":
            return { kind: "pipeline" };
        case "clientSecret":
            return { kind: "clientSecret", clientSecret: value };
    }
}

function isOf<Name extends SignInName>(
    names: readonly Name[],
    name: SignInName | undefined,
): name is Name {
    return names.some((one) => one === name);
}

/** A switch that is off is as good as none. */
function isSet(found: Found | undefined): boolean {
    return found !== undefined && found.value.toLowerCase() !== "false";
}

function ifSet<Name extends SettingName>(
    name: Name,
    found: FoundSettings,
): { [Member in Name]?: string } {
    const value = found[name]?.value;
    return (value === undefined ? {} : { [name]: value }) as { [Member in Name]?: string };
}
