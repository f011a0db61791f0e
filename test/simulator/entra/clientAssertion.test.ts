import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { ClientCertificateCredential } from "@azure/identity";
import { ConfidentialClientApplication } from "@azure/msal-node";
import jwt from "jsonwebtoken";
import { type Certificate, ensureCertificate } from "../../../simulator/index";
import { simulatorFor } from "../harness";
import { askForToken, assertAccepted, authorityOf, identityOptions, scopes } from "./signIn";

async function newCertificate(t: TestContext): Promise<Certificate> {
    const folder = mkdtempSync(join(tmpdir(), "sign-in-test-"));
    t.after(() => rmSync(folder, { recursive: true }));
    return ensureCertificate(folder);
}

test("both Microsoft libraries sign in with a certificate", async (t) => {
    const { certificate, privateKey } = await newCertificate(t);
    const simulator = await simulatorFor(t, { partner: { certificates: [certificate] } });
    const thumbprintSha256 = new X509Certificate(certificate).fingerprint256.replaceAll(":", "");
    const application = new ConfidentialClientApplication({
        auth: { ...authorityOf(simulator), clientCertificate: { thumbprintSha256, privateKey } },
    });
    const answer = await application.acquireTokenByClientCredential({ scopes });
    await assertAccepted(simulator, answer?.accessToken, "app");
    const { tenantId, clientId } = simulator.partner;
    const credential = new ClientCertificateCredential(
        tenantId,
        clientId,
        { certificate: privateKey + certificate },
        identityOptions(simulator),
    );
    await assertAccepted(simulator, (await credential.getToken(scopes)).token, "app");
});

interface Assertion {
    header?: Record<string, string>;
    claims?: Record<string, unknown>;
    expiresInSeconds?: number;
    signedBy?: Certificate;
    code: number;
}

test("an assertion by certificate is checked in every part", async (t) => {
    const registered = await newCertificate(t);
    const other = await newCertificate(t);
    const simulator = await simulatorFor(t);
    simulator.directory.registerCertificate(registered.certificate);
    const { clientId } = simulator.partner;
    const audience = `${authorityOf(simulator).authority}/oauth2/v2.0/token`;
    const thumbprint = (pem: string, hash: string) =>
        createHash(hash).update(new X509Certificate(pem).raw).digest("base64url");
    const ask = ({ header, claims, expiresInSeconds = 300, signedBy = registered }: Assertion) => {
        const now = Math.floor(Date.now() / 1000);
        const payload = { aud: audience, iss: clientId, sub: clientId, ...claims };
        const assertion = jwt.sign(
            { nbf: now, exp: now + expiresInSeconds, ...payload },
            signedBy.privateKey,
            {
                algorithm: "RS256",
                header: {
                    alg: "RS256",
                    "x5t#S256": thumbprint(registered.certificate, "sha256"),
                    ...header,
                },
            },
        );
        return askForToken(simulator, {
            grant_type: "client_credentials",
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            client_assertion: assertion,
        });
    };
    assert.equal((await ask({ code: 0 })).status, 200);
    const wrong: Record<string, Assertion> = {
        "another certificate": {
            header: { "x5t#S256": thumbprint(other.certificate, "sha256") },
            signedBy: other,
            code: 700027,
        },
        "another key": { signedBy: other, code: 700027 },
        "another audience": { claims: { aud: "https://example.com" }, code: 700023 },
        "another issuer": { claims: { iss: "someone" }, code: 700021 },
        "another subject": { claims: { sub: "someone" }, code: 700021 },
        "a time that is over": { expiresInSeconds: -1, code: 700024 },
        "a time to come": { claims: { nbf: Math.floor(Date.now() / 1000) + 310 }, code: 700024 },
    };
    for (const [what, assertion] of Object.entries(wrong)) {
        const { status, code } = await ask(assertion);
        assert.deepEqual([status, code], [401, assertion.code], what);
    }
});
