import type { Application } from "../../partnercenter/auth/application";
import { ConfigurationError } from "../../partnercenter/errors";
import type { Network } from "../../partnercenter/http/network";
import { type SettingName, variableOf } from "../../settings";
import { applicationFor } from "../../settings/credentialFor";
import { settings as fallbacks } from "../../settings/names";
import { readSettings } from "../settings";

/** What signs in instead of an application, or is what consent is to give. */
const others = [
    "accessToken",
    "refreshToken",
    "refreshTokenFilePath",
    "useManagedIdentity",
    "useAzureCli",
] as const satisfies readonly SettingName[];

/**
 * The application that a user gives consent to: the one of the settings, whatever else they sign in
 * with. Its scope is that of a user.
 *
 * @throws ConfigurationError where they name none.
 */
export function applicationOfSettings(profile: string | undefined, network: Network): Application {
    const hidden = new Set<string>(
        others.flatMap((name) => [
            ...fallbacks[name],
            variableOf(name),
            ...(profile === undefined ? [] : [variableOf(name, profile)]),
        ]),
    );
    const visible = Object.entries(process.env).filter(([variable]) => !hidden.has(variable));
    const { settings } = readSettings(profile, Object.fromEntries(visible));
    if (settings.credential.kind !== "application") {
        throw new ConfigurationError([
            "they name no application that a user could give consent to.",
        ]);
    }
    const application = applicationFor(settings, settings.credential, network);
    const scope = application.scope.replace(/\.default$/, "user_impersonation");
    return { ...application, scope };
}
