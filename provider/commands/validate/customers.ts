import { readFile } from "node:fs/promises";
import { messageOf } from "../../partnercenter/errors";
import { UsageError } from "../command";

/** A customer of a file, as far as it can be told apart from the others. */
export interface ListedCustomer {
    /** Its name in the file, or its place in the list. */
    name: string;
    args: unknown;
}

/**
 * Reads a list of customers, or an object that holds them by name.
 *
 * @throws UsageError where the file holds something else.
 */
export async function readCustomers(file: string): Promise<ListedCustomer[]> {
    const text = await readFile(file, "utf8").catch((error) => {
        throw new UsageError(`${file} cannot be read: ${messageOf(error)}`);
    });
    const content = parsed(text, file);
    if (typeof content !== "object" || content === null) {
        throw new UsageError(
            `${file} must hold a list of customers, or an object of them by name.`,
        );
    }
    const listed = Object.entries(content).map(([name, args]) => ({
        name: Array.isArray(content) ? `customer ${Number(name) + 1}` : name,
        args,
    }));
    if (listed.length === 0) {
        throw new UsageError(`${file} holds no customer.`);
    }
    return listed;
}

function parsed(text: string, file: string): unknown {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch (error) {
        throw new UsageError(`${file} is not JSON: ${messageOf(error)}`);
    }
}
