import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { ensureCertificate } from "../../simulator/index";

function folderFor(t: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), "certificate-test-"));
    t.after(() => rmSync(folder, { recursive: true }));
    return join(folder, "made", "on", "demand");
}

test("the certificate is for this machine, and the file to trust holds no key", async (t) => {
    const { certificateFile, certificate, privateKey } = await ensureCertificate(folderFor(t));
    const x509 = new X509Certificate(readFileSync(certificateFile));
    for (const host of ["localhost"]) assert.ok(x509.checkHost(host));
    for (const ip of ["127.0.0.1", "::1"]) assert.ok(x509.checkIP(ip));
    assert.ok(new Date(x509.validTo).getTime() - Date.now() > 9 * 365 * 86_400_000);
    assert.ok(!readFileSync(certificateFile, "utf8").includes("PRIVATE KEY"));
    assert.equal(x509.toString(), certificate);
    assert.match(privateKey, /BEGIN PRIVATE KEY/);
});

test("whoever comes to the same folder gets the same certificate, even at once", async (t) => {
    const folder = folderFor(t);
    const made = await Promise.all(Array.from({ length: 4 }, () => ensureCertificate(folder)));
    assert.equal(new Set(made.map(({ certificate }) => certificate)).size, 1);
    assert.deepEqual(await ensureCertificate(folder), made[0]);
    assert.deepEqual(readdirSync(folder).sort(), ["certificate.pem", "key-and-certificate.pem"]);
    assert.equal(statSync(join(folder, "key-and-certificate.pem")).mode & 0o077, 0);
});
