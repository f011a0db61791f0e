import { Hono } from "hono";
import type { Env, Service } from "../../service";
import { requireUser } from "../http/authorisation";
import { bind } from "../http/bind";
import { invalidInput } from "../http/errors";
import { readJson } from "../http/requestBody";
import { getCustomer } from "./access";
import { customerList } from "./list";
import { newCustomer } from "./newCustomer";
import { deleteCustomer, removalAnswer, removeRelationship } from "./removal";
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
            deleteCustomer(service, getCustomer(service, c.req.param("id")));
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

function asksForReseller(body: unknown): boolean {
    return bind(customerShape, body).associatedPartnerId !== undefined;
}
