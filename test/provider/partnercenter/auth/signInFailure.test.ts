import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Application } from "../../../../provider/partnercenter/auth/application";
import { signInFailure } from "../../../../provider/partnercenter/auth/signInFailure";
import { ConnectionError, CredentialError } from "../../../../provider/partnercenter/errors";
import { NetworkFailure } from "../../../../provider/partnercenter/http/network";

const clientSecret = "s3cret~value.+*";
const application: Application = {
    authorityUrl: "https://login.example.com",
    tenantId: "contoso.com",
    clientId: "7d9e1f20-4b5c-4d3e-8f6a-1b2c3d4e5f60",
    proof: { kind: "clientSecret", clientSecret },
    scope: "https://api.example.com/.default",
};

describe("a failed sign-in", () => {
    const codes: [code: string, told: RegExp][] = [
        ["AADSTS7000215", /The client secret is wrong: give the secret's value, not its id/],
        ["AADSTS7000222", /The client secret has expired/],
        ["AADSTS700016", /no such application/],
        ["AADSTS90002", /no such tenant/],
        ["AADSTS900023", /neither a GUID nor a domain/],
        ["AADSTS500011", /consent/],
        ["AADSTS424242", /Check cloud, tenantId, clientId and the credential/],
    ];
    for (const [code, told] of codes) {
        it(`with ${code} says what to do`, () => {
            const failure = signInFailure(
                saying(`${code}: Words of Entra.`),
                application,
                undefined,
            );
            assert.ok(failure instanceof CredentialError);
            assert.match(failure.message, told);
            assert.match(failure.message, /Words of Entra/);
            assert.match(
                failure.message,
                /login\.example\.com as application 7d9e.* of tenant contoso/,
            );
        });
    }

    it("tells codes apart of which one begins with the other", () => {
        const longer = signInFailure(saying("AADSTS7000222: Expired."), application, undefined);
        assert.doesNotMatch(longer.message, /federated credential/);
        const shorter = signInFailure(saying("AADSTS70002: Invalid."), application, undefined);
        assert.doesNotMatch(shorter.message, /has expired/);
    });

    it("shows the first line, which holds code and reason, and not the ids behind it", () => {
        const words = "AADSTS90002: Not found.\r\nTrace ID: 1\r\nTimestamp: 2";
        const { message } = signInFailure(saying(words), application, undefined);
        assert.doesNotMatch(message, /Trace ID|Timestamp/);
    });

    it("never shows the secret, even if Entra does", () => {
        const words = `AADSTS7000215: The secret ${clientSecret} and again ${clientSecret} is wrong.`;
        const failure = signInFailure(saying(words), application, undefined);
        assert.ok(!`${failure.message}${failure.stack}`.includes(clientSecret));
        assert.match(failure.message, /\[secret\]/);
    });

    it("that did not reach Microsoft Entra ID is one that may be tried again", () => {
        for (const failure of [
            signInFailure(
                saying("network_error"),
                application,
                "the connection failed (ECONNRESET)",
            ),
            signInFailure(
                new NetworkFailure("the connection failed (ECONNRESET)"),
                application,
                undefined,
            ),
        ]) {
            assert.ok(failure instanceof ConnectionError);
            assert.match(failure.message, /^Could not sign in to .*ECONNRESET/);
        }
    });

    it("that was explained already stays as it is", () => {
        const explained = new CredentialError("explained");
        assert.equal(signInFailure(explained, application, undefined), explained);
    });

    it("has words whatever was thrown", () => {
        for (const thrown of [new Error("words"), "words", { errorMessage: "words" }]) {
            assert.match(signInFailure(thrown, application, undefined).message, /words/);
        }
    });
});

/** An error as MSAL throws it. */
function saying(errorMessage: string): Error {
    return Object.assign(new Error(`invalid_client: ${errorMessage}`), {
        errorCode: "invalid_client",
        errorMessage,
    });
}
