import { customerLifecycle } from "../../customer/lifecycle";
import type { CustomerInputs } from "../../customer/shapes";
import { withoutAbsent } from "../../dynamic/values";
import { Inquiry } from "../../lifecycle/inquiry";
import {
    type CheckContext,
    type Checked,
    type Foresight,
    foresightOf,
} from "../../lifecycle/lifecycle";
import type { PartnerCenter } from "../../partnercenter/client";
import type { CloudName } from "../../partnercenter/clouds";
import { messageOf } from "../../partnercenter/errors";
import { beyond } from "../../validation/sentences";
import type { ListedCustomer } from "./customers";

/** What is said of one customer. */
export interface Verdict {
    name: string;
    domain?: string;
    isValid: boolean;
    problems: string[];
    warnings: string[];
}

/** What `partnercenter validate` found out; with `--json`, this is what it prints. */
export interface Validation {
    isValid: boolean;
    customers: Verdict[];
    /** What could not be asked. */
    warnings: string[];
}

/** How customers are checked. */
export interface ValidationOptions {
    cloud: CloudName;
    /** Asks the service; without, only what can be known offline is checked. */
    client?: (() => PartnerCenter) | undefined;
}

/** Checks customers as a preview does, some at a time, and makes none. */
export async function validateCustomers(
    listed: readonly ListedCustomer[],
    { cloud, client }: ValidationOptions,
): Promise<Validation> {
    const inquiry = client === undefined ? undefined : new Inquiry(client);
    const waiting = [...listed.entries()];
    const customers: Verdict[] = [];
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            const [place, customer] = next;
            customers[place] = await judge(customer, cloud, inquiry, client);
        }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    rememberTwins(customers);
    return {
        isValid: customers.every(({ isValid }) => isValid),
        customers,
        warnings: inquiry?.takeWarnings() ?? [],
    };
}

async function judge(
    { name, args }: ListedCustomer,
    cloud: CloudName,
    inquiry: Inquiry | undefined,
    client: (() => PartnerCenter) | undefined,
): Promise<Verdict> {
    if (typeof args !== "object" || args === null || Array.isArray(args)) {
        return { name, isValid: false, problems: ["must be an object."], warnings: [] };
    }
    // A file has no outputs of resources: everything is known.
    const context: CheckContext = { cloud, isUnknown: () => false };
    const declared = withoutAbsent(args) as CustomerInputs;
    const checked = customerLifecycle.check(undefined, declared, context);
    const foresight = await foreseen(checked, context, inquiry, client);
    const problems = [...checked.problems, ...beyond(checked.problems, foresight.problems)];
    const { domain } = (args as Partial<CustomerInputs>).companyProfile ?? {};
    return {
        name,
        ...(typeof domain === "string" && { domain }),
        isValid: problems.length === 0,
        problems,
        warnings: beyond(problems, [
            ...checked.warnings,
            ...foresight.warnings,
            ...foresight.notes.map((note) => `existingCustomerId: ${note}`),
        ]),
    };
}

async function foreseen(
    { inputs, problems }: Checked<CustomerInputs>,
    context: CheckContext,
    inquiry: Inquiry | undefined,
    client: (() => PartnerCenter) | undefined,
): Promise<Foresight> {
    if (inquiry === undefined || client === undefined) {
        return foresightOf();
    }
    const isComplete = problems.length === 0;
    const asking = { ...context, isComplete, onlineValidation: "error", inquiry, client } as const;
    try {
        return await customerLifecycle.foresee(inputs, asking);
    } catch (error) {
        return foresightOf({ warnings: [`Not checked: ${messageOf(error)}`] });
    }
}

/** Two customers of one file cannot have the same domain: the second one would be refused. */
function rememberTwins(customers: readonly Verdict[]): void {
    const firstOf = new Map<string, string>();
    for (const customer of customers) {
        const domain = customer.domain?.toLowerCase() ?? "";
        const first = firstOf.get(domain);
        if (domain !== "" && first !== undefined) {
            customer.problems.push(`companyProfile.domain: is the domain of ${first} too.`);
            customer.isValid = false;
        } else {
            firstOf.set(domain, customer.name);
        }
    }
}
