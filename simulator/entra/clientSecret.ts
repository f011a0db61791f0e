import type { Partner } from "../options";
import { TokenFailure } from "./errors";

/** @throws TokenFailure unless this is the secret of the partner's application. */
export function checkClientSecret({ clientId, clientSecret }: Partner, given: string): void {
    if (given === clientSecret) return;
    throw new TokenFailure(
        401,
        "invalid_client",
        7000215,
        `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    );
}
