import * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "./partnercenter/clouds";
import { explicitMarker } from "./settings";

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

    /** A token made elsewhere, used as it is. The only one of these that can be for application and user. */
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
     * Seconds for one attempt of one call. The service may take minutes to create a customer.
     *
     * @defaultValue `180`
     */
    requestTimeoutSeconds?: pulumi.Input<number>;

    /**
     * Seconds for one operation with all its calls, attempts and waits.
     *
     * @defaultValue `600`
     */
    retryBudgetSeconds?: pulumi.Input<number>;

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
        const { clientSecret, accessToken, ...open } = args;
        const secrets = { clientSecret, accessToken };
        super(
            "pulumi-nodejs",
            name,
            {
                [explicitMarker]: "true",
                ...namespaced(open),
                ...namespaced(secrets, pulumi.secret),
            },
            opts,
        );
    }
}

function namespaced(
    members: Record<string, unknown>,
    wrap: (value: unknown) => unknown = (value) => value,
): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(members)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => [`partnercenter:${name}`, wrap(value)]),
    );
}
