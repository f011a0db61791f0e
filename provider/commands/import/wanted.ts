import type { PartnerCenter } from "../../partnercenter/client";
import { guidPattern, notGuid } from "../../validation/guid";
import { UsageError } from "../command";
import { choose } from "./choose";
import { type Filter, findCustomers } from "./find";

/** Which customers the command is asked for; without any member, the person at the terminal chooses. */
export interface Wanted {
    ids?: readonly string[];
    filter?: Filter;
}

/** @throws UsageError where the arguments say nothing, or contradict each other. */
export function wantedBy(
    ids: readonly string[],
    { domain, company, all = false }: Filter & { all?: boolean | undefined },
): Wanted {
    if (domain === "" || company === "") {
        throw new UsageError("an empty filter finds every customer; if that is meant, say --all.");
    }
    const isFiltered = domain !== undefined || company !== undefined || all;
    if (ids.length > 0 && isFiltered) {
        throw new UsageError("give tenant ids, or a filter, not both.");
    }
    const wrong = ids.filter((id) => !guidPattern.test(id));
    if (wrong.length > 0) {
        throw new UsageError(`a tenant id ${notGuid}, which this is not: ${wrong.join(", ")}.`);
    }
    const mayAsk = process.stdin.isTTY && process.stderr.isTTY;
    if (ids.length === 0 && !isFiltered && !mayAsk) {
        throw new UsageError("say which customers: tenant ids, --domain, --company or --all.");
    }
    return {
        ...(ids.length > 0 && { ids }),
        ...(isFiltered && { filter: { domain, company } }),
    };
}

/** The tenant ids of those customers. */
export async function idsOf(
    { ids, filter }: Wanted,
    client: PartnerCenter,
): Promise<readonly string[]> {
    if (ids !== undefined) {
        return ids;
    }
    const found = await findCustomers(filter ?? {}, client);
    const chosen = filter === undefined ? await choose(found) : found;
    return chosen.map(({ id }) => id);
}
