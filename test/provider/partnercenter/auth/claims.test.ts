import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { claimsOf, identityOf, tenantOf } from "../../../../provider/partnercenter/auth/claims";
import { partnerTenantId } from "../../fixtures";

describe("the tenant of a token", () => {
    const tokens: [title: string, token: string, expected: string | undefined][] = [
        ["is its tid, in lower case", jwt({ tid: partnerTenantId.toUpperCase() }), partnerTenantId],
        ["is not known where there is none", jwt({ aud: "x" }), undefined],
        ["is not known where it is no text", jwt({ tid: 5 }), undefined],
        ["is not known where the payload is null", jwt(null), undefined],
        ["is not known where the token is opaque", "opaque", undefined],
        ["is not known where the payload is no JSON", "a.b.c", undefined],
        ["is not known where there is no token", "", undefined],
    ];
    for (const [title, token, expected] of tokens) {
        it(title, () => {
            assert.equal(tenantOf(token), expected);
        });
    }
});

describe("whom a token speaks for", () => {
    it("is a user too where it has delegated permissions, else the application alone", () => {
        assert.equal(
            identityOf(claimsOf(jwt({ scp: "user_impersonation" }))),
            "applicationAndUser",
        );
        assert.equal(identityOf(claimsOf(jwt({ roles: [] }))), "application");
    });

    it("is not known of an opaque token", () => {
        assert.equal(identityOf(claimsOf("opaque")), undefined);
    });
});

function jwt(claims: unknown): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "none" })}.${part(claims)}.signature`;
}
