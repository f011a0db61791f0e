import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { NodeAuthOptions } from "@azure/msal-node";
import { CredentialError } from "../errors";

/**
 * A certificate and its private key from one PEM file, as MSAL wants them.
 *
 * @throws CredentialError if the file cannot be read, or certificate and key are not both in it.
 */
export async function readCertificate(
    path: string,
    password: string | undefined,
): Promise<NonNullable<NodeAuthOptions["clientCertificate"]>> {
    const pem = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw unusable(path, `cannot be read (${error.code})`);
    });
    const certificates = pem.match(block("CERTIFICATE")) ?? [];
    const [leaf] = certificates;
    const [key] = pem.match(block("[A-Z ]*PRIVATE KEY")) ?? [];
    if (leaf === undefined) {
        throw unusable(
            path,
            "holds no certificate in PEM form (a PFX file is turned into one by `openssl pkcs12 -in file.pfx -out file.pem`)",
        );
    }
    if (key === undefined) {
        throw unusable(path, "holds no private key beside its certificate");
    }
    const privateKey = readKey(path, key, password);
    const certificate = readX509(path, leaf);
    if (!certificate.checkPrivateKey(privateKey)) {
        throw unusable(path, "holds a private key that is not its certificate's");
    }
    return {
        thumbprintSha256: certificate.fingerprint256.replaceAll(":", ""),
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        x5c: certificates.join("\n"),
    };
}

function block(label: string): RegExp {
    return new RegExp(`-----BEGIN ${label}-----[^]+?-----END ${label}-----`, "g");
}

function readX509(path: string, pem: string): X509Certificate {
    try {
        return new X509Certificate(pem);
    } catch {
        throw unusable(path, "holds a certificate that cannot be read");
    }
}

function readKey(path: string, pem: string, password: string | undefined): KeyObject {
    try {
        return createPrivateKey({
            key: pem,
            ...(password !== undefined && { passphrase: password }),
        });
    } catch {
        throw unusable(
            path,
            password === undefined && pem.includes("ENCRYPTED")
                ? "holds an encrypted key: set clientCertificatePassword"
                : "holds a private key that cannot be read with clientCertificatePassword",
        );
    }
}

function unusable(path: string, why: string): CredentialError {
    return new CredentialError(`The certificate file ${path} (clientCertificatePath) ${why}.`);
}
