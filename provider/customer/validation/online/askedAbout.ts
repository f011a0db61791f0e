import type { AddressResource } from "../../../partnercenter/types";

/** The members of an address that decide whether it exists. */
export const addressMembers = [
    "addressLine1",
    "addressLine2",
    "city",
    "state",
    "postalCode",
    "country",
] as const satisfies readonly (keyof AddressResource)[];

interface Parts {
    readonly [name: string]: Parts | "whole";
}

const asked: Parts = {
    companyProfile: { domain: "whole" },
    billingProfile: {
        defaultAddress: Object.fromEntries(addressMembers.map((name) => [name, "whole"])),
    },
    associatedPartnerId: "whole",
};

/**
 * What the service is asked about before a customer exists, of arguments that may be unknown at any depth.
 * About one who is to be taken over there are no such questions.
 */
export function askedAbout(inputs: { existingCustomerId?: unknown }): object | undefined {
    return inputs.existingCustomerId === undefined ? (partsOf(inputs, asked) as object) : undefined;
}

function partsOf(value: unknown, parts: Parts | "whole"): unknown {
    if (parts === "whole" || typeof value !== "object" || value === null) {
        return value ?? undefined;
    }
    const members = value as Record<string, unknown>;
    return Object.fromEntries(
        Object.entries(parts).map(([name, inner]) => [name, partsOf(members[name], inner)]),
    );
}
