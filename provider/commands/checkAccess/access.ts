import { type Claims, claimsOf, identityOf } from "../../partnercenter/auth/claims";
import type { AccessToken, Identity } from "../../partnercenter/auth/credential";
import { type CloudName, clouds } from "../../partnercenter/clouds";
import { howToSignInAsUser, operations } from "../../partnercenter/operations";

/** What `partnercenter check-access` found out; with `--json`, this is what it prints. */
export interface Access {
    /** Whether Microsoft Entra gave a token. */
    signedIn: boolean;
    /** Whether Partner Center accepted it. */
    accepted: boolean;
    credential: {
        /** The setting that counted, with its place. */
        from: string;
        /** The settings that would sign in too, and did not count. */
        insteadOf: readonly string[];
    };
    cloud: { name: CloudName; apiUrl: string; authorityUrl: string };
    /** Whom the token speaks for, by its own words. */
    identity?: IdentityFacts;
    /** What Partner Center says of the user's sign-in, where it says something. */
    isMfaCompliant?: boolean;
    /** Empty where the token is not accepted. */
    operations: readonly OperationAccess[];
    /** Why there is no token, or why it is not accepted, and what to do. */
    failure?: string;
}

/** Whom a token speaks for, by its own words: what cannot be read is left out. */
export interface IdentityFacts {
    kind?: Identity;
    tenantId?: string;
    applicationId?: string;
    userPrincipalName?: string;
    /** Whether the token says that the user gave a second factor. Absent where there is no user. */
    mfa?: boolean;
    /** When the token ends, as ISO 8601 writes it. */
    endsAt?: string;
}

/** Whether a sign-in may make a call. */
export interface OperationAccess {
    name: string;
    does: string;
    may: "yes" | "no" | "unknown";
    /** Where it may not. */
    remedy?: string;
}

/** What a token says, given that `expected` is whom the credential is known to speak for. */
export function factsOf(
    { token, expiresAt }: AccessToken,
    expected: Identity | undefined,
): IdentityFacts {
    const claims: Claims = claimsOf(token) ?? {};
    const endsAt = claims.exp === undefined ? expiresAt : claims.exp * 1000;
    return withoutMissing({
        kind: identityOf(claimsOf(token)) ?? expected,
        tenantId: claims.tid,
        applicationId: claims.appid ?? claims.azp,
        userPrincipalName: claims.upn ?? claims.unique_name,
        mfa: claims.scp === undefined ? undefined : (claims.amr?.includes("mfa") ?? false),
        endsAt: Number.isFinite(endsAt) ? new Date(endsAt).toISOString() : undefined,
    });
}

/** What a sign-in of this kind may do, of all that the provider does. */
export function operationsFor(identity: Identity | undefined, cloud: CloudName): OperationAccess[] {
    return Object.entries(operations).map(([name, { does, needs, missingIn }]) => {
        if (missingIn.includes(cloud)) {
            return { name, does, may: "no", remedy: `${clouds[cloud].name} lacks some calls.` };
        }
        if (needs === "application" || identity === needs) {
            return { name, does, may: "yes" };
        }
        const may = identity === undefined ? "unknown" : "no";
        return { name, does, may, remedy: howToSignInAsUser };
    });
}

type WithoutMissing<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function withoutMissing<T extends object>(members: T): WithoutMissing<T> {
    const known = Object.entries(members).filter(([, value]) => value !== undefined);
    return Object.fromEntries(known) as WithoutMissing<T>;
}
