import type { DeviceTask } from "../../records/devices";
import type { Uncertain } from "../../uncertain";
import { bind, membersOf } from "../http/bind";
import { failureOf, invalidInput } from "../http/errors";
import { missing, refuse } from "../http/problem";

const identityShape = {
    serialNumber: "text",
    productKey: "text",
    hardwareHash: "text",
    modelName: "text",
    oemManufacturerName: "text",
} as const;

/** The devices of an upload. @throws ServiceFailure 400 where there is none. */
export function newDevices(list: unknown, uncertain: Uncertain): DeviceTask[] {
    return listOf(list).map((item) => ({
        ...bind(identityShape, item, "devices"),
        ...policyIn(item, uncertain),
    }));
}

/** The devices of a `DevicePolicyUpdateRequest`. @throws ServiceFailure 400 where one has no id. */
export function policyUpdates(body: unknown, uncertain: Uncertain): DeviceTask[] {
    return listOf(membersOf(body).get("devices")).map((item) => {
        const { id = "" } = bind({ id: "text" } as const, item, "devices");
        if (id === "") refuse([missing("id")]);
        return { id: id.toLowerCase(), ...policyIn(item, uncertain) };
    });
}

function listOf(value: unknown): readonly unknown[] {
    if (Array.isArray(value) && value.length > 0) return value;
    throw invalidInput("devices", "a list is expected, with at least one device");
}

/** The one category of policies is that of the out-of-box experience. */
function policyIn(item: unknown, { noDevicePolicies }: Uncertain): Pick<DeviceTask, "policyId"> {
    const policies = membersOf(item).get("policies") ?? undefined;
    if (policies === undefined) return {};
    if (!Array.isArray(policies)) throw invalidInput("policies", "a list is expected");
    if (policies.length === 0 && noDevicePolicies !== "accepted") {
        throw failureOf(noDevicePolicies, "Sequence contains no matching element");
    }
    const [first] = policies.map(membersOf).filter((policy) => policy.get("key") === "o_o_b_e");
    const value = first?.get("value");
    return { policyId: typeof value === "string" ? value.toLowerCase() : null };
}
