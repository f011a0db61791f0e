import { Hono } from "hono";
import type { Env, Service } from "../service";
import type { CustomerRecord } from "../store";
import { requireUser } from "./authorisation";
import { bind } from "./bind";
import { getCustomer, relationshipMissing } from "./customerAccess";
import { customerList } from "./customerList";
import { failureOf, invalidInput, ServiceFailure } from "./errors";
import { newCustomer } from "./newCustomer";
import { readJson } from "./requestBody";
import { customerShape } from "./shapes";
import { companyProfileWire, createdCustomerWire, customerWire } from "./wire";

/** `/v1/customers`: create, list, get, delete, and the end of the relationship. */
export function customerRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    return new Hono<Env>()
        .post("/customers", async (c) => {
            const body = await readJson(c);
            if (asksForReseller(body)) requireUser(c);
            const customer = newCustomer(service, body, c.get("requestId"));
            store.takeDomain(customer.domain);
            store.putCustomer(customer);
            return c.json(createdCustomerWire(customer, uncertain), uncertain.createStatus);
        })
        .get("/customers", (c) => c.json(customerList(service, c)))
        .get("/customers/:id", (c) =>
            c.json(customerWire(getCustomer(service, c.req.param("id")), uncertain)),
        )
        .get("/customers/:id/profiles/company", (c) => {
            requireUser(c);
            return c.json(companyProfileWire(getCustomer(service, c.req.param("id")), uncertain));
        })
        .delete("/customers/:id", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            deleteCustomer(service, customer);
            return c.body(null, 204);
        })
        .patch("/customers/:id", async (c) => {
            requireUser(c);
            const id = c.req.param("id");
            const change = bind(customerShape, await readJson(c));
            if (change.relationshipToPartner?.toLowerCase() === "none") {
                removeRelationship(service, id);
                return c.json(removalAnswer(uncertain.removalAnswer));
            }
            if (change.allowDelegatedAccess === false) {
                const customer = getCustomer(service, id);
                store.putCustomer({ ...customer, allowDelegatedAccess: false });
                return c.json(
                    customerWire({ ...customer, allowDelegatedAccess: false }, uncertain),
                );
            }
            throw invalidInput("relationshipToPartner", "only none can be set");
        });
}

/** docs: delete-a-customer-account-from-the-integration-sandbox. */
function deleteCustomer({ settings, store }: Service, customer: CustomerRecord): void {
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
    store.putCustomer({ ...customer, deleted: true });
    if (uncertain.domainAfterDelete === "free") store.freeDomain(customer.domain);
}

/** docs: remove-a-reseller-relationship-with-a-customer. */
function removeRelationship(service: Service, id: string): void {
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

function removalAnswer(spelling: "PascalCase" | "camelCase"): Record<string, unknown> {
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

function asksForReseller(body: unknown): boolean {
    return bind(customerShape, body).associatedPartnerId !== undefined;
}
