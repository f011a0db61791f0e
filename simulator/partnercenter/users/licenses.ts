import { setTimeout as sleep } from "node:timers/promises";
import { type Context, Hono } from "hono";
import type { UserLicense } from "../../records/users";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { failureOf } from "../http/errors";
import { readJson } from "../http/requestBody";
import { collectionWire } from "../http/wire";
import { getUser, getUsersCustomer, putUser, requireLicenceWrites } from "./access";
import {
    type DirectorySku,
    findDirectorySku,
    type ServicePlan,
    subscribedSkusOf,
} from "./directorySku";
import { changedLicenses, readLicenseUpdate } from "./licenseUpdate";

type Wire = Record<string, unknown>;

/** How long a directory that mixes changes up takes for one of them. */
const raceMs = 200;

/** What a customer has licences of, and those of a user. All of it is for an application with a user. */
export function userLicenseRoutes(service: Service): Hono<Env> {
    const { uncertain } = service.settings;
    const changing = new Set<string>();
    return new Hono<Env>()
        .get("/customers/:id/subscribedskus", (c) => {
            const held = subscribedSkusOf(getUsersCustomer(service, c));
            const asked = held.filter(({ sku }) => isAsked(sku, c));
            return c.json(collectionWire(asked.map(subscribedSkuWire)));
        })
        .get("/customers/:id/users/:userId/licenses", (c) => {
            const customer = getUsersCustomer(service, c);
            const { licenses = [] } = getUser(customer, c.req.param("userId"), service);
            const items = licenses.flatMap((license) => {
                const sku = findDirectorySku(license.skuId);
                return sku && isAsked(sku, c) ? [licenseWire(license, sku, uncertain)] : [];
            });
            return c.json(collectionWire(items));
        })
        .post("/customers/:id/users/:userId/licenseupdates", async (c) => {
            const update = readLicenseUpdate(await readJson(c));
            const customer = getUsersCustomer(service, c);
            requireLicenceWrites(service);
            const user = getUser(customer, c.req.param("userId"), service);
            const licenses = changedLicenses(service, customer, user, update);
            if (uncertain.licensesAtOnce !== "bothCount") {
                if (changing.has(user.id) && uncertain.licensesAtOnce !== "lastCounts") {
                    throw failureOf(uncertain.licensesAtOnce, "The user is being changed.");
                }
                changing.add(user.id);
                await sleep(raceMs);
                changing.delete(user.id);
            }
            putUser(service, customer, { ...user, licenses });
            return c.json(
                {
                    licensesToAssign: update.licensesToAssign?.map(({ skuId }) => ({ skuId })),
                    licensesToRemove: update.licensesToRemove,
                    licenseWarnings: [],
                    attributes: { objectType: "LicenseUpdate" },
                },
                uncertain.licenseUpdateStatus,
            );
        });
}

/** docs: get-licenses-assigned-to-a-user-by-license-group; without a group, it is the first. */
function isAsked({ licenseGroupId }: DirectorySku, c: Context<Env>): boolean {
    const given = c.req.queries("licenseGroupIds") ?? ["group1"];
    return given.some((group) => group.toLowerCase() === licenseGroupId);
}

function licenseWire(
    { excludedPlans }: UserLicense,
    sku: DirectorySku,
    { excludedPlan }: Uncertain,
): Wire {
    const isExcluded = ({ id }: ServicePlan) => excludedPlans.includes(id);
    const shown = sku.servicePlans.filter((one) => excludedPlan !== "absent" || !isExcluded(one));
    return {
        servicePlans: shown.map((one) =>
            servicePlanWire(one, isExcluded(one) ? excludedPlan : "Assigned"),
        ),
        productSku: productSkuWire(sku),
        attributes: { objectType: "License" },
    };
}

/** docs: license-resources, SubscribedSku. */
function subscribedSkuWire({
    sku,
    totalUnits,
    consumedUnits,
}: ReturnType<typeof subscribedSkusOf>[number]): Wire {
    return {
        availableUnits: totalUnits - consumedUnits,
        activeUnits: totalUnits,
        consumedUnits,
        suspendedUnits: 0,
        totalUnits,
        warningUnits: 0,
        productSku: { ...productSkuWire(sku), targetType: "User" },
        servicePlans: sku.servicePlans.map((plan) => servicePlanWire(plan, "Enabled")),
        capabilityStatus: "Enabled",
        attributes: { objectType: "SubscribedSku" },
    };
}

function productSkuWire({ id, name, skuPartNumber, licenseGroupId }: DirectorySku): Wire {
    return { id, name, skuPartNumber, licenseGroupId };
}

function servicePlanWire({ id, serviceName, displayName }: ServicePlan, status: string): Wire {
    return { displayName, serviceName, id, capabilityStatus: status, targetType: "User" };
}
