import { createHash } from "node:crypto";

/** A role of a tenant's directory, which has an id of its own in each tenant. */
export interface DirectoryRole {
    readonly id: string;
    readonly name: string;
}

// The two last ones stand in the sample of get-user-roles-for-a-customer.
const names = [
    "Company Administrator",
    "Billing Administrator",
    "Directory Readers",
    "Directory Writers",
    "Privileged Role Administrator",
    "Service Support Administrator",
    "Helpdesk Administrator",
    "User Account Administrator",
] as const;

export function directoryRolesOf(customerId: string): DirectoryRole[] {
    return names.map((name) => ({ id: directoryRoleId(customerId, name), name }));
}

export function directoryRoleId(customerId: string, name: (typeof names)[number]): string {
    const hash = createHash("sha256").update(`${customerId} ${name}`).digest("hex");
    return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
