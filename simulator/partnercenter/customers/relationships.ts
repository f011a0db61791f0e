import { Hono } from "hono";
import type { Reseller } from "../../options";
import type { Env, Service } from "../../service";
import type { Settings } from "../../settings";
import { requireUser } from "../http/authorisation";
import { invalidInput, ServiceFailure } from "../http/errors";
import { readFilter } from "../http/filter";
import { queryOf } from "../http/query";
import { collectionWire } from "../http/wire";
import { getCustomer, isGuid } from "./access";

/** `/v1/relationships` and what belongs to it. All of it is for an application with a user. */
export function relationshipRoutes(service: Service): Hono<Env> {
    const { settings } = service;
    return new Hono<Env>()
        .get("/relationships", (c) => {
            requireUser(c);
            requireIndirectProvider(settings);
            checkRelationshipType(queryOf(c, "relationship_type"));
            const matching = filtered(settings.resellers, queryOf(c, "filter"));
            return c.json(resellersWire(matching, settings));
        })
        .get("/customers/relationshiprequests", (c) => {
            requireUser(c);
            if (settings.cloud === "usGov") {
                throw new ServiceFailure(400, 900127, "Not supported in this environment.");
            }
            return c.json({
                url: `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${settings.partner.tenantId}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`,
                attributes: { objectType: "RelationshipRequest" },
            });
        })
        .get("/customers/:id/relationships", (c) => {
            requireUser(c);
            requireIndirectProvider(settings);
            const { associatedPartnerId } = getCustomer(service, c.req.param("id"));
            const theirs = settings.resellers.filter(
                ({ id }) => id === associatedPartnerId?.toLowerCase(),
            );
            return c.json(resellersWire(theirs, settings));
        });
}

/**
 * The reseller that a new customer is for; undefined for a direct customer.
 *
 * @throws ServiceFailure where the partner is no indirect provider, or has no such reseller.
 */
export function findReseller(settings: Settings, id: string | undefined): Reseller | undefined {
    if (id === undefined) return undefined;
    requireIndirectProvider(settings);
    if (!isGuid(id)) throw invalidInput("associated_partner_id", "a GUID is expected");
    const reseller = settings.resellers.find((one) => one.id === id.toLowerCase());
    if (reseller !== undefined) return reseller;
    throw new ServiceFailure(400, 800016, `${id} is not a valid indirect reseller.`, [
        `associated_partner_id:  ${id}`,
    ]);
}

function requireIndirectProvider({ partner }: Settings): void {
    if (partner.kind === "indirectProvider") return;
    throw new ServiceFailure(403, 1002, "Authorization Failed");
}

function checkRelationshipType(given: string | undefined): void {
    const type = given?.toLowerCase().replaceAll("_", "");
    if (type === "isindirectcloudsolutionproviderof") return;
    throw invalidInput("relationship_type", `there is no relationship ${given} of this partner`);
}

function filtered(resellers: readonly Reseller[], filter: string | undefined): readonly Reseller[] {
    if (filter === undefined) return resellers;
    const { field, matches } = readFilter(filter);
    if (field !== "name") throw invalidInput("filter", `there is no field ${field}`);
    return resellers.filter(({ name }) => matches(name));
}

function resellersWire(resellers: readonly Reseller[], { uncertain }: Settings) {
    return collectionWire(
        resellers.map(({ id, name, mpnId, location }) => ({
            id,
            name,
            relationshipType: "is_indirect_cloud_solution_provider_of",
            state: "Active",
            [uncertain.resellerIdName]: mpnId,
            location,
            attributes: { objectType: "PartnerRelationship" },
        })),
    );
}
