import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ApiError } from "../../../../provider/partnercenter/errors";
import { trustedCertificate } from "../trust";
import { lastOf, oneCustomer, partnerCenter } from "./world";

before(async () => {
    await trustedCertificate();
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
