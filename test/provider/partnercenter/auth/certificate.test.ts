import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { readCertificate } from "../../../../provider/partnercenter/auth/certificate";
import { CredentialError } from "../../../../provider/partnercenter/errors";
import { makeCertificate } from "../../../certificates";
import { failureOf } from "../../fixtures";

describe("a certificate and its key in one file", () => {
    const encryption = { cipher: "aes-256-cbc", passphrase: "the password" };
    const forms: [title: string, type: "pkcs1" | "pkcs8", password: string | undefined][] = [
        ["in clear", "pkcs8", undefined],
        ["in clear, in the older form", "pkcs1", undefined],
        ["encrypted", "pkcs8", "the password"],
        ["encrypted, in the older form with headers", "pkcs1", "the password"],
    ];
    for (const [title, type, password] of forms) {
        it(`are read: ${title}`, async (t) => {
            const { key, certificate } = await makeCertificate();
            const exported = createPrivateKey(key).export({
                type,
                format: "pem",
                ...(password !== undefined && encryption),
            });
            const read = await readCertificate(
                await fileWith(t, `${exported}${certificate}`),
                password,
            );
            const { fingerprint256 } = new X509Certificate(certificate);
            assert.equal(read.thumbprintSha256, fingerprint256.replaceAll(":", ""));
            assert.equal(read.x5c?.trim(), certificate.trim());
            assert.ok(createPrivateKey(key).equals(createPrivateKey(read.privateKey)));
        });
    }

    it("are not read without the password, in the older form too", async (t) => {
        const { key, certificate } = await makeCertificate();
        const pem = createPrivateKey(key).export({ type: "pkcs1", format: "pem", ...encryption });
        const path = await fileWith(t, `${pem}${certificate}`);
        for (const [password, told] of [
            [undefined, /holds an encrypted key: set clientCertificatePassword/],
            ["wr0ng", /cannot be read with clientCertificatePassword/],
        ] as const) {
            const error = await failureOf(() => readCertificate(path, password));
            assert.ok(error instanceof CredentialError);
            assert.match(error.message, told);
            assert.ok(!error.message.includes("wr0ng"));
        }
    });
});

async function fileWith(t: TestContext, text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    t.after(() => rm(folder, { recursive: true }));
    const path = join(folder, "certificate.pem");
    await writeFile(path, text);
    return path;
}
