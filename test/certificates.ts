import { createPrivateKey } from "node:crypto";
import { generate } from "selfsigned";

/** A certificate of an application, with its key encrypted, in one PEM text as OpenSSL makes it of a PFX. */
export async function makeCertificate(password = "the password of the key") {
    const { private: key, cert } = await generate([{ name: "commonName", value: "application" }], {
        keySize: 2048,
    });
    const encrypted = createPrivateKey(key).export({
        type: "pkcs8",
        format: "pem",
        cipher: "aes-256-cbc",
        passphrase: password,
    });
    return { pem: `${encrypted}${cert}`, certificate: cert, key, password };
}
