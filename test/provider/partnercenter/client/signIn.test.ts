import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { PartnerCenter } from "../../../../provider/partnercenter/client";
import { CredentialError, PartnerCenterError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../trust";
import { connectionTo, simulatorOf } from "./world";

before(async () => {
    await trustedCertificate();
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
