import type { ProviderResource, Resource, Unwrap } from "@pulumi/pulumi";
import type { TokenCredential } from "../partnercenter/auth/givenCredential";
import type { PartnerCenter } from "../partnercenter/client";
import { settled } from "./outputs";
import type { ProviderArgs } from "./provider";
import { configuredSettings } from "./settings";

/**
 * Whose Partner Center is asked. In a Pulumi program the settings are found as for a resource: in the
 * stack's configuration and in the environment, or, with `provider` or `parent`, in that provider's
 * arguments. Elsewhere they come from the environment (`PARTNERCENTER_<KEY_IN_UPPER_SNAKE_CASE>`).
 *
 * The settings of a `Provider` can also be given here, as plain values. They count before the
 * environment, and instead of the stack's configuration.
 */
export type PartnerCenterOptions = {
    [Name in keyof ProviderArgs]?: Unwrap<ProviderArgs[Name]> | undefined;
} & {
    /** The explicit provider whose settings count. */
    provider?: ProviderResource | undefined;
    /** The resource whose provider counts, where there is no `provider`. */
    parent?: Resource | undefined;
    /** Signs in instead of what the settings name. */
    credential?: TokenCredential | undefined;
    /**
     * Is told of each new refresh token, which lives 90 days from then. With `refreshTokenFilePath` it
     * goes to that file instead.
     */
    onRefreshToken?: ((refreshToken: string) => void | Promise<void>) | undefined;
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
 * Opens Partner Center for programs that use its client directly. Nothing is asked for before the
 * first call. Within a process the same settings, or the same `credential`, share one connection and
 * one token.
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
    provider,
    parent,
    ...given
}: PartnerCenterOptions = {}): Promise<OpenPartnerCenter> {
    // A program that only declares resources loads none of these.
    const [{ sharedConnection }, { PartnerCenter }, { PartnerCenterError }] = await Promise.all([
        import("./connections.js"),
        import("../partnercenter/client.js"),
        import("../partnercenter/errors.js"),
    ]);
    const configured = await settled(configuredSettings({ provider, parent, given }));
    if (configured === undefined) {
        throw new PartnerCenterError(
            "The arguments of the explicit provider are not known yet, at this preview. Use the Output form of the function, which waits for them.",
        );
    }
    const connection = sharedConnection(
        { configured: (key) => configured.value[key], environment: process.env },
        { credential, onRefreshToken },
    );
    return { begin: () => new PartnerCenter(connection.begin()) };
}
