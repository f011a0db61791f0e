import type { Context } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Env, Service } from "../../service";
import { requireUser } from "../http/authorisation";
import { invalidInput } from "../http/errors";
import { readFilter } from "../http/filter";
import { pageWire } from "../http/paging";
import { queryOf } from "../http/query";
import { listedCustomers } from "./access";
import { listedCustomerWire } from "./wire";

const fields = {
    companyname: (customer: CustomerRecord) => customer.company.companyName ?? "",
    domain: (customer: CustomerRecord) => customer.domain,
    indirectreseller: (customer: CustomerRecord) => customer.associatedPartnerId ?? "",
} as const;

/** One page of the partner's customers (docs: get-a-list-of-customers, get-a-customer-by-name). */
export function customerList(service: Service, c: Context<Env>): Record<string, unknown> {
    const filter = queryOf(c, "filter");
    const isAsked = filter === undefined ? () => true : filterOf(filter, c);
    const matching = listedCustomers(service, isAsked);
    return pageWire(matching, listedCustomerWire, "/customers", c, service.settings.uncertain);
}

function filterOf(text: string, c: Context<Env>): (customer: CustomerRecord) => boolean {
    const { field, matches } = readFilter(text);
    if (field === "indirectreseller") requireUser(c);
    const fieldOf = Object.entries(fields).find(([known]) => known === field)?.[1];
    if (fieldOf === undefined) throw invalidInput("filter", `there is no field ${field}`);
    return (customer) => matches(fieldOf(customer));
}
