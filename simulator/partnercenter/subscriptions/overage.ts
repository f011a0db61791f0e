import { Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Overage } from "../../records/subscriptions";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { bind } from "../http/bind";
import { invalidInput, ServiceFailure } from "../http/errors";
import { readJson } from "../http/requestBody";
import { collectionWire, link } from "../http/wire";

const path = "/customers/:id/subscriptions/overage";
const shape = { azureEntitlementId: "text", partnerId: "text", overageEnabled: "boolean" } as const;

/**
 * Which Azure subscription is charged for calls beyond a calling plan (docs: update-subscription-overage,
 * get-subscription-overage; new-commerce-telco-payg): one for the customer. Where a subscription of any
 * id is answered first, `overage` would be taken for one.
 */
export function overageRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain, resellers } = settings;

    function overageOf(customer: CustomerRecord, body: unknown): Overage {
        const { azureEntitlementId = "", partnerId, overageEnabled = false } = bind(shape, body);
        const entitlement = azureEntitlementId.toLowerCase();
        const isTheirs = customer.subscriptions.some(
            ({ status, purchase }) =>
                status === "active" && purchase?.azureSubscriptionId === entitlement,
        );
        if (!isTheirs) {
            throw invalidInput("azureEntitlementId", "the customer has no such Azure subscription");
        }
        if (partnerId !== undefined && !resellers.some(({ mpnId }) => mpnId === partnerId)) {
            throw new ServiceFailure(400, 800016, "The MPN ID is not a valid Indirect Reseller.");
        }
        const isEligible = customer.subscriptions.some(
            ({ status, kind }) => status === "active" && kind === "calling",
        );
        if (overageEnabled && !isEligible) {
            throw new ServiceFailure(400, 800002, "No subscription of the customer has overage.");
        }
        return {
            azureEntitlementId: entitlement,
            ...(partnerId !== undefined && { partnerId }),
            overageEnabled,
        };
    }

    return new Hono<Env>()
        .get(path, (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const { overage } = customer;
            const isListed = overage?.overageEnabled || uncertain.disabledOverage === "listed";
            return c.json(collectionWire(overage && isListed ? [wire(customer, overage)] : []));
        })
        .put(path, async (c) => {
            const body = await readJson(c);
            const customer = getCustomer(service, c.req.param("id"));
            const overage = overageOf(customer, body);
            store.putCustomer({ ...customer, overage });
            return c.json(wire(customer, overage));
        });
}

function wire({ id }: CustomerRecord, overage: Overage): Record<string, unknown> {
    return {
        ...overage,
        type: "PhoneServices",
        links: { overage: link(`/customers/${id}/subscriptions/overage`) },
        attributes: { objectType: "Overage" },
    };
}
