import type { CustomerResource } from "../../partnercenter/types";
import { UsageError } from "../command";
import { domainOf } from "./find";

/**
 * Lets the person at the terminal choose among customers.
 *
 * @throws UsageError where none is chosen.
 */
export async function choose(found: readonly CustomerResource[]): Promise<CustomerResource[]> {
    const { default: checkbox } = await import("@inquirer/checkbox");
    const choices = found.map((customer) => ({
        value: customer,
        name: `${domainOf(customer)}  ${customer.companyProfile?.companyName ?? ""}`,
        short: domainOf(customer),
    }));
    const chosen = await checkbox(
        { message: `Which of ${found.length} customers?`, choices, pageSize: 15, loop: false },
        // What the command answers goes to standard output.
        { output: process.stderr },
    );
    if (chosen.length === 0) {
        throw new UsageError("no customer was chosen.");
    }
    return chosen;
}
