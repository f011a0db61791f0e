import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { adopt } from "../../../provider/customer/adoption";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import type { BillingProfileResource } from "../../../provider/partnercenter/types";
import {
    customerId,
    domain,
    failureOf,
    fakeClient,
    heldCustomer,
    heldProfile,
    inputsWith,
    refusal,
    someInputs,
} from "../fixtures";

const inputs = someInputs({ existingCustomerId: customerId, deletionPolicy: "retain" });

describe("taking over a customer", () => {
    it("is one read, and writes nothing where nothing differs", async () => {
        const fake = fakeClient({ getCustomer: heldCustomer() });
        const state = await adopt(customerId, inputs, fake.client);
        assert.deepEqual(fake.order, ["getCustomer"]);
        assert.equal(state.tenantId, customerId);
        assert.equal(state.existingCustomerId, customerId);
        assert.equal(state.deletionPolicy, "retain");
        assert.equal(state.relationshipToPartner, "reseller");
    });

    it("leaves the password unknown", async () => {
        const { client } = fakeClient({ getCustomer: heldCustomer() });
        const state = await adopt(customerId, inputs, client);
        assert.equal("userCredentials" in state, false);
        assert.equal("adminUserPrincipalName" in state, false);
    });

    it("writes what the program wants otherwise", async () => {
        const fake = fakeClient({
            getCustomer: heldCustomer(),
            getBillingProfile: heldProfile(),
            putBillingProfile: (_id: string, profile: BillingProfileResource) => profile,
        });
        const wanted = {
            ...inputsWith({ email: "new@contoso.com" }),
            existingCustomerId: customerId,
        };
        const state = await adopt(customerId, wanted, fake.client);
        assert.deepEqual(fake.callsOf("putBillingProfile"), [
            [customerId, { ...heldProfile(), email: "new@contoso.com" }],
        ]);
        assert.equal(state.billingProfile.email, "new@contoso.com");
    });

    it("reads the billing profile by itself where the customer comes without it", async () => {
        const { billingProfile: profile, ...bare } = heldCustomer();
        const fake = fakeClient({ getCustomer: bare, getBillingProfile: profile });
        const state = await adopt(customerId, inputs, fake.client);
        assert.deepEqual(fake.order, ["getCustomer", "getBillingProfile"]);
        assert.equal(state.billingProfile.email, "billing@contoso.com");
    });

    it("accepts one of the tenant's domains, in any case, and keeps the declared one", async () => {
        const { client } = fakeClient({
            getCustomer: heldCustomer({
                companyProfile: { domain: "contoso.com" },
                customDomains: ["contoso.com", domain.toUpperCase()],
            }),
        });
        const state = await adopt(customerId, inputs, client);
        assert.equal(state.companyProfile.domain, domain);
    });

    it("refuses another domain, and changes nothing", async () => {
        for (const customDomains of [["fabrikam.onmicrosoft.com"], undefined]) {
            const held = heldCustomer({ companyProfile: { domain: "fabrikam.onmicrosoft.com" } });
            const fake = fakeClient({ getCustomer: { ...held, customDomains } });
            const error = await failureOf(() => adopt(customerId, inputs, fake.client));
            assert.match(error.message, /has the domain fabrikam.*Nothing was changed/);
            assert.ok(error.message.includes(domain));
            assert.deepEqual(fake.order, ["getCustomer"]);
        }
    });

    it("fails as the service does where there is no such customer", async () => {
        const gone = refusal(404);
        const { client } = fakeClient({ getCustomer: gone });
        assert.equal(await failureOf(() => adopt(customerId, inputs, client)), gone);
    });

    it("is partial where the service keeps a value as it was", async () => {
        const { client } = fakeClient({
            getCustomer: heldCustomer(),
            getBillingProfile: heldProfile(),
            putBillingProfile: heldProfile(),
        });
        const wanted = inputsWith({ culture: "fr-FR" });
        const error = await failureOf(() => adopt(customerId, wanted, client));
        assert.ok(error instanceof IncompleteResource);
        assert.equal(error.id, customerId);
        assert.match(error.message, /kept billingProfile\.culture as it was/);
    });
});
