import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { ConfigurationPolicy } from "../../records/devices";
import type { Env, Service } from "../../service";
import { getCustomer } from "../customers/access";
import { bind, membersOf } from "../http/bind";
import { requireGlobalCloud } from "../http/clouds";
import { failureOf, invalidInput, ServiceFailure } from "../http/errors";
import { missing, refuse } from "../http/problem";
import { readJson } from "../http/requestBody";
import { collectionWire, omitMissing } from "../http/wire";
import { settledCustomer } from "./jobs";

const shape = { id: "text", name: "text", category: "text", description: "text" } as const;

// docs: device-deployment-resources, ConfigurationPolicy.
const settingNames = [
    "none",
    "remove_oem_preinstalls",
    "oobe_user_not_local_admin",
    "skip_express_settings",
    "skip_oem_registration",
    "skip_eula",
];

/** `/v1/customers/{id}/policies`: whoever signs in may read and write. */
export function configurationPolicyRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    const customerOf = (c: Context<Env, "/customers/:id/*">) => {
        requireGlobalCloud(settings);
        return settledCustomer(getCustomer(service, c.req.param("id")), service);
    };
    const put = (customer: CustomerRecord, policies: readonly ConfigurationPolicy[]) =>
        store.putCustomer({ ...customer, configurationPolicies: policies });
    const one = "/customers/:id/policies/:policyId";
    return new Hono<Env>()
        .get("/customers/:id/policies", (c) => {
            const customer = customerOf(c);
            const items = policiesOf(customer).map((policy) => wire(policy, customer));
            return c.json(collectionWire(items));
        })
        .post("/customers/:id/policies", async (c) => {
            const body = await readJson(c);
            const customer = customerOf(c);
            const members = membersIn(body);
            const others = policiesOf(customer);
            const isTaken = others.some(({ name }) => name === members.name);
            if (isTaken && uncertain.policyNameTaken !== "accepted") {
                throw failureOf(uncertain.policyNameTaken, `There is a policy ${members.name}.`);
            }
            const createdDate = new Date(settings.now()).toISOString();
            const policy = {
                ...members,
                id: randomUUID(),
                createdDate,
                lastModifiedDate: createdDate,
            };
            put(customer, [...others, policy]);
            return c.json(wire(policy, customer));
        })
        .get(one, (c) => {
            const customer = customerOf(c);
            return c.json(wire(policyOf(customer, c.req.param("policyId")), customer));
        })
        .put(one, async (c) => {
            const body = await readJson(c);
            const customer = customerOf(c);
            const { id, createdDate } = policyOf(customer, c.req.param("policyId"));
            const given = bind(shape, body).id ?? "";
            if (given === "") refuse([missing("id")]);
            if (given.toLowerCase() !== id) throw invalidInput("body.id", "it is another policy's");
            const lastModifiedDate = new Date(settings.now()).toISOString();
            const changed = { ...membersIn(body), id, createdDate, lastModifiedDate };
            put(
                customer,
                policiesOf(customer).map((policy) => (policy.id === id ? changed : policy)),
            );
            return c.json(wire(changed, customer));
        })
        .delete(one, (c) => {
            const customer = customerOf(c);
            const { id } = policyOf(customer, c.req.param("policyId"));
            const { devices = [] } = customer;
            const isAssigned = devices.some(({ policyId }) => policyId === id);
            if (isAssigned && uncertain.assignedPolicyDeleted !== "accepted") {
                throw failureOf(uncertain.assignedPolicyDeleted, "Devices have this policy.");
            }
            const kept = devices.map(({ policyId, ...device }) =>
                policyId === undefined || policyId === id ? device : { ...device, policyId },
            );
            put(
                { ...customer, devices: kept },
                policiesOf(customer).filter((policy) => policy.id !== id),
            );
            return c.body(null, 204);
        });
}

export function policiesOf(customer: CustomerRecord): readonly ConfigurationPolicy[] {
    return customer.configurationPolicies ?? [];
}

/** @throws ServiceFailure 404 where the customer has no such policy. */
function policyOf(customer: CustomerRecord, id: string): ConfigurationPolicy {
    const policy = policiesOf(customer).find((one) => one.id === id.toLowerCase());
    if (policy !== undefined) return policy;
    throw new ServiceFailure(404, 1000, `The policy ${id} was not found.`);
}

/** What a body says of a policy (docs: create-a-new-configuration-policy-for-the-specified-customer). */
function membersIn(
    body: unknown,
): Pick<ConfigurationPolicy, "name" | "description" | "policySettings"> {
    const { name = "", category = "", description = "" } = bind(shape, body);
    const given = membersOf(body).get("policysettings");
    const policySettings = Array.isArray(given) ? given.map(String) : [];
    refuse([
        ...(name === "" ? [missing("name")] : []),
        ...(category === "" ? [missing("category")] : []),
        ...(policySettings.length === 0 ? [missing("policy_settings")] : []),
    ]);
    if (category !== "o_o_b_e") throw invalidInput("body.category", `${category} is none`);
    const unknown = policySettings.find((setting) => !settingNames.includes(setting));
    if (unknown !== undefined) throw invalidInput("body.policySettings", `${unknown} is none`);
    return {
        name,
        ...(description !== "" && { description }),
        // They are flags: a setting is there once, and in the order of their declaration.
        policySettings: settingNames.filter((setting) => policySettings.includes(setting)),
    };
}

function wire(
    { id, name, description, ...policy }: ConfigurationPolicy,
    { devices = [] }: CustomerRecord,
): Record<string, unknown> {
    return omitMissing({
        id,
        name,
        category: "o_o_b_e",
        description,
        devicesAssigned: devices.filter(({ policyId }) => policyId === id).length,
        ...policy,
        attributes: { objectType: "ConfigurationPolicy" },
    });
}
