import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ApiError, isGone, PartnerCenterError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../trust";
import { lastOf, newCustomer, oneCustomer, otherId, partnerCenter, requestId } from "./world";

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
