import { appendFile, readFile, writeFile } from "node:fs/promises";
import { readCustomer } from "../../customer/billingProfile";
import type { PartnerCenter } from "../../partnercenter/client";
import { isGone, messageOf, PartnerCenterError } from "../../partnercenter/errors";
import type { CustomerResource } from "../../partnercenter/types";
import { showProgress } from "./progress";

/** How long what was read before an interruption counts as what is there, in milliseconds. */
const freshForMs = 60 * 60 * 1000;

/** A customer that was read, or is none of this partner's. */
export interface ReadCustomer {
    id: string;
    held?: CustomerResource;
    /** When, in milliseconds since 1970. */
    at: number;
}

/**
 * Reads customers, each with its billing profile, and keeps what was read in a file as it goes, so that
 * an interrupted run goes on where it was.
 *
 * @param named Their tenant ids, in any casing; one may be there twice.
 * @param begin Begins the operation of one customer.
 * @throws PartnerCenterError where some could not be read; what was read is kept.
 */
export async function readCustomers(
    named: readonly string[],
    begin: () => PartnerCenter,
    keptIn: string,
): Promise<ReadCustomer[]> {
    // Of a customer that is named twice, a stack must not have two resources.
    const ids = [...new Map(named.map((id) => [id.toLowerCase(), id])).values()];
    const read = await readKept(keptIn);
    const missing = ids.filter((id) => !read.has(id));
    const failures: unknown[] = [];
    const progress = showProgress(ids.length);
    let done = ids.length - missing.length;
    progress(done);
    await Promise.all(
        missing.map(async (id) => {
            try {
                const customer = { id, ...(await held(id, begin())), at: Date.now() };
                await appendFile(keptIn, `${JSON.stringify(customer)}\n`, { mode: 0o600 });
                read.set(id, customer);
                done += 1;
                progress(done);
            } catch (error) {
                failures.push(error);
            }
        }),
    );
    if (failures.length > 0) {
        throw new PartnerCenterError(
            `${failures.length} of ${ids.length} customers could not be read; what was read is kept in ${keptIn}, and the same command goes on from there. The first: ${messageOf(failures[0])}`,
        );
    }
    return ids.flatMap((id) => read.get(id) ?? []);
}

async function held(id: string, client: PartnerCenter): Promise<{ held?: CustomerResource }> {
    try {
        return { held: await readCustomer(id, client) };
    } catch (error) {
        if (isGone(error)) {
            return {};
        }
        throw error;
    }
}

/** What an earlier run has read, as far as it is whole and new. */
async function readKept(file: string): Promise<Map<string, ReadCustomer>> {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") {
            return "";
        }
        throw error;
    });
    // A kill may have cut the last line short; what is written next must not join it.
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    if (whole !== text) {
        await writeFile(file, whole, { mode: 0o600 });
    }
    const customers = whole
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as ReadCustomer)
        .filter(({ at }) => Date.now() - at < freshForMs);
    return new Map(customers.map((customer) => [customer.id, customer]));
}
