import { typeTokenOf } from "../dynamic/kinds";
import { explicitMarker } from "../settings/find";
import * as pulumi from "./pulumi";

/** Where a program's settings come from, beside the environment. */
export interface ProgramSettings {
    /** The provider whose arguments count. */
    provider?: pulumi.ProviderResource | undefined;
    /** A resource whose provider counts, where none is given. */
    parent?: pulumi.Resource | undefined;
    /** Settings by their names. */
    given: Readonly<Record<string, unknown>>;
}

type Configured = Readonly<Record<string, unknown>>;

/**
 * The settings that count for a question of the program: as they would for a resource with these
 * options. What is given, or an explicit provider, stands in the place of the stack's configuration.
 *
 * No answer holds a setting: the output is no secret, whatever stands in it.
 */
export function configuredSettings({
    provider,
    parent,
    given,
}: ProgramSettings): pulumi.Output<Configured> {
    const explicit = provider ?? parent?.getProvider(typeTokenOf("Customer"));
    const members = Object.entries(given).filter(([, value]) => value !== undefined);
    if (explicit === undefined && members.length === 0) {
        return pulumi.output(pulumi.allConfig());
    }
    const settings = {
        ...(explicit && argumentsOf(explicit)),
        ...(members.length > 0 && { [explicitMarker]: "true" }),
        ...Object.fromEntries(members.map(([name, value]) => [`partnercenter:${name}`, value])),
    };
    return pulumi.unsecret(pulumi.output(settings)) as pulumi.Output<Configured>;
}

/** The arguments of a provider, as the engine holds them: its properties by their names. */
function argumentsOf(provider: pulumi.ProviderResource): Configured {
    return Object.fromEntries(
        Object.entries(provider).filter(([name]) => name.startsWith("partnercenter:")),
    );
}
