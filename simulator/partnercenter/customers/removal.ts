import type { CustomerRecord } from "../../records/customers";
import type { Service } from "../../service";
import { failureOf, ServiceFailure } from "../http/errors";
import { getCustomer, relationshipMissing } from "./access";

/**
 * Deletes a sandbox customer (docs: delete-a-customer-account-from-the-integration-sandbox).
 *
 * @throws ServiceFailure in production, and while orders or a false address stand in the way.
 */
export function deleteCustomer({ settings, store }: Service, customer: CustomerRecord): void {
    const { environment, uncertain } = settings;
    if (environment === "production") {
        throw failureOf(
            uncertain.deleteInProduction,
            "The operation is not supported in this environment.",
        );
    }
    const orders = customer.subscriptions.filter(
        ({ kind, status }) => kind === "reservation" && status === "active",
    );
    if (orders.length > 0) {
        throw new ServiceFailure(
            400,
            800002,
            `Cancel the customer's reservation and software orders first: ${orders.map(({ orderId }) => orderId).join(", ")}.`,
        );
    }
    if (!customer.addressExists) {
        throw new ServiceFailure(
            400,
            800002,
            "A sandbox customer that was created with an invalid address cannot be deleted.",
        );
    }
    store.deleteCustomer(customer, uncertain.domainAfterDelete === "free");
}

/**
 * Ends the relationship, not the tenant (docs: remove-a-reseller-relationship-with-a-customer).
 *
 * @throws ServiceFailure where it has ended already, and while a subscription is active.
 */
export function removeRelationship(service: Service, id: string): void {
    const { settings, store } = service;
    if (store.findCustomer(id)?.relationshipToPartner === "none") throw relationshipMissing();
    const customer = getCustomer(service, id);
    const active = customer.subscriptions.filter(({ status }) => status === "active");
    if (active.length > 0) {
        throw failureOf(
            settings.uncertain.removalWithSubscription,
            "The customer has active subscriptions. Suspend them first.",
            active.map((subscription) => `subscription:  ${subscription.id} is active`),
        );
    }
    store.putCustomer({ ...customer, relationshipToPartner: "none" });
}

export function removalAnswer(spelling: "PascalCase" | "camelCase"): Record<string, unknown> {
    if (spelling === "camelCase") {
        return { relationshipToPartner: "none", attributes: { objectType: "Customer" } };
    }
    return {
        Id: null,
        CommerceId: null,
        CompanyProfile: null,
        BillingProfile: null,
        RelationshipToPartner: "none",
        AllowDelegatedAccess: null,
        UserCredentials: null,
        CustomDomains: null,
        AssociatedPartnerId: null,
        Attributes: { ObjectType: "Customer" },
    };
}
