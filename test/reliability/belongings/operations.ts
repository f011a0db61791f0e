import type { Kind } from "../../../provider/dynamic/kinds";
import { azurePlanOf } from "../../simulator/purchasing";
import { destroy, type Operation, type Requests, refresh } from "../resources/operation";
import { bringToTheEnd, type CustomerWorld, up } from "../resources/world";

/** The requests about what belongs to a customer, by what they are. */
export const requests = {
    "change licences": { method: "POST", path: "/licenseupdates$" },
    "list licences": { method: "GET", path: "/licenses$" },
    "set budget": { method: "PATCH", path: "/usagebudget$" },
    "read budget": { method: "GET", path: "/usagebudget$" },
    "name contact": { method: "PUT", path: "/supportcontact$" },
    "read contact": { method: "GET", path: "/supportcontact$" },
    register: { method: "POST", path: "/registrations$" },
    "read registration": { method: "GET", path: "/registrationstatus$" },
    "set overage": { method: "PUT", path: "/overage$" },
    "read overage": { method: "GET", path: "/overage$" },
} as const satisfies Requests<string>;

type RequestName = keyof typeof requests;
type BelongingOperation = Operation<RequestName>;

const skuId = "3b555118-da6a-4418-894f-7df1e2096870";
const teams = "57ff2da0-773e-42df-b2af-ffb7a2317929";

/** What a program says of each kind, once the customer has what it is about. */
const declared: Partial<Record<Kind, (world: CustomerWorld) => object | Promise<object>>> = {
    CustomerUserLicense: ({ simulator: { portal }, customerId }) => {
        portal.addSubscription(customerId, { offerName: "Microsoft 365 Business Basic" });
        const user = { userPrincipalName: "grace@contoso.onmicrosoft.com", usageLocation: "US" };
        return { userId: portal.addUser(customerId, user), skuId };
    },
    CustomerUsageBudget: () => ({ amount: 500 }),
    SubscriptionSupportContact: ({ simulator: { portal }, customerId }) => ({
        subscriptionId: portal.addSubscription(customerId, { offerName: "Mail" }),
        supportTenantId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
        supportMpnId: "4847383",
        name: "First Up Consultants",
    }),
    SubscriptionRegistration: ({ simulator: { portal }, customerId }) => ({
        subscriptionId: portal.addSubscription(customerId, { offerName: "Azure", kind: "azure" }),
    }),
    CustomerOverage: async ({ simulator, customerId }) => {
        const { azureSubscriptionId } = await azurePlanOf(simulator, customerId);
        simulator.portal.addSubscription(customerId, { offerName: "Calls", kind: "calling" });
        return { azureEntitlementId: azureSubscriptionId };
    },
};

const declaring = async (world: CustomerWorld) => {
    world.args = { ...(await declared[world.kind]?.(world)) };
};
const made = async (world: CustomerWorld) => {
    await declaring(world);
    await bringToTheEnd(world);
};
const changing = (more: object) => async (world: CustomerWorld) => {
    await made(world);
    world.args = { ...world.args, ...more };
};

/** The operations of a kind, by the requests of each. */
function lifeOf(
    kind: Kind,
    asks: Record<"create" | "read", BelongingOperation["requests"]> &
        Partial<Record<"change" | "remove", BelongingOperation["requests"]>>,
    change: object = {},
): BelongingOperation[] {
    const { create, read, change: changed, remove } = asks;
    return [
        { name: `create a ${kind}`, kind, requests: create, prepare: declaring, run: up },
        { name: `read a ${kind}`, kind, requests: read, prepare: made, run: refresh },
        ...(changed
            ? [
                  {
                      name: `change a ${kind}`,
                      kind,
                      requests: changed,
                      prepare: changing(change),
                      run: up,
                  },
              ]
            : []),
        ...(remove
            ? [
                  {
                      name: `remove a ${kind}`,
                      kind,
                      requests: remove,
                      removes: true as const,
                      prepare: made,
                      run: destroy,
                  },
              ]
            : []),
    ];
}

/** All operations that ask the service for anything. */
export const operations: readonly BelongingOperation[] = [
    ...lifeOf(
        "CustomerUserLicense",
        {
            create: ["change licences"],
            read: ["list licences"],
            change: ["change licences"],
            remove: ["change licences"],
        },
        { excludedPlans: [teams] },
    ),
    ...lifeOf(
        "CustomerUsageBudget",
        {
            create: ["set budget"],
            read: ["read budget"],
            change: ["set budget"],
            remove: ["set budget", "read budget"],
        },
        { amount: 750 },
    ),
    ...lifeOf(
        "SubscriptionSupportContact",
        { create: ["name contact"], read: ["read contact"], change: ["name contact"] },
        {
            supportTenantId: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
            supportMpnId: "4847433",
            name: "ReleCloud",
        },
    ),
    ...lifeOf("SubscriptionRegistration", {
        create: ["read registration", "register"],
        read: ["read registration"],
    }),
    ...lifeOf(
        "CustomerOverage",
        {
            create: ["set overage"],
            read: ["read overage"],
            change: ["set overage"],
            remove: ["read overage", "set overage"],
        },
        { partnerId: "4847383" },
    ),
];
