import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type CustomerArgs, validateCustomers } from "pulumi-partnercenter";
import { listCsv } from "./csv";
import { listJson } from "./json";
import type { Fault, ListedCustomer, Listing } from "./listing";

/** A customer of the fleet. */
export interface FleetCustomer {
    /** In lower case: the resource's name, and what the shard is found by. */
    domain: string;
    args: CustomerArgs;
}

/** A file of customers is wrong; the message says everything that is, each with its line. */
export class FaultyFile extends Error {
    override readonly name = "FaultyFile";
}

const readers: Readonly<Record<string, (text: string) => Listing>> = {
    ".csv": listCsv,
    ".json": listJson,
};

/**
 * Reads the customers of a file, and checks all that can be known without asking anybody.
 *
 * @param file CSV with a column for each member, or JSON: a list, or an object by name.
 * @throws FaultyFile with every fault of every line.
 */
export async function readCustomers(file: string): Promise<FleetCustomer[]> {
    const list = readers[extname(file).toLowerCase()];
    if (list === undefined) {
        throw new FaultyFile(`${file}: customers are read from a .csv or a .json file.`);
    }
    const text = await readFile(file, "utf8").catch((error: Error) => {
        throw new FaultyFile(`${file} cannot be read: ${error.message}`);
    });
    const { customers, faults } = list(text);
    const all = [...faults, ...(await faultsOf(customers))].sort((a, b) => a.line - b.line);
    if (all.length > 0) {
        const lines = all.map((fault) => `${file}:${fault.line}: ${fault.text}`);
        throw new FaultyFile([`${count(all)}, and nothing was run:`, ...lines].join("\n"));
    }
    // Their shape was checked.
    return customers.map(({ args }) => fleetCustomer(args as PlainArgs));
}

type PlainArgs = CustomerArgs & { companyProfile: { domain: string } };

function fleetCustomer(args: PlainArgs): FleetCustomer {
    return { domain: args.companyProfile.domain.toLowerCase(), args };
}

/** What a preview would refuse without asking the service, and domains that are there twice. */
async function faultsOf(customers: readonly ListedCustomer[]): Promise<Fault[]> {
    const named = customers.map(({ args, lineOf }) => ({ name: `line ${lineOf("")}`, args }));
    const validation = await validateCustomers(named, { offline: true });
    return validation.customers.flatMap(({ problems }, place) =>
        problems.map((text) => ({
            line: customers[place]?.lineOf(text.split(":")[0] ?? "") ?? 1,
            text,
        })),
    );
}

function count({ length }: readonly Fault[]): string {
    return length === 1 ? "The file has a fault" : `The file has ${length} faults`;
}
