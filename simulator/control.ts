import { Hono } from "hono";
import type { DirectoryChanges } from "./entra/directory";
import type { FederatedTokenRequest } from "./entra/pipeline";
import type { RefreshTokenRequest } from "./entra/userTokens";
import type { MisbehaviourRule } from "./misbehaviour";
import type { CompanyChange, Portal, SubscriptionOrder, UserChange } from "./portal";
import type { AccountStatus, Agreement, Qualification } from "./records/customers";
import type { DeviceIdentity } from "./records/devices";
import type { Overage, SupportContact } from "./records/subscriptions";
import type { Invisibility, NewVetting } from "./service";
import type { Simulator } from "./simulator";
import type { TokenRequest } from "./tokens";

/** The members that the changes of {@link Portal} take, together. */
interface PortalRequest {
    id: string;
    change: Record<string, unknown>;
    order: SubscriptionOrder;
    subscriptionId: string;
    quantity: number;
    reason: string;
    azureStatus: "active" | "inactive";
    migrationId: string;
    outcome: Parameters<Portal["endMigration"]>[2];
    agreement: Agreement;
    vetting: Qualification;
    deviceId: string;
    batchId: string;
    device: DeviceIdentity;
    policyId: string;
    domain: string;
    makeDefault?: boolean;
    user: UserChange & { userPrincipalName: string };
    userId: string;
    role: string;
    skuId: string;
    excludedPlans?: string[];
    amount?: number;
    overage?: Overage;
    contact: SupportContact;
    status: AccountStatus;
}

type PortalChange = (portal: Portal, request: PortalRequest) => unknown;

const portalChanges: Record<keyof Portal, PortalChange> = {
    changeBillingProfile: (portal, { id, change }) => portal.changeBillingProfile(id, change),
    changeCompany: (portal, { id, change }) => portal.changeCompany(id, change as CompanyChange),
    removeRelationship: (portal, { id }) => portal.removeRelationship(id),
    addSubscription: (portal, { id, order }) => portal.addSubscription(id, order),
    suspendSubscription: (portal, { id, subscriptionId }) =>
        portal.suspendSubscription(id, subscriptionId),
    cancelSubscription: (portal, { id, subscriptionId }) =>
        portal.cancelSubscription(id, subscriptionId),
    failTransition: (portal, { id, subscriptionId, reason }) =>
        portal.failTransition(id, subscriptionId, reason),
    changeAzureSubscription: (portal, { id, subscriptionId, azureStatus }) =>
        portal.changeAzureSubscription(id, subscriptionId, azureStatus),
    changeQuantity: (portal, { id, subscriptionId, quantity }) =>
        portal.changeQuantity(id, subscriptionId, quantity),
    endMigration: (portal, { id, migrationId, outcome }) =>
        portal.endMigration(id, migrationId, outcome),
    signAgreement: (portal, { id }) => portal.signAgreement(id),
    confirmAgreement: (portal, { id, agreement }) => portal.confirmAgreement(id, agreement),
    vetQualification: (portal, { id, vetting }) => portal.vetQualification(id, vetting),
    removeDevice: (portal, { id, deviceId }) => portal.removeDevice(id, deviceId),
    assignPolicy: (portal, { id, deviceId, policyId }) =>
        portal.assignPolicy(id, deviceId, policyId),
    addDevice: (portal, { id, batchId, device }) => portal.addDevice(id, batchId, device),
    changePolicy: (portal, { id, policyId, change }) => portal.changePolicy(id, policyId, change),
    deleteCustomer: (portal, { id }) => portal.deleteCustomer(id),
    hideDelegatedAccess: (portal, { id }) => portal.hideDelegatedAccess(id),
    addCustomDomain: (portal, { id, domain, makeDefault }) =>
        portal.addCustomDomain(id, domain, makeDefault),
    federateDomain: (portal, { id, domain }) => portal.federateDomain(id, domain),
    addUser: (portal, { id, user }) => portal.addUser(id, user),
    changeUser: (portal, { id, userId, change }) => portal.changeUser(id, userId, change),
    deleteUser: (portal, { id, userId }) => portal.deleteUser(id, userId),
    removeRole: (portal, { id, userId, role }) => portal.removeRole(id, userId, role),
    changeLicense: (portal, { id, userId, skuId, excludedPlans }) =>
        portal.changeLicense(id, userId, skuId, excludedPlans),
    changeUsageBudget: (portal, { id, amount }) => portal.changeUsageBudget(id, amount),
    changeOverage: (portal, { id, overage }) => portal.changeOverage(id, overage),
    changeSupportContact: (portal, { id, subscriptionId, contact }) =>
        portal.changeSupportContact(id, subscriptionId, contact),
    takeDomain: (portal, { domain }) => portal.takeDomain(domain),
    setAccountStatus: (portal, { id, status }) => portal.setAccountStatus(id, status),
};

/** The members that the changes of {@link DirectoryChanges} take, together. */
interface DirectoryRequest {
    clientSecret: string;
    pem: string;
    userCode: string;
    mfa?: boolean;
}

type DirectoryChange = (directory: DirectoryChanges, request: DirectoryRequest) => void;

const directoryChanges: Record<keyof DirectoryChanges, DirectoryChange> = {
    rotateClientSecret: (directory, { clientSecret }) => directory.rotateClientSecret(clientSecret),
    expireClientSecret: (directory) => directory.expireClientSecret(),
    registerCertificate: (directory, { pem }) => directory.registerCertificate(pem),
    approveDeviceSignIn: (directory, { userCode, mfa = true }) =>
        directory.approveDeviceSignIn(userCode, { mfa }),
};

/**
 * The simulator's own handles over HTTP, for a test in another process. They stand on the same port
 * as the API, ask for no token, and are not among the recorded requests. What cannot be done is
 * answered with status 400 and `{ "message": "..." }`.
 *
 * | call | body | answer |
 * |---|---|---|
 * | `GET /simulator/requests` | | the recorded requests |
 * | `DELETE /simulator/requests` | | |
 * | `GET /simulator/customers` | | the customers held, with their passwords |
 * | `GET /simulator/settings` | | the `PARTNERCENTER_*` environment |
 * | `POST /simulator/misbehave` | a {@link MisbehaviourRule} | |
 * | `GET /simulator/misbehave` | | the rules that are not used up |
 * | `DELETE /simulator/misbehave` | | |
 * | `POST /simulator/invisibleAfterCreate` | an {@link Invisibility} | |
 * | `POST /simulator/vettingAfterCreate` | a {@link NewVetting} | |
 * | `POST /simulator/tokens` | a {@link TokenRequest} | `{ "accessToken": "..." }` |
 * | `POST /simulator/refreshTokens` | a {@link RefreshTokenRequest} | `{ "refreshToken": "..." }` |
 * | `POST /simulator/federatedTokens` | a {@link FederatedTokenRequest} | `{ "federatedToken": "..." }` |
 * | `POST /simulator/directory/<method of DirectoryChanges>` | its arguments by name: `clientSecret`, `pem`, `userCode`, `mfa` | |
 * | `POST /simulator/portal/<method of Portal>` | its arguments by name: `id`, `change`, `order`, `subscriptionId`, `quantity`, `migrationId`, `outcome`, `agreement`, `vetting`, `deviceId`, `batchId`, `device`, `policyId`, `domain`, `makeDefault`, `status`, `user`, `userId`, `role`, `skuId`, `excludedPlans`, `amount`, `overage`, `contact` | `{ "result": ... }` |
 *
 * @example
 * ```sh
 * curl --cacert certificate.pem https://localhost:8443/simulator/misbehave \
 *     --json '{"on": {"method": "POST", "path": "/v1/customers$"}, "cut": "after"}'
 * ```
 */
export function controlRoutes(simulator: Simulator): Hono {
    const routes = new Hono()
        .get("/requests", (c) => c.json(simulator.requests))
        .delete("/requests", (c) => {
            simulator.forgetRequests();
            return c.body(null, 204);
        })
        .get("/customers", (c) => c.json(simulator.customers))
        .get("/settings", (c) => c.json(simulator.settings()))
        .get("/misbehave", (c) => c.json(simulator.pendingMisbehaviours))
        .post("/misbehave", async (c) => {
            simulator.misbehave(await c.req.json<MisbehaviourRule>());
            return c.body(null, 204);
        })
        .delete("/misbehave", (c) => {
            simulator.forgetMisbehaviours();
            return c.body(null, 204);
        })
        .post("/invisibleAfterCreate", async (c) => {
            simulator.invisibleAfterCreate = await c.req.json<Invisibility>();
            return c.body(null, 204);
        })
        .post("/vettingAfterCreate", async (c) => {
            simulator.vettingAfterCreate = await c.req.json<NewVetting>();
            return c.body(null, 204);
        })
        .post("/tokens", async (c) =>
            c.json({ accessToken: simulator.issueToken(await c.req.json<TokenRequest>()) }),
        )
        .post("/refreshTokens", async (c) => {
            const request = await c.req.json<RefreshTokenRequest>();
            return c.json({ refreshToken: simulator.issueRefreshToken(request) });
        })
        .post("/federatedTokens", async (c) => {
            const request = await c.req.json<FederatedTokenRequest>();
            return c.json({ federatedToken: simulator.issueFederatedToken(request) });
        })
        .post("/directory/:change", async (c) => {
            const change = changeOf(directoryChanges, c.req.param("change"));
            change(simulator.directory, await c.req.json<DirectoryRequest>());
            return c.body(null, 204);
        })
        .post("/portal/:change", async (c) => {
            const change = changeOf(portalChanges, c.req.param("change"));
            const result = change(simulator.portal, await c.req.json<PortalRequest>());
            return c.json({ result: result ?? null });
        });
    return routes.onError((error, c) => c.json({ message: error.message }, 400));
}

function changeOf<T>(changes: Readonly<Record<string, T>>, name: string): T {
    const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
    if (change !== undefined) return change;
    throw new Error(`There is no change ${name}, but ${Object.keys(changes).join(", ")}.`);
}
