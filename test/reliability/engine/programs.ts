import { createHash } from "node:crypto";
import { providerText } from "../../../provider/dynamic/providerText";
import { inputsWith } from "../../provider/fixtures";
import type { Members } from "./wire";

/** The tenant of a reseller whom every simulated partner has. */
export const resellerId = "b01b1487-b36e-4e6d-9b5e-0b58974c4b28";

/** What a program says of a customer otherwise than the plain one does. */
export interface Wishes {
    billing?: object;
    address?: object;
    deletionPolicy?: string | undefined;
    existingCustomerId?: string | undefined;
    associatedPartnerId?: string | undefined;
    enableGDAPByDefault?: boolean | undefined;
}

/** The domain of the customer that a resource of this name declares. */
export function domainOf(name: string): string {
    return `${name}.onmicrosoft.com`;
}

/** The key that a resource of this name gets, in the place of its URN's hash. */
export function requestKeyOf(name: string): string {
    return createHash("sha256").update(name).digest("base64url").slice(0, 22);
}

/** The arguments as the resource class hands them to the engine. */
export function declared(
    name: string,
    { billing = {}, address = {}, ...more }: Wishes = {},
): Members {
    const {
        companyProfile: _,
        deletionPolicy: __,
        requestKey: ___,
        ...inputs
    } = inputsWith({ companyName: `${name} Ltd.`, ...billing }, address);
    const given = Object.entries(more).filter(([, value]) => value !== undefined);
    return {
        ...inputs,
        ...Object.fromEntries(given),
        companyProfile: { domain: domainOf(name) },
        requestKey: requestKeyOf(name),
        __provider: providerText("Customer"),
    };
}
