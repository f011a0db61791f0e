import type { ImportedCustomer } from "./importedCustomer";

/** A program that declares customers as they are, so that Pulumi has nothing to do. */
export function programOf(customers: readonly ImportedCustomer[]): string {
    // Another policy than the default is a decision of its own.
    const declared = customers.map(({ name, args: { deletionPolicy: _, ...args } }) => [
        name,
        args,
    ]);
    return `import * as partnercenter from "pulumi-partnercenter";

/** The customers as Partner Center held them when they were imported. */
const declared: Readonly<Record<string, partnercenter.CustomerArgs>> = ${literal(Object.fromEntries(declared))};

export const customers = Object.fromEntries(
    Object.entries(declared).map(([name, args]) => [name, new partnercenter.Customer(name, args)]),
);
`;
}

/** JSON with the quotes that TypeScript does not need left out. */
function literal(value: object): string {
    return JSON.stringify(value, undefined, 4)
        .replace(/^( *)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
        .replace(/(["}\]]|true|false)$/gm, "$1,")
        .replace(/,$/, "");
}
