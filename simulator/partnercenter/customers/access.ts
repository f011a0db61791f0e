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

/**
 * The customers that a list holds. One that would be among them, were it not answered as if it were not
 * there yet, was read in vain once more.
 */
export function listedCustomers(
    service: Service,
    isAsked: (customer: CustomerRecord) => boolean,
): CustomerRecord[] {
    return service.store.customers
        .filter(
            ({ deleted, relationshipToPartner }) => !deleted && relationshipToPartner !== "none",
        )
        .filter(isAsked)
        .filter((customer) => isVisible(service, customer));
}

function findReadable(service: Service, id: string): CustomerRecord | undefined {
    const customer = service.store.findCustomer(id);
    if (customer === undefined || customer.deleted) return undefined;
    return isVisible(service, customer) ? customer : undefined;
}

/** Whether a read finds a customer, or comes too early and is counted. */
function isVisible({ settings, store }: Service, customer: CustomerRecord): boolean {
    const { reads, until } = customer.hidden;
    if (reads === 0 && until <= settings.now()) return true;
    store.putCustomer({ ...customer, hidden: { reads: Math.max(reads - 1, 0), until } });
    return false;
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
