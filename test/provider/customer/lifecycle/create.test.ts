import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../../provider/customer/lifecycle";
import {
    createdCustomer,
    customerId,
    fakeClient,
    heldCustomer,
    heldProfile,
    resellerId,
    someInputs,
    someState,
} from "../../fixtures";

describe("create", () => {
    it("makes a direct customer, whose tenant is the id", async () => {
        const fake = fakeClient({ createCustomer: createdCustomer(), getCustomer: heldCustomer() });
        const { id, state } = await customerLifecycle.create(someInputs(), fake.client);
        assert.equal(id, customerId);
        assert.deepEqual(state, someState());
        assert.deepEqual(fake.order, ["createCustomer", "getCustomer"]);
    });

    it("makes the customer of a reseller", async () => {
        const fake = fakeClient({
            createCustomer: createdCustomer({
                relationshipToPartner: "reseller",
                associatedPartnerId: resellerId,
            }),
            getCustomer: heldCustomer(),
        });
        const inputs = someInputs({ associatedPartnerId: resellerId });
        const { state } = await customerLifecycle.create(inputs, fake.client);
        const [[body]] = fake.callsOf("createCustomer") as [[Record<string, unknown>]];
        assert.equal(body.associatedPartnerId, resellerId);
        assert.equal(state.associatedPartnerId, resellerId);
    });

    it("takes over the customer that existingCustomerId names, and creates none", async () => {
        const fake = fakeClient({ getCustomer: heldCustomer() });
        const inputs = someInputs({ existingCustomerId: customerId });
        const { id, state } = await customerLifecycle.create(inputs, fake.client);
        assert.equal(id, customerId);
        assert.equal("userCredentials" in state, false);
        assert.deepEqual(fake.order, ["getCustomer"]);
    });

    it("leaves a state that needs no change", async () => {
        const { client } = fakeClient({
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer({ billingProfile: heldProfile({ culture: "EN-US" }) }),
        });
        const { id, state } = await customerLifecycle.create(someInputs(), client);
        assert.deepEqual(customerLifecycle.diff(id, state, someInputs()), { changes: false });
    });
});

it("the credentials, and nothing else, are secret", () => {
    assert.deepEqual(customerLifecycle.secrets, ["userCredentials"]);
});
