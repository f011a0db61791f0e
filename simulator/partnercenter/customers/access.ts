import type { CustomerRecord } from "../../records/customers";
import type { Service } from "../../service";
import { ServiceFailure } from "../http/errors";

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
    return guid.test(text);
}

/**
 * The customer of a path, if the partner may see it now.
 *
 * @throws ServiceFailure where the id is malformed, no such customer is there (yet or any more), or
 *     the customer has left the partner.
 */
export function getCustomer(service: Service, id: string): CustomerRecord {
    if (!isGuid(id)) throw new ServiceFailure(400, 900118, `The customer id ${id} is invalid.`);
    const customer = findReadable(service, id);
    if (customer === undefined) throw tenantNotFound(id);
    if (customer.relationshipToPartner === "none") throw customerLeft(service, id);
    return customer;
}

/**
 * The customer of a path, if the partner has delegated rights in the tenant.
 *
 * @throws ServiceFailure as `getCustomer` does, and without those rights.
 */
export function getDelegatedCustomer(service: Service, id: string): CustomerRecord {
    const customer = getCustomer(service, id);
    if (customer.allowDelegatedAccess) return customer;
    throw new ServiceFailure(403, 900308, "Insufficient privileges for the customer's tenant.");
}

/** Whether a customer is answered as if it were not there yet. */
export function isHidden({ hidden }: CustomerRecord, now: number): boolean {
    return hidden.reads > 0 || hidden.until > now;
}

function findReadable({ settings, store }: Service, id: string): CustomerRecord | undefined {
    const customer = store.findCustomer(id);
    if (customer === undefined || customer.deleted) return undefined;
    if (!isHidden(customer, settings.now())) return customer;
    const { reads, until } = customer.hidden;
    store.putCustomer({ ...customer, hidden: { reads: Math.max(reads - 1, 0), until } });
    return undefined;
}

function tenantNotFound(id: string): ServiceFailure {
    return new ServiceFailure(404, 60003, `The tenant ${id} was not found.`);
}

/** What the service says about the missing relationship, in a body of status 400. */
export function relationshipMissing(): ServiceFailure {
    return new ServiceFailure(
        400,
        3000,
        "The relationship between the partner and customer does not exist.",
    );
}

function customerLeft({ settings }: Service, id: string): ServiceFailure {
    const { afterRemoval } = settings.uncertain;
    if (afterRemoval === "404") return tenantNotFound(id);
    if (afterRemoval === "400-3000") return relationshipMissing();
    return new ServiceFailure(
        403,
        20002,
        "There is no commerce relationship between the caller and the customer.",
    );
}
