import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { isStaleEtag } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../trust";
import { lastOf, oneCustomer } from "./world";

before(async () => {
    await trustedCertificate();
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
