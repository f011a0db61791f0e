import type { ImportedCustomer, LeftOut } from "./importedCustomer";

/** What was done, for a person to read, and what to run next. */
export interface Imported {
    customers: readonly ImportedCustomer[];
    leftOut: readonly LeftOut[];
    file: string;
    program: string | undefined;
}

export function inWords({ customers, leftOut, file, program }: Imported): string {
    const lines = [
        ...customers.map(({ id, name }) => `${id}  ${name}`),
        ...leftOut.flatMap(({ id, domain = "", reasons }) => [
            `${id}  left out: ${domain}`,
            ...reasons.map((reason) => `  - ${reason}`),
        ]),
        `${count(customers.length, "customer")} in ${file}${program === undefined ? "" : `, and declared in ${program}`}.`,
        ...(leftOut.length === 0 ? [] : [`${count(leftOut.length, "customer")} left out.`]),
        ...(customers.length === 0
            ? []
            : [`Now run: pulumi import --file ${file} --generate-code=false --protect=false`]),
    ];
    return `${lines.join("\n")}\n`;
}

function count(number: number, what: string): string {
    return `${number} ${what}${number === 1 ? "" : "s"}`;
}
