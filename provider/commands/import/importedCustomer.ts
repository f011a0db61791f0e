import { customerLifecycle } from "../../customer/lifecycle";
import type { CustomerInputs } from "../../customer/shapes";
import { toState } from "../../customer/wire";
import { typeTokenOf } from "../../dynamic/kinds";
import { providerText } from "../../dynamic/providerText";
import type { CloudName } from "../../partnercenter/clouds";
import type { CustomerResource } from "../../partnercenter/types";
import { domainOf } from "./find";
import type { ReadCustomer } from "./readCustomers";

/** A customer on its way into a stack. */
export interface ImportedCustomer {
    /** Name of the resource, other than that of every other. */
    name: string;
    id: string;
    /** What a program declares of it. */
    args: CustomerInputs;
    /** What Pulumi keeps of it. */
    state: object;
}

/** A customer that does not come along. */
export interface LeftOut {
    id: string;
    domain?: string;
    reasons: string[];
}

/** Customers as if this stack had made them, in the order in which they were read. */
export function importedCustomers(
    read: readonly ReadCustomer[],
    cloud: CloudName,
): { customers: ImportedCustomer[]; leftOut: LeftOut[] } {
    const customers: ImportedCustomer[] = [];
    const leftOut: LeftOut[] = [];
    const names = new Set<string>();
    for (const { id, held } of read) {
        if (held === undefined) {
            leftOut.push({
                id,
                reasons: ["Partner Center knows no such customer of this partner."],
            });
            continue;
        }
        const { args, state } = declared(held);
        const problems = problemsOf(args, cloud);
        if (problems.length > 0) {
            leftOut.push({ id, domain: domainOf(held), reasons: problems });
            continue;
        }
        customers.push({ name: newName(held, names), id: held.id, args, state });
    }
    return { customers, leftOut };
}

/** As `pulumi import --file` takes them. Inputs and outputs are given: Pulumi cannot ask a dynamic provider. */
export function importFile(customers: readonly ImportedCustomer[]): object {
    const __provider = providerText("Customer");
    return {
        resources: customers.map(({ name, id, args, state }) => ({
            type: typeTokenOf("Customer"),
            name,
            id,
            inputs: { __provider, ...args },
            outputs: { __provider, ...state },
        })),
    };
}

function declared(held: CustomerResource): { args: CustomerInputs; state: object } {
    const known = {
        companyProfile: { domain: held.companyProfile?.domain ?? "" },
        deletionPolicy: "prevent",
        ...(held.associatedPartnerId && { associatedPartnerId: held.associatedPartnerId }),
    } as const;
    const state = toState(known, held);
    return { args: { ...known, billingProfile: state.billingProfile }, state };
}

/** What a preview would say of a program that declares the customer as it is. */
function problemsOf(args: CustomerInputs, cloud: CloudName): string[] {
    return customerLifecycle.check(args, args, { cloud, isUnknown: () => false }).problems;
}

/** What stands before the first dot of the domain; for others after the first, with a number. */
function newName(held: CustomerResource, names: Set<string>): string {
    const wanted = domainOf(held).split(".")[0] || held.id;
    let name = wanted;
    for (let number = 2; names.has(name); number += 1) {
        name = `${wanted}-${number}`;
    }
    names.add(name);
    return name;
}
