import type { CloudName } from "../partnercenter/clouds";
import { explicitMarker } from "../settings/find";
import { type SettingName, secretSettings } from "../settings/names";
import type { OnlineValidation } from "../settings/resolve";
import * as pulumi from "./pulumi";

/**
 * Settings of one partner. Each may also stand in the stack's configuration (`partnercenter:<key>`)
 * and in the environment (`PARTNERCENTER_<KEY_IN_UPPER_SNAKE_CASE>`); for the resources of an explicit
 * provider its arguments count before both.
 */
export interface ProviderArgs {
    /**
     * `global`, `usGov` or `china` (21Vianet): API, token scope and sign-in together.
     *
     * @defaultValue `"global"`
     */
    cloud?: pulumi.Input<CloudName>;

    /** The partner's tenant: its id or one of its domains. */
    tenantId?: pulumi.Input<string>;

    /** The application that signs in, a GUID. */
    clientId?: pulumi.Input<string>;

    /** The application's secret. Stands in the state encrypted; with `profile` not at all. */
    clientSecret?: pulumi.Input<string>;

    /** A PEM file with the application's certificate and its private key. Better than a secret. */
    clientCertificatePath?: pulumi.Input<string>;

    /** Password of the private key in that file. */
    clientCertificatePassword?: pulumi.Input<string>;

    /** A token of the pipeline's identity provider, by workload identity federation. */
    oidcToken?: pulumi.Input<string>;

    /** A file with such a token; it is read anew for each sign-in. */
    oidcTokenFilePath?: pulumi.Input<string>;

    /** Asks the pipeline itself for such a token: GitHub Actions and Azure Pipelines. */
    useOidc?: pulumi.Input<boolean>;

    /** Signs in with the identity that Azure gives to this machine; `clientId` says which, if several. */
    useManagedIdentity?: pulumi.Input<boolean>;

    /** Signs in as the user of the Azure CLI: for a developer's desk. */
    useAzureCli?: pulumi.Input<boolean>;

    /**
     * Signs in as application and user (Secure Application Model), together with the application's
     * secret or certificate. Lives 90 days from its last use.
     */
    refreshToken?: pulumi.Input<string>;

    /** A file with the refresh token. Each new one takes its place there, so that it stays valid. */
    refreshTokenFilePath?: pulumi.Input<string>;

    /** A token made elsewhere, used as it is. */
    accessToken?: pulumi.Input<string>;

    /** Base of all calls, instead of the cloud's: `https://localhost:8443`. */
    apiUrl?: pulumi.Input<string>;

    /** Microsoft Entra ID, instead of the cloud's. */
    authorityUrl?: pulumi.Input<string>;

    /**
     * Language of the texts that the service answers.
     *
     * @defaultValue `"en-US"`
     */
    locale?: pulumi.Input<string>;

    /**
     * Whether a preview asks the service about customers that do not exist yet: its rules for their
     * country, whether the domain is free, whether the address is a real one, whether the reseller is
     * known. `error` refuses what is wrong, `warn` says it and goes on, `off` asks nothing.
     *
     * @defaultValue `"error"`
     */
    onlineValidation?: pulumi.Input<OnlineValidation>;

    /**
     * Seconds for one attempt of one call. The service may take minutes to create a customer.
     *
     * @defaultValue `180`
     */
    requestTimeoutSeconds?: pulumi.Input<number>;

    /**
     * Seconds for one operation with all its calls, attempts and waits. The time for which a call waits for
     * its turn, because of the two limits that follow, does not count.
     *
     * @defaultValue `600`
     */
    retryBudgetSeconds?: pulumi.Input<number>;

    /**
     * Calls under way at once. The questions of a preview, which change nothing, are not among them.
     *
     * @defaultValue `16`
     */
    maxConcurrency?: pulumi.Input<number>;

    /**
     * Requests that are sent in any minute to one resource of the service, repeated ones included; 0 for
     * no limit. By default as many as the service documents for customers. Programs that use one partner
     * tenant at the same time share its limit: give each its part.
     *
     * @defaultValue `500`
     * @see https://learn.microsoft.com/partner-center/developer/customer-resources
     */
    maxRequestsPerMinute?: pulumi.Input<number>;

    /**
     * Name of a set of environment variables that count before these arguments, on every operation:
     * with `eu`, `PARTNERCENTER_EU_CLIENT_SECRET` and so on. Keeps secrets out of the state.
     */
    profile?: pulumi.Input<string>;
}

/**
 * One partner tenant. A partner has one for each sales region: give each its own provider.
 *
 * @example
 * ```typescript
 * const europe = new partnercenter.Provider("europe", { profile: "eu" });
 * const contoso = new partnercenter.Customer("contoso", args, { provider: europe });
 * ```
 */
export class Provider extends pulumi.ProviderResource {
    constructor(name: string, args: ProviderArgs = {}, opts?: pulumi.ResourceOptions) {
        const inputs = Object.entries(args)
            .filter(([, value]) => value !== undefined)
            .map(([key, value]) => [
                `partnercenter:${key}`,
                secretSettings.has(key as SettingName) ? pulumi.secret(value) : value,
            ]);
        super(
            "pulumi-nodejs",
            name,
            { [explicitMarker]: "true", ...Object.fromEntries(inputs) },
            opts,
        );
    }
}
