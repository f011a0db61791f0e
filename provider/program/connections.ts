import { createHash } from "node:crypto";
import { givenCredential, type TokenCredential } from "../partnercenter/auth/givenCredential";
import { clouds } from "../partnercenter/clouds";
import type { Connection } from "../partnercenter/connection";
import { type ResolvedSettings, resolveSettings, type SettingsSource } from "../settings";
import { connect } from "../settings/connect";
import { credentialFor } from "../settings/credentialFor";

/** What a program signs in with beside its settings. It is known by its identity alone. */
export interface OwnSignIn {
    credential?: TokenCredential | undefined;
    onRefreshToken?: ((refreshToken: string) => void | Promise<void>) | undefined;
}

/** The connections of this process, by sign-in and by a digest of the settings: a key holds no secret. */
const connections = new WeakMap<object, Map<string, Connection>>();
const bySettingsAlone = {};

/**
 * The one connection of this process for these settings, and with it one token, however many
 * questions a program asks.
 *
 * @throws ConfigurationError with every fault of the settings.
 */
export function sharedConnection(source: SettingsSource, signIn: OwnSignIn): Connection {
    const resolved = resolveSettings(source);
    const own = signIn.credential ?? signIn.onRefreshToken ?? bySettingsAlone;
    const ofSignIn = connections.get(own) ?? new Map<string, Connection>();
    connections.set(own, ofSignIn);
    const key = createHash("sha256").update(JSON.stringify(resolved.settings)).digest("base64");
    const connection = ofSignIn.get(key) ?? newConnection(resolved, signIn);
    ofSignIn.set(key, connection);
    return connection;
}

function newConnection(
    resolved: ResolvedSettings,
    { credential, onRefreshToken }: OwnSignIn,
): Connection {
    return connect(resolved, (settings, network) =>
        credential === undefined
            ? credentialFor(settings, network, onRefreshToken)
            : givenCredential(credential, clouds[settings.cloud].scope),
    );
}
