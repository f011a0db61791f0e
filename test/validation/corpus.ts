import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Customer } from "./judges";

/** A customer of the corpus: a country's good one, with some members changed. */
export interface Case {
    /** What is special about it. */
    title: string;
    verdict: "accepted" | "refused";
    /** Values by dotted path; null takes a member away. */
    change?: Readonly<Record<string, unknown>>;
    /** Every fault that the preview reports, word by word. */
    messages?: readonly string[];
    /** Every warning, without the domain in front. */
    warnings?: readonly string[];
}

/** One country of a file. */
interface Country {
    customer: Customer;
    cases: readonly Case[];
}

export interface LoadedCase extends Case {
    country: string;
    customer: Customer;
}

const folder = join(__dirname, "corpus");

/** Every customer of the corpus; each has a domain of its own, unless the case is about domains. */
export function corpus(): LoadedCase[] {
    return corpusFiles().flatMap((file) =>
        readCountries(file).flatMap(({ customer, cases }) => {
            const { country } = customer.billingProfile.defaultAddress;
            return cases.map((one, index) => ({
                ...one,
                country,
                customer: changed(customer, {
                    "companyProfile.domain": `case-${country.toLowerCase()}-${index}.onmicrosoft.com`,
                    ...one.change,
                }),
            }));
        }),
    );
}

export function corpusFiles(): string[] {
    return readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => join(folder, name));
}

export function readCountries(file: string): Country[] {
    return (JSON.parse(readFileSync(file, "utf8")) as { countries: Country[] }).countries;
}

/** A copy with the values at some dotted paths replaced. */
export function changed(customer: Customer, change: Readonly<Record<string, unknown>>): Customer {
    const copy = structuredClone(customer) as unknown as Record<string, unknown>;
    for (const [path, value] of Object.entries(change)) {
        const [last = "", ...parents] = path.split(".").reverse();
        const members = parents
            .reverse()
            .reduce((inner, name) => inner[name] as Record<string, unknown>, copy);
        if (value === null) {
            delete members[last];
        } else {
            members[last] = value;
        }
    }
    return copy as unknown as Customer;
}
