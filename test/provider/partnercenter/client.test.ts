import assert from "node:assert/strict";
import { before, describe, it, type TestContext } from "node:test";
import { toNewCustomer } from "../../../provider/customer/wire";
import { PartnerCenter } from "../../../provider/partnercenter/client";
import {
    ApiError,
    CredentialError,
    isGone,
    isStaleEtag,
    PartnerCenterError,
} from "../../../provider/partnercenter/errors";
import { resolveSettings } from "../../../provider/settings";
import { connect } from "../../../provider/settings/connect";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/index";
import { failureOf, someInputs } from "../fixtures";
import { certificateFolder, trustedCertificate } from "./trust";

const requestId = "5b1c7a90-3d2e-5f4a-8b6c-7d8e9f0a1b2c";

before(async () => {
    await trustedCertificate();
});

describe("creating a customer", () => {
    it("is a POST with the given request id, and answers id and password", async (t) => {
        const { simulator, client } = await partnerCenter(t);
        const customer = await client.createCustomer(newCustomer(), requestId);
        const [held] = simulator.customers;
        assert.equal(customer.id, held?.id);
        assert.equal(customer.userCredentials?.password, held?.password);
        assert.equal(held?.requestId, requestId);
        const { method, path, body } = lastOf(simulator);
        assert.equal(`${method} ${path}`, "POST /v1/customers");
        assert.deepEqual(body, { ...newCustomer(), attributes: { objectType: "Customer" } });
    });

    it("again with the same request id answers the same customer, password included", async (t) => {
        const { simulator, client } = await partnerCenter(t);
        const first = await client.createCustomer(newCustomer(), requestId);
        const second = await client.createCustomer(newCustomer(), requestId);
        assert.deepEqual(second, first);
        assert.equal(simulator.customers.length, 1);
    });

    it("whose answer is lost is repeated, and makes one customer", async (t) => {
        const { simulator, client } = await partnerCenter(t);
        simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, cut: "after" });
        const customer = await client.createCustomer(newCustomer(), requestId);
        assert.deepEqual(simulator.pendingMisbehaviours, []);
        assert.equal(simulator.customers.length, 1);
        assert.equal(customer.userCredentials?.password, simulator.customers[0]?.password);
    });

    it("may be answered with 200 instead of 201", async (t) => {
        const { client } = await partnerCenter(t, { uncertain: { createStatus: 200 } });
        assert.ok((await client.createCustomer(newCustomer(), requestId)).id);
    });

    it("answered with success but without a customer is an error", async (t) => {
        const { simulator, client } = await partnerCenter(t);
        for (const body of [{}, "null", undefined, [1]]) {
            simulator.misbehave({ on: { method: "POST", path: "customers" }, status: 201, body });
            const error = await failureOf(() => client.createCustomer(newCustomer(), requestId));
            assert.ok(error instanceof PartnerCenterError);
            assert.match(
                error.message,
                /Could not create the customer contoso.*without the id of a customer/,
            );
        }
    });

    for (const uncertain of [{}, { errorShape: "newer" }, { codeType: "string" }] as const) {
        it(`that is refused keeps the service's code, words and ids: ${JSON.stringify(uncertain)}`, async (t) => {
            const { client } = await partnerCenter(t, { uncertain });
            await client.createCustomer(newCustomer(), requestId);
            const error = await failureOf(() => client.createCustomer(newCustomer(), otherId()));
            assert.ok(error instanceof ApiError);
            assert.equal(error.status, 400);
            assert.equal(error.code, "27002");
            assert.ok(error.description);
            assert.match(error.message, /Request id [0-9a-f-]{36}, correlation id [0-9a-f-]{36}/);
        });
    }
});

describe("reading a customer", () => {
    it("answers what the service holds", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        const customer = await client.getCustomer(id);
        assert.equal(customer.id, id);
        assert.equal(customer.relationshipToPartner, "reseller");
        assert.equal(customer.userCredentials, undefined);
        assert.equal(lastOf(simulator).path, `/v1/customers/${id}`);
    });

    for (const encoding of ["bom", "utf16le"] as const) {
        it(`works in every encoding that was seen: ${encoding}`, async (t) => {
            const { simulator, client, id } = await oneCustomer(t);
            simulator.misbehave({ on: { method: "GET" }, encoding });
            assert.equal((await client.getCustomer(id)).id, id);
            assert.deepEqual(simulator.pendingMisbehaviours, []);
        });
    }

    for (const afterRemoval of ["403-20002", "400-3000", "404"] as const) {
        it(`who has left says that it is gone: ${afterRemoval}`, async (t) => {
            const { simulator, client, id } = await oneCustomer(t, { uncertain: { afterRemoval } });
            simulator.portal.removeRelationship(id);
            assert.equal(isGone(await failureOf(() => client.getCustomer(id))), true);
        });
    }

    it("whose id needs it is asked for by an encoded path", async (t) => {
        const { simulator, client } = await partnerCenter(t);
        await assert.rejects(client.getCustomer("a/b?c"), ApiError);
        assert.match(lastOf(simulator).path, /^\/v1\/customers\/a(%2F|\/)b(%3F|\?)c$/i);
        assert.deepEqual(Object.keys(lastOf(simulator).query), []);
    });
});

describe("a billing profile", () => {
    it("is written as it was read, with its etag in the body and, quoted, as If-Match", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        const profile = await client.getBillingProfile(id);
        const written = await client.putBillingProfile(id, {
            ...profile,
            email: "new@contoso.com",
        });
        assert.equal(written?.email, "new@contoso.com");
        assert.notEqual(written?.attributes?.etag, profile.attributes?.etag);
        const { method, path, headers, body } = lastOf(simulator);
        assert.equal(`${method} ${path}`, `PUT /v1/customers/${id}/profiles/billing`);
        assert.equal(headers["if-match"], `"${profile.attributes?.etag}"`);
        assert.deepEqual(body, { ...profile, email: "new@contoso.com" });
    });

    for (const staleEtag of ["412", "2055"] as const) {
        it(`that was changed since is refused as stale: ${staleEtag}`, async (t) => {
            const { simulator, client, id } = await oneCustomer(t, { uncertain: { staleEtag } });
            const profile = await client.getBillingProfile(id);
            simulator.portal.changeBillingProfile(id, { email: "portal@contoso.com" });
            const error = await failureOf(() => client.putBillingProfile(id, profile));
            assert.equal(isStaleEtag(error), true);
        });
    }

    it("without an etag is written without If-Match", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        const { attributes: _, ...profile } = await client.getBillingProfile(id);
        await client.putBillingProfile(id, profile).catch(() => undefined);
        assert.equal(lastOf(simulator).method, "PUT");
        assert.equal("if-match" in lastOf(simulator).headers, false);
    });
});

describe("searching customers by their domain", () => {
    for (const nextLinkVersion of ["absent", "present"] as const) {
        it(`follows all pages, whose link has the version ${nextLinkVersion}`, async (t) => {
            const { simulator, client } = await partnerCenter(t, {
                uncertain: { maximumPageSize: 2, nextLinkVersion },
            });
            for (const name of ["contoso1", "contoso2", "fabrikam", "contoso3"]) {
                await client.createCustomer(newCustomer(`${name}.onmicrosoft.com`), otherId());
            }
            const found = await client.findCustomersByDomain("contoso");
            assert.deepEqual(
                found.map(({ companyProfile }) => companyProfile?.domain).sort(),
                ["contoso1", "contoso2", "contoso3"].map((name) => `${name}.onmicrosoft.com`),
            );
            const pages = simulator.requests.filter(({ method }) => method === "GET");
            assert.equal(pages.length, 2);
            assert.ok(pages.every(({ path }) => path === "/v1/customers"));
            assert.deepEqual(JSON.parse(pages[0]?.query.filter ?? ""), {
                Field: "Domain",
                Value: "contoso",
                Operator: "starts_with",
            });
            assert.ok(pages[1]?.headers["ms-continuationtoken"]);
        });
    }

    it("finds nobody where there is nobody", async (t) => {
        const { client } = await partnerCenter(t);
        assert.deepEqual(await client.findCustomersByDomain("contoso"), []);
    });
});

describe("what is listed about a customer", () => {
    const lists: [what: string, list: (client: PartnerCenter, id: string) => Promise<unknown[]>][] =
        [
            ["subscriptions", (client, id) => client.getSubscriptions(id)],
            ["availabilities", (client, id) => client.products.getAvailabilities(id, "p", "s")],
        ];
    for (const [what, list] of lists) {
        it(`has all pages: ${what}`, async (t) => {
            const { simulator, client, id } = await oneCustomer(t);
            const next = {
                uri: `/customers/${id}/${what}?seekOperation=Next`,
                headers: [{ key: "MS-ContinuationToken", value: "there" }],
            };
            const answer = (body: object) =>
                simulator.misbehave({ on: { method: "GET", path: what }, status: 200, body });
            answer({ items: [{ id: "1" }], links: { next } });
            answer({ items: [{ id: "2" }] });
            assert.deepEqual(await list(client, id), [{ id: "1" }, { id: "2" }]);
            assert.equal(lastOf(simulator).headers["ms-continuationtoken"], "there");
        });
    }

    it("may be a single availability without a list", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        const body = { id: "a", catalogItemId: "p:s:a" };
        simulator.misbehave({ on: { path: "availabilities" }, status: 200, body });
        assert.deepEqual(await client.products.getAvailabilities(id, "p", "s"), [body]);
    });
});

describe("an answer of success that lacks what was asked for is an error", () => {
    const reads: [
        what: string,
        body: unknown,
        read: (client: PartnerCenter) => Promise<unknown>,
    ][] = [
        ["a billing profile", undefined, (client) => client.getBillingProfile("1")],
        ["a list", undefined, (client) => client.getSubscriptions("1")],
        ["a list", undefined, (client) => client.migrations.list("1", "2")],
        ["a budget", undefined, (client) => client.usageBudgets.get("1")],
        ["a status", undefined, (client) => client.registrations.status("1", "2")],
        ["a status", {}, (client) => client.registrations.status("1", "2")],
    ];
    for (const [what, body, read] of reads) {
        it(`${what}: ${JSON.stringify(body)}`, async (t) => {
            const { simulator, client } = await partnerCenter(t);
            simulator.misbehave({ on: { method: "GET" }, status: 200, body });
            const error = await failureOf(() => read(client));
            assert.ok(error instanceof PartnerCenterError, error.stack);
            assert.match(error.message, new RegExp(`success, but without ${what}\\. Run`));
        });
    }
});

describe("a domain", () => {
    it("is taken or free by what the service answers to HEAD", async (t) => {
        const { simulator, client } = await oneCustomer(t);
        assert.equal(await client.isDomainTaken("contoso.onmicrosoft.com"), true);
        assert.equal(await client.isDomainTaken("free.onmicrosoft.com"), false);
        assert.equal(lastOf(simulator).method, "HEAD");
        assert.equal(lastOf(simulator).path, "/v1/domains/free.onmicrosoft.com");
    });

    for (const status of [400, 403, 501]) {
        it(`is neither where the service answers ${status}`, async (t) => {
            const { simulator, client } = await partnerCenter(t);
            simulator.misbehave({ on: { method: "HEAD" }, status });
            await assert.rejects(client.isDomainTaken("contoso.onmicrosoft.com"), ApiError);
        });
    }
});

describe("the end of a customer", () => {
    for (const removalAnswer of ["PascalCase", "camelCase"] as const) {
        it(`is a PATCH of the relationship to none, answered in ${removalAnswer}`, async (t) => {
            const { simulator, client, id } = await oneCustomer(t, {
                uncertain: { removalAnswer },
            });
            await client.removeRelationship(id);
            assert.equal(simulator.customers[0]?.relationshipToPartner, "none");
            const { method, path, body } = lastOf(simulator);
            assert.equal(`${method} ${path}`, `PATCH /v1/customers/${id}`);
            assert.deepEqual(body, {
                relationshipToPartner: "none",
                attributes: { objectType: "Customer" },
            });
        });
    }

    it("is blocked by a subscription, which can be listed", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        simulator.portal.addSubscription(id, { offerName: "Mail" });
        await assert.rejects(client.removeRelationship(id), ApiError);
        const [subscription] = await client.getSubscriptions(id);
        assert.equal(subscription?.offerName, "Mail");
        assert.equal(subscription?.status, "active");
    });

    it("is a DELETE in the sandbox, answered with nothing", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        await client.deleteCustomer(id);
        assert.equal(simulator.customers[0]?.deleted, true);
        assert.equal(isGone(await failureOf(() => client.deleteCustomer(id))), true);
    });

    it("is no DELETE in production, and the error says what to do there", async (t) => {
        const { client, id } = await oneCustomer(t, { environment: "production" });
        const error = await failureOf(() => client.deleteCustomer(id));
        assert.match(error.message, /code 900127.*\n.*sandbox only.*removeRelationship/);
    });
});

describe("an operation", () => {
    it("knows its partner tenant from the token, and its end from the settings", async (t) => {
        const { simulator, client } = await partnerCenter(t);
        assert.equal(await client.partnerTenantId(), simulator.partner.tenantId);
        assert.ok(client.deadline > Date.now() + 20_000 && client.deadline <= Date.now() + 30_000);
    });

    it("shares one correlation id among its calls, each with a request id of its own", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        await client.getCustomer(id);
        await client.getBillingProfile(id);
        assert.equal(new Set(simulator.requests.map((each) => each.correlationId)).size, 1);
        assert.equal(new Set(simulator.requests.map((each) => each.requestId)).size, 3);
    });
});

describe("signing in with a client secret", () => {
    it("is one token request for all calls of a connection", async (t) => {
        const simulator = await simulatorOf(t);
        const connection = connectionTo(simulator, simulator.settings());
        const clients = Array.from({ length: 5 }, () => new PartnerCenter(connection.begin()));
        await Promise.all(clients.map((client) => client.findCustomersByDomain("contoso")));
        const tokens = simulator.requests.filter(({ path }) => path.endsWith("/token"));
        assert.equal(tokens.length, 1);
    });

    const wrong: [setting: string, value: string, told: RegExp][] = [
        ["CLIENT_SECRET", "wr0ng-s3cret", /AADSTS7000215[\s\S]*client secret is wrong/],
        ["CLIENT_ID", "11111111-2222-3333-4444-555555555555", /AADSTS700016[\s\S]*check clientId/],
        ["TENANT_ID", "11111111-2222-3333-4444-555555555555", /AADSTS90002[\s\S]*check tenantId/],
    ];
    for (const [setting, value, told] of wrong) {
        it(`with a wrong ${setting} says so, and shows no secret`, async (t) => {
            const simulator = await simulatorOf(t);
            const settings = { ...simulator.settings(), [`PARTNERCENTER_${setting}`]: value };
            const client = new PartnerCenter(connectionTo(simulator, settings).begin());
            const error = await failureOf(() => client.findCustomersByDomain("contoso"));
            assert.ok(error instanceof CredentialError);
            assert.match(error.message, told);
            const everything = `${error.stack}${error.message}`;
            assert.ok(!everything.includes(simulator.partner.clientSecret));
            assert.ok(!everything.includes("wr0ng-s3cret"));
        });
    }

    it("cannot be had where Microsoft Entra ID cannot be reached", async (t) => {
        const simulator = await simulatorOf(t);
        const settings = {
            ...simulator.settings(),
            PARTNERCENTER_AUTHORITY_URL: "https://localhost:1",
            PARTNERCENTER_RETRY_BUDGET_SECONDS: "0.001",
        };
        const client = new PartnerCenter(connectionTo(simulator, settings).begin());
        const error = await failureOf(() => client.findCustomersByDomain("contoso"));
        assert.ok(error instanceof PartnerCenterError);
        assert.match(error.message, /Could not sign in to https:\/\/localhost:1/);
        assert.ok(!error.message.includes(simulator.partner.clientSecret));
    });
});

async function simulatorOf(t: TestContext, options: SimulatorOptions = {}): Promise<Simulator> {
    const simulator = await startSimulator({ certificateFolder, ...options });
    t.after(() => simulator.close());
    return simulator;
}

function connectionTo(simulator: Simulator, environment: Record<string, string>) {
    return connect(
        resolveSettings({
            configured: () => undefined,
            environment: {
                PARTNERCENTER_API_URL: simulator.apiUrl,
                PARTNERCENTER_RETRY_BUDGET_SECONDS: "30",
                ...environment,
            },
        }),
    );
}

/** A simulator, and a client for one operation as application and user. */
async function partnerCenter(t: TestContext, options: SimulatorOptions = {}) {
    const simulator = await simulatorOf(t, options);
    const token = simulator.issueToken({ kind: "appAndUser" });
    const connection = connectionTo(simulator, { PARTNERCENTER_ACCESS_TOKEN: token });
    return { simulator, client: new PartnerCenter(connection.begin()) };
}

async function oneCustomer(t: TestContext, options: SimulatorOptions = {}) {
    const { simulator, client } = await partnerCenter(t, options);
    const { id } = await client.createCustomer(newCustomer(), requestId);
    return { simulator, client, id };
}

function newCustomer(domain = "contoso.onmicrosoft.com") {
    return toNewCustomer(someInputs({ companyProfile: { domain } }));
}

function otherId(): string {
    return crypto.randomUUID();
}

function lastOf({ requests }: Simulator) {
    const last = requests.at(-1);
    assert.ok(last !== undefined, "Nothing was asked.");
    return last;
}
