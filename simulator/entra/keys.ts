import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { Certificate } from "../certificate";

/** The key that signs access tokens: the simulator's own, so that they outlive a restart. */
export interface SigningKey {
    keyId: string;
    privateKey: KeyObject;
    publicKey: KeyObject;
}

export function signingKeyOf(certificate: Certificate): SigningKey {
    const publicKey = createPublicKey(certificate.certificate);
    return {
        keyId: createHash("sha256")
            .update(publicKey.export({ type: "spki", format: "der" }))
            .digest("base64url"),
        privateKey: createPrivateKey(certificate.privateKey),
        publicKey,
    };
}

/** The public key as a JSON Web Key Set, as `jwks_uri` publishes it. */
export function keySetOf({ keyId, publicKey }: SigningKey): Record<string, unknown> {
    const key = publicKey.export({ format: "jwk" });
    return { keys: [{ ...key, kid: keyId, use: "sig", alg: "RS256" }] };
}
