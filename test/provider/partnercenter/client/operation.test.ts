import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { trustedCertificate } from "../trust";
import { oneCustomer, partnerCenter } from "./world";

before(async () => {
    await trustedCertificate();
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
