import type { CloudName } from "../partnercenter/clouds";
import { ConfigurationError } from "../partnercenter/errors";
import {
    explicitMarker,
    type NamedCredential,
    type ResolvedSettings,
    resolveSettings,
    type Settings,
    variableOf,
} from "../settings";

/** Settings with a credential: a command can do nothing without. */
export interface CommandSettings extends ResolvedSettings {
    settings: Settings & { credential: NamedCredential };
}

/**
 * The settings as the provider finds them in the environment, or as an explicit `Provider` with this
 * profile does. There is no stack here, and so no configuration of one.
 *
 * @throws ConfigurationError where they are wrong, or name no credential.
 */
export function readSettings(
    profile: string | undefined,
    environment: Readonly<Record<string, string | undefined>> = process.env,
): CommandSettings {
    const resolved = settingsOf(profile, environment);
    const { credential } = resolved.settings;
    if (resolved.problems.length > 0) {
        throw new ConfigurationError(resolved.problems);
    }
    if (credential === undefined) {
        const names = (["tenantId", "clientId", "clientSecret"] as const).map((name) =>
            variableOf(name, profile),
        );
        throw new ConfigurationError([
            `there is no credential in the environment. Set ${names.join(", ")}, or another credential. This command does not read the configuration of a stack.`,
        ]);
    }
    return { ...resolved, settings: { ...resolved.settings, credential } };
}

/**
 * The cloud alone, for what needs no credential.
 *
 * @throws ConfigurationError where the settings are wrong.
 */
export function readCloud(
    profile: string | undefined,
    environment: Readonly<Record<string, string | undefined>> = process.env,
): CloudName {
    const { settings, problems } = settingsOf(profile, environment);
    if (problems.length > 0) {
        throw new ConfigurationError(problems);
    }
    return settings.cloud;
}

function settingsOf(
    profile: string | undefined,
    environment: Readonly<Record<string, string | undefined>>,
): ResolvedSettings {
    const explicit = { [explicitMarker]: "true", "partnercenter:profile": profile };
    const configured: Record<string, unknown> = profile === undefined ? {} : explicit;
    return resolveSettings({ configured: (key) => configured[key], environment });
}
