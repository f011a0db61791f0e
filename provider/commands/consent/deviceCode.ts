import type { AuthError } from "@azure/msal-node";
import { type SignIn, signInWithoutProof } from "../../partnercenter/auth/signIn";
import type { ConsentOptions } from "./browser";
import { nobodySignedIn } from "./redirect";

/** MSAL's own names for a sign-in that did not come. */
const tooLate = ["user_timeout_reached", "device_code_expired"];

/**
 * Lets a user sign in on another device, by a code. A device keeps no secret, so the application must
 * allow public client flows.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export async function consentByDeviceCode({
    application,
    network,
    timeoutSeconds,
    show,
}: ConsentOptions): Promise<SignIn> {
    return await signInWithoutProof(application, network, (client) =>
        client
            .acquireTokenByDeviceCode({
                scopes: [application.scope],
                timeout: timeoutSeconds,
                deviceCodeCallback({ deviceCode, message }) {
                    // MSAL takes a refusal for an answer, and would ask with no code until time is up.
                    if (deviceCode === undefined) {
                        throw Object.assign(new Error(), { errorCode: "post_request_failed" });
                    }
                    show(message);
                },
            })
            .catch((error: AuthError) => {
                throw tooLate.includes(error.errorCode) ? nobodySignedIn(timeoutSeconds) : error;
            }),
    );
}
