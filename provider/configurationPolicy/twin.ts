import type {
    ConfigurationPolicyResource,
    PolicyMembers,
} from "../partnercenter/configurationPolicies";
import { PartnerCenterError } from "../partnercenter/errors";
import type { PolicyInputs } from "./shapes";

/**
 * The policy that is there already as it is declared: an earlier run that was cut short made it, or a
 * person did.
 *
 * @throws PartnerCenterError where the one of that name is another one.
 */
export function twinOf(
    inputs: PolicyInputs,
    held: readonly ConfigurationPolicyResource[],
): ConfigurationPolicyResource | undefined {
    const named = held.filter(({ name }) => name === inputs.name);
    const twin = named.find((policy) => isEqual(policy, inputs));
    const [other] = named;
    if (twin === undefined && other !== undefined) {
        throw new PartnerCenterError(
            `name: customer ${inputs.customerId} has a configuration policy "${inputs.name}" already (${other.id}), and it is another one: ${inWords(other)}. To take it over, declare it as it is, and change it afterwards; else choose another name.`,
        );
    }
    return twin;
}

export function isEqual(one: Partial<PolicyMembers>, other: Partial<PolicyMembers>): boolean {
    return (
        one.name === other.name &&
        (one.description ?? "") === (other.description ?? "") &&
        areSameSettings(one.policySettings, other.policySettings)
    );
}

/** Settings are flags: neither their order counts, nor `none`. */
export function areSameSettings(
    one: readonly string[] = [],
    other: readonly string[] = [],
): boolean {
    const flags = (settings: readonly string[]) => {
        const names = settings.map((setting) => setting.toLowerCase());
        return [...new Set(names)].filter((name) => name !== "none").sort();
    };
    return flags(one).join() === flags(other).join();
}

function inWords({ description, policySettings = [] }: ConfigurationPolicyResource): string {
    const described = description ? `, description "${description}"` : "";
    return `policySettings ${policySettings.join(", ") || "none"}${described}`;
}
