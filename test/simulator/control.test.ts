import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Simulator } from "../../simulator/index";
import { at, call, createCustomer, customerBody, simulatorFor } from "./harness";

const control = (simulator: Simulator, line: string, body?: unknown) =>
    call(simulator, line.replace(" ", " /simulator/"), { body, token: "" });

test("requests can be seen and forgotten, control requests not among them", async (t) => {
    const simulator = await simulatorFor(t);
    const headers = { "MS-RequestId": "request", "MS-CorrelationId": "correlation" };
    await call(simulator, "GET /v1/customers?size=3", { headers });
    const seen = await control(simulator, "GET requests");
    const [request] = seen.body as unknown[];
    assert.deepEqual(seen.body, JSON.parse(JSON.stringify(simulator.requests)));
    assert.equal((seen.body as unknown[]).length, 1);
    for (const [name, value] of Object.entries({
        method: "GET",
        path: "/v1/customers",
        "query.size": "3",
        status: 200,
        requestId: "request",
        correlationId: "correlation",
        tokenKind: "appAndUser",
        "headers.authorization": "Bearer ***",
    })) {
        assert.equal(at(request, name), value, name);
    }
    assert.ok(Math.abs(Date.parse(String(at(request, "at"))) - Date.now()) < 5000);
    assert.equal((await control(simulator, "DELETE requests")).status, 204);
    assert.deepEqual(simulator.requests, []);
});

test("a request's body is recorded", async (t) => {
    const simulator = await simulatorFor(t);
    await call(simulator, "POST /v1/customers", { body: customerBody() });
    assert.deepEqual(simulator.requests[0]?.body, customerBody());
    await call(simulator, "POST /v1/customers", { body: "not JSON" });
    assert.equal(simulator.requests[1]?.body, "not JSON");
});

test("customers are shown with what a test searches for", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const { body } = await control(simulator, "GET customers");
    assert.equal(at(body, "0.id"), id);
    assert.equal(at(body, "0.domain"), "contoso.onmicrosoft.com");
    assert.equal(at(body, "0.deleted"), false);
    assert.match(String(at(body, "0.password")), /^.{12,}$/);
    assert.deepEqual(at(body, "0.wire"), (await call(simulator, `GET /v1/customers/${id}`)).body);
});

test("misbehaviour is set, seen and forgotten over HTTP", async (t) => {
    const simulator = await simulatorFor(t);
    const rule = { on: { method: "GET", path: "/v1/customers$", nth: 1 }, status: 503 };
    assert.equal((await control(simulator, "POST misbehave", rule)).status, 204);
    assert.deepEqual((await control(simulator, "GET misbehave")).body, [rule]);
    assert.equal((await call(simulator, "GET /v1/customers")).status, 503);
    await control(simulator, "POST misbehave", rule);
    await control(simulator, "DELETE misbehave");
    assert.equal((await call(simulator, "GET /v1/customers")).status, 200);
    const mistyped = await control(simulator, "POST misbehave", { on: {}, statsu: 500 });
    assert.deepEqual(
        [mistyped.status, at(mistyped.body, "message")],
        [400, "There is no misbehaviour statsu."],
    );
});

test("tokens, settings and invisibility are there over HTTP", async (t) => {
    const simulator = await simulatorFor(t);
    assert.deepEqual((await control(simulator, "GET settings")).body, simulator.settings());
    const { body } = await control(simulator, "POST tokens", { kind: "app" });
    const token = String(at(body, "accessToken"));
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
    await control(simulator, "POST invisibleAfterCreate", { reads: 1 });
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 200);
});

test("credentials are made and changed over HTTP", async (t) => {
    const simulator = await simulatorFor(t);
    const ask = async (fields: Record<string, string>) => {
        const { authorityUrl, partner } = simulator;
        const response = await fetch(`${authorityUrl}/${partner.tenantId}/oauth2/v2.0/token`, {
            method: "POST",
            body: new URLSearchParams({
                client_id: partner.clientId,
                scope: "https://api.partnercenter.microsoft.com/.default",
                ...fields,
            }),
        });
        return response.status;
    };
    const federated = await control(simulator, "POST federatedTokens", {});
    const client_assertion = String(at(federated.body, "federatedToken"));
    assert.equal(await ask({ grant_type: "client_credentials", client_assertion }), 200);

    await control(simulator, "POST directory/rotateClientSecret", { clientSecret: "new" });
    const refresh = await control(simulator, "POST refreshTokens", {});
    const refresh_token = String(at(refresh.body, "refreshToken"));
    const client_secret = "new";
    assert.equal(await ask({ grant_type: "refresh_token", refresh_token, client_secret }), 200);

    await control(simulator, "POST directory/expireClientSecret", {});
    assert.equal(await ask({ grant_type: "client_credentials", client_secret }), 401);
    const pem = { pem: readFileSync(simulator.certificateFile, "utf8") };
    assert.equal((await control(simulator, "POST directory/registerCertificate", pem)).status, 204);
    for (const [name, status] of [
        ["approveDeviceSignIn", 400],
        ["registerCertificate", 400],
        ["makeCoffee", 400],
    ] as const) {
        assert.equal((await control(simulator, `POST directory/${name}`, {})).status, status);
    }
});

test("every change of the portal is there over HTTP", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const change = (name: string, body: object) =>
        control(simulator, `POST portal/${name}`, { id, ...body });
    const customer = () => simulator.customers[0];
    await change("changeBillingProfile", { change: { email: "a@example.org" } });
    assert.equal(at(customer()?.wire, "billingProfile.email"), "a@example.org");
    await change("changeCompany", { change: { companyName: "New" } });
    assert.equal(at(customer()?.wire, "companyProfile.companyName"), "New");
    const added = await change("addSubscription", { order: { offerName: "A" } });
    const subscriptionId = String(at(added.body, "result"));
    assert.equal(customer()?.subscriptions[0]?.id, subscriptionId);
    await change("suspendSubscription", { subscriptionId });
    assert.equal(customer()?.subscriptions[0]?.status, "suspended");
    await change("addCustomDomain", { domain: "contoso.com", makeDefault: true });
    assert.equal(customer()?.domain, "contoso.com");
    const user = { userPrincipalName: "grace@contoso.com" };
    const userId = String(at((await change("addUser", { user })).body, "result"));
    await change("changeUser", { userId, change: { displayName: "Grace" } });
    await change("removeRole", { userId, role: "Directory Readers" });
    await change("deleteUser", { userId });
    assert.deepEqual(
        customer()?.users.map(({ displayName, state }) => `${displayName} ${state}`),
        ["Contoso active", "Grace inactive"],
    );
    await change("federateDomain", { domain: "contoso.com" });
    await change("takeDomain", { domain: "foreign.onmicrosoft.com" });
    const head = await call(simulator, "HEAD /v1/domains/foreign.onmicrosoft.com");
    assert.equal(head.status, 200);
    await change("hideDelegatedAccess", {});
    assert.equal(at(customer()?.wire, "allowDelegatedAccess"), false);
    await change("removeRelationship", {});
    assert.equal(customer()?.relationshipToPartner, "none");
    await change("deleteCustomer", {});
    assert.equal(customer()?.deleted, true);
    assert.equal((await change("makeCoffee", {})).status, 400);
    assert.equal((await change("deleteCustomer", { id: "none" })).status, 400);
});

test("a change of the portal whose id is of nothing throws, and changes nothing", async (t) => {
    const simulator = await simulatorFor(t);
    const { portal } = simulator;
    const id = await createCustomer(simulator);
    const subscription = portal.addSubscription(id, { offerName: "A" });
    const before = simulator.customers;
    for (const change of [
        () => portal.addCustomDomain("none", "contoso.com"),
        () => portal.suspendSubscription(id, "none"),
        () => portal.changeQuantity(id, subscription, 2),
        () => portal.changeAzureSubscription(id, subscription, "inactive"),
        () => portal.failTransition(id, subscription, "why"),
        () => portal.endMigration(id, "none", "completed"),
        () => portal.removeDevice(id, "none"),
        () => portal.assignPolicy(id, "none"),
        () => portal.changePolicy(id, "none", {}),
        () => portal.deleteUser(id, "none"),
        () => portal.removeRole(id, before[0]?.users[0]?.id ?? "", "none"),
    ]) {
        assert.throws(change, /^Error: (There is no|No transition|The subscription)/, `${change}`);
    }
    assert.deepEqual(simulator.customers, before);
    assert.equal((await call(simulator, "HEAD /v1/domains/contoso.com")).status, 404);
});
