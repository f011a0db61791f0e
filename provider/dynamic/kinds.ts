/** The kinds of resources; each is an export of `pulumi-partnercenter/provider`. */
export type Kind = "Customer";

/** The type of a kind in every state: it never changes. */
export function typeTokenOf(kind: Kind): string {
    return `pulumi-nodejs:dynamic/partnercenter:${kind}`;
}
