import type { Identity } from "../../partnercenter/auth/credential";
import type { Access, IdentityFacts, OperationAccess } from "./access";

const kinds: Readonly<Record<Identity, string>> = {
    application: "the application alone (app-only)",
    applicationAndUser: "application and user (app+user)",
};

/** What was found out, for a person to read. */
export function inWords(access: Access): string {
    const { credential, cloud, identity, accepted, operations } = access;
    const lines = [
        fact("Credential", credential.from),
        ...credential.insteadOf.map((other) => fact("  instead of", other)),
        fact("Cloud", cloud.name),
        fact("  API", cloud.apiUrl),
        fact("  sign-in", cloud.authorityUrl),
        fact("Signed in", access.signedIn ? "yes" : "no"),
        ...(identity === undefined ? [] : identityInWords(identity)),
        fact("Accepted", accepted ? "yes, Partner Center answered" : "no"),
        ...(access.isMfaCompliant === undefined
            ? []
            : [fact("  MFA", access.isMfaCompliant ? "compliant" : "not compliant")]),
    ];
    return [...lines, ...(accepted ? ["", ...operationsInWords(operations)] : [])].join("\n");
}

function identityInWords(identity: IdentityFacts): string[] {
    const unknown = "unknown: the token cannot be read";
    return [
        fact("Speaks for", identity.kind === undefined ? unknown : kinds[identity.kind]),
        fact("  tenant", identity.tenantId ?? unknown),
        fact("  application", identity.applicationId ?? unknown),
        ...(identity.userPrincipalName === undefined
            ? []
            : [fact("  user", identity.userPrincipalName)]),
        fact("  MFA claim", mfaInWords(identity)),
        fact("  ends", identity.endsAt ?? unknown),
    ];
}

function mfaInWords({ kind, mfa }: IdentityFacts): string {
    if (kind === "application") {
        return "none, and none is needed: no user takes part";
    }
    if (mfa === undefined) {
        return "unknown: the token cannot be read";
    }
    return mfa
        ? "yes, the user gave a second factor"
        : "no: where Partner Center enforces it, it refuses with 900421. Sign in anew with multi-factor authentication (`partnercenter consent`)";
}

function operationsInWords(operations: readonly OperationAccess[]): string[] {
    const rows = operations.map(({ may, does }) => `  ${may.padEnd(9)}${does}`);
    const remedies = new Set(operations.flatMap(({ remedy }) => remedy ?? []));
    return [
        "May this sign-in",
        ...rows,
        ...[...remedies].map((remedy) => `For what it may not: ${remedy}`),
    ];
}

function fact(name: string, value: string): string {
    return `${name.padEnd(16)}${value}`;
}
