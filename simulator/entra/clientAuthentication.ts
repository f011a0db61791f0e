import type { Service } from "../service";
import { checkClientAssertion } from "./clientAssertion";
import { TokenFailure } from "./errors";
import { requiredField } from "./form";

/**
 * Checks who asks for a token: the partner's application, by its secret or a signed assertion.
 *
 * @throws TokenFailure otherwise.
 */
export function authenticateClient(service: Service, form: URLSearchParams): void {
    checkClientId(service, form);
    const assertion = form.get("client_assertion");
    if (assertion === null) checkClientSecret(service, form.get("client_secret"));
    else checkClientAssertion(service, assertion);
}

/** @throws TokenFailure unless the partner's application is named. */
export function checkClientId({ settings: { partner } }: Service, form: URLSearchParams): void {
    const clientId = requiredField(form, "client_id");
    if (clientId.toLowerCase() === partner.clientId) return;
    throw new TokenFailure(
        400,
        "unauthorized_client",
        700016,
        `Application with identifier '${clientId}' was not found in the directory '${partner.tenantId}'.`,
    );
}

function checkClientSecret({ settings, directory }: Service, given: string | null): void {
    const { clientId } = settings.partner;
    if (given === null) {
        throw new TokenFailure(
            401,
            "invalid_client",
            7000218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        );
    }
    if (given !== directory.clientSecret) {
        throw new TokenFailure(
            401,
            "invalid_client",
            7000215,
            `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
        );
    }
    if (directory.isSecretExpired) {
        throw new TokenFailure(
            401,
            "invalid_client",
            7000222,
            `The provided client secret keys for app '${clientId}' are expired.`,
        );
    }
}
