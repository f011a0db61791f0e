import { Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Subscription, SupportContact } from "../../records/subscriptions";
import type { Env, Service } from "../../service";
import { requireUser } from "../http/authorisation";
import { bind } from "../http/bind";
import { failureOf, ServiceFailure } from "../http/errors";
import { missing, refuse } from "../http/problem";
import { readJson } from "../http/requestBody";
import { link } from "../http/wire";
import { getSubscription, withSubscription } from "./access";

const path = "/customers/:id/subscriptions/:subscription/supportcontact";
const shape = { supportTenantId: "text", supportMpnId: "text", name: "text" } as const;

/**
 * The support contact of a subscription (docs: update-a-subscription-s-support-contact): one of the
 * partner's resellers. For an application with a user, and not for the new commerce.
 */
export function supportContactRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain, resellers, partner, cloud } = settings;

    function contactOf(body: unknown): SupportContact {
        const { supportTenantId = "", supportMpnId = "", name = "" } = bind(shape, body);
        refuse(
            Object.entries({
                support_tenant_id: supportTenantId,
                support_mpn_id: supportMpnId,
                name,
            })
                .filter(([, value]) => value === "")
                .map(([property]) => missing(property)),
        );
        const known = partner.kind === "indirectProvider" ? resellers : [];
        const reseller = known.find(
            (one) => one.id === supportTenantId.toLowerCase() && one.mpnId === supportMpnId,
        );
        if (reseller === undefined) {
            throw new ServiceFailure(400, 800016, "The MPN ID is not a valid Indirect Reseller.");
        }
        const isGiven = uncertain.supportContactName === "asGiven";
        return { supportTenantId, supportMpnId, name: isGiven ? name : reseller.name };
    }

    return new Hono<Env>()
        .get(path, (c) => {
            requireUser(c);
            const { customer, subscription } = getSubscription(service, c);
            const isKnown = subscription.supportContact !== undefined;
            if (!isKnown && uncertain.noSupportContact !== "empty") {
                throw failureOf(uncertain.noSupportContact, "There is no support contact.");
            }
            return c.json(wire(customer, subscription));
        })
        .put(path, async (c) => {
            requireUser(c);
            const body = await readJson(c);
            const { customer, subscription } = getSubscription(service, c);
            if (cloud === "china") {
                throw new ServiceFailure(400, 900127, "Not supported in this environment.");
            }
            if (subscription.purchase !== undefined) {
                throw new ServiceFailure(400, 800042, "Not supported.");
            }
            const changed = { ...subscription, supportContact: contactOf(body) };
            store.putCustomer(withSubscription(customer, changed));
            return c.json(wire(customer, changed));
        });
}

function wire({ id }: CustomerRecord, { id: subscription, supportContact }: Subscription) {
    return {
        ...supportContact,
        links: { self: link(`/customers/${id}/subscriptions/${subscription}/supportcontact`) },
        attributes: { objectType: "SupportContact" },
    };
}
