import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { toNewCustomer } from "../../../../provider/customer/wire";
import { requestIdOf } from "../../../../provider/lifecycle/requestId";
import {
    createdCustomer,
    customerId,
    heldCustomer,
    partnerTenantId,
    refusal,
    resellerId,
    someInputs,
    someState,
} from "../../fixtures";
import { created } from "./outcomes";

/** Long enough for a second look, which comes after a quarter of a second. */
const somePatience = 2_000;

describe("creating a tenant", () => {
    it("is one POST and one read-back, and gives state and password", async () => {
        const { fake, state } = await created({
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer(),
        });
        assert.deepEqual(fake.order, ["createCustomer", "getCustomer"]);
        assert.deepEqual(state, someState());
    });

    it("sends the body, and the request id that is made of resource, partner tenant and body", async () => {
        const { fake } = await created({
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer(),
        });
        const body = toNewCustomer(someInputs());
        const requestId = requestIdOf(someInputs().requestKey ?? "", partnerTenantId, body);
        assert.deepEqual(fake.callsOf("createCustomer"), [[body, requestId]]);
    });

    it("sends the same request id in another run, and another one for another resource", async () => {
        const idOf = async (requestKey: string) => {
            const { fake } = await created(
                { createCustomer: createdCustomer(), getCustomer: heldCustomer() },
                { requestKey },
            );
            return fake.callsOf("createCustomer")[0]?.[1];
        };
        assert.equal(await idOf("one"), await idOf("one"));
        assert.notEqual(await idOf("one"), await idOf("other"));
    });

    it("works where the partner tenant is not known from the token", async () => {
        const { fake } = await created({
            partnerTenantId: undefined,
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer(),
        });
        const requestId = requestIdOf(
            someInputs().requestKey ?? "",
            "",
            toNewCustomer(someInputs()),
        );
        assert.equal(fake.callsOf("createCustomer")[0]?.[1], requestId);
    });

    it("for a reseller keeps reseller and GDAP choice, which the read-back does not repeat", async () => {
        const { state } = await created(
            { createCustomer: createdCustomer(), getCustomer: heldCustomer() },
            { associatedPartnerId: resellerId, enableGDAPByDefault: false },
        );
        assert.equal(state.associatedPartnerId, resellerId);
        assert.equal(state.enableGDAPByDefault, false);
    });

    it("takes the relationship from the read-back, never from the answer to the creation", async () => {
        const { state } = await created({
            createCustomer: createdCustomer({ relationshipToPartner: "none" }),
            getCustomer: heldCustomer({ relationshipToPartner: "reseller" }),
        });
        assert.equal(state.relationshipToPartner, "reseller");
    });

    it("waits until a new customer becomes visible", async () => {
        const { fake, state } = await created(
            { createCustomer: createdCustomer(), getCustomer: [refusal(404), heldCustomer()] },
            {},
            somePatience,
        );
        assert.equal(fake.callsOf("createCustomer").length, 1);
        assert.equal(state.tenantId, customerId);
    });

    it("has the billing profile in the state, also where reading the customer leaves it out", async () => {
        const { billingProfile: profile, ...bare } = heldCustomer();
        const { state } = await created({
            createCustomer: createdCustomer(),
            getCustomer: bare,
            getBillingProfile: profile,
        });
        assert.deepEqual(state.billingProfile, someState().billingProfile);
    });
});
