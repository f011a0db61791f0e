import { claimsOf, identityOf } from "./claims";
import type { Credential } from "./credential";

/**
 * A token made elsewhere (setting `accessToken`). It is used as long as the service takes it: its own
 * `exp` is not looked at, because this machine's clock may be wrong.
 */
export function readyMadeToken(token: string): Credential {
    return {
        name: "accessToken",
        identity: identityOf(claimsOf(token)),
        getToken: async () => ({ token, expiresAt: Number.POSITIVE_INFINITY }),
    };
}
