import type { Unwrap } from "@pulumi/pulumi";
import type { TokenCredential } from "./partnercenter/auth/givenCredential";
import type { PartnerCenter } from "./partnercenter/client";
import type { ProviderArgs } from "./provider";

/**
 * Settings of one partner: those of a `Provider`, as plain values. Each that is absent is looked for
 * in the environment (`PARTNERCENTER_<KEY_IN_UPPER_SNAKE_CASE>`).
 */
export type PartnerCenterOptions = {
    [Name in keyof ProviderArgs]?: Unwrap<ProviderArgs[Name]> | undefined;
} & {
    /** Signs in instead of what the settings name. */
    credential?: TokenCredential;
    /**
     * Is told of each new refresh token, which lives 90 days from then. With `refreshTokenFilePath` it
     * goes to that file instead.
     */
    onRefreshToken?: (refreshToken: string) => void | Promise<void>;
};

/** One partner's Partner Center. Token, connections and pauses are shared by all that begins here. */
export interface OpenPartnerCenter {
    /**
     * Begins an operation: its calls belong together, carry one correlation id, and share one time
     * budget (`retryBudgetSeconds`), which runs from now on. Begin another one for the next task.
     */
    begin(): PartnerCenter;
}

/**
 * Opens Partner Center for programs that use its client directly, without Pulumi. Nothing is asked
 * for before the first call.
 *
 * @throws ConfigurationError with every fault of the settings.
 * @example
 * ```typescript
 * const partnerCenter = await openPartnerCenter({ credential: new DefaultAzureCredential() });
 * const customers = await partnerCenter.begin().findCustomersByDomain("contoso");
 * ```
 */
export async function openPartnerCenter({
    credential,
    onRefreshToken,
    ...args
}: PartnerCenterOptions = {}): Promise<OpenPartnerCenter> {
    // A program that only declares resources loads none of these.
    const [
        { connect },
        { credentialFor },
        { givenCredential },
        { PartnerCenter },
        { clouds },
        { explicitMarker, resolveSettings },
    ] = await Promise.all([
        import("./connect.js"),
        import("./credential.js"),
        import("./partnercenter/auth/givenCredential.js"),
        import("./partnercenter/client.js"),
        import("./partnercenter/clouds.js"),
        import("./settings/index.js"),
    ]);
    const configured = new Map<string, unknown>([
        [explicitMarker, true],
        ...Object.entries(args).map(([name, value]) => [`partnercenter:${name}`, value] as const),
    ]);
    const resolved = resolveSettings({
        configured: (key) => configured.get(key),
        environment: process.env,
    });
    const connection = connect(resolved, (settings, network) =>
        credential === undefined
            ? credentialFor(settings, network, onRefreshToken)
            : givenCredential(credential, clouds[settings.cloud].scope),
    );
    return { begin: () => new PartnerCenter(connection.begin()) };
}
