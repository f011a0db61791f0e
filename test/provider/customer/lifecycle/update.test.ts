import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../../provider/customer/lifecycle";
import type { CustomerState } from "../../../../provider/customer/shapes";
import { IncompleteResource } from "../../../../provider/lifecycle/incomplete";
import type { BillingProfileResource } from "../../../../provider/partnercenter/types";
import {
    customerId,
    failureOf,
    fakeClient,
    heldCustomer,
    heldProfile,
    inputsWith,
    refusal,
    someInputs,
    someState,
} from "../../fixtures";

const accepted = (_id: string, profile: BillingProfileResource) => profile;

describe("update", () => {
    const news = inputsWith({ email: "new@contoso.com" });

    it("is a fresh read and one write of the whole profile", async () => {
        const fake = fakeClient({ getBillingProfile: heldProfile(), putBillingProfile: accepted });
        const state = await customerLifecycle.update(customerId, someState(), news, fake.client);
        assert.deepEqual(fake.order, ["getBillingProfile", "putBillingProfile"]);
        assert.deepEqual(fake.callsOf("putBillingProfile"), [
            [customerId, { ...heldProfile(), email: "new@contoso.com" }],
        ]);
        const { email } = news.billingProfile;
        const expected = someState();
        assert.deepEqual(state, {
            ...expected,
            billingProfile: { ...expected.billingProfile, email },
        });
    });

    it("leaves a state that needs no change", async () => {
        const { client } = fakeClient({
            getBillingProfile: heldProfile(),
            putBillingProfile: accepted,
        });
        const state = await customerLifecycle.update(customerId, someState(), news, client);
        assert.deepEqual(customerLifecycle.diff(customerId, state, news), { changes: false });
    });

    it("of the policy alone writes nothing", async () => {
        const fake = fakeClient({ getCustomer: heldCustomer() });
        const retained = someInputs({ deletionPolicy: "retain" });
        const state = await customerLifecycle.update(
            customerId,
            someState(),
            retained,
            fake.client,
        );
        assert.equal(state.deletionPolicy, "retain");
        assert.equal(fake.callsOf("putBillingProfile").length, 0);
        assert.deepEqual(state.userCredentials, someState().userCredentials);
    });

    it("takes the new policy also together with a new profile", async () => {
        const { client } = fakeClient({
            getBillingProfile: heldProfile(),
            putBillingProfile: accepted,
        });
        const both = { ...news, deletionPolicy: "retain" } as const;
        const state = await customerLifecycle.update(customerId, someState(), both, client);
        assert.equal(state.deletionPolicy, "retain");
        assert.equal(state.billingProfile.email, "new@contoso.com");
    });

    it("completes a customer that could not be read back after its creation", async () => {
        const { relationshipToPartner: _, customDomains: __, ...incomplete } = someState();
        const fake = fakeClient({ getCustomer: heldCustomer() });
        const state = await customerLifecycle.update(
            customerId,
            incomplete,
            someInputs(),
            fake.client,
        );
        assert.deepEqual(fake.order, ["getCustomer"]);
        assert.deepEqual(state, someState());
    });

    it("waits for a customer whose creation could not be read back", async () => {
        const { relationshipToPartner: _, ...unconfirmed } = someState();
        const { client } = fakeClient({ getCustomer: [refusal(404), heldCustomer()] });
        const state = await customerLifecycle.update(customerId, unconfirmed, someInputs(), client);
        assert.deepEqual(state, someState());
    });

    it("keeps by which id a customer was taken over, also when the program says it no more", async () => {
        const { client } = fakeClient({ getCustomer: heldCustomer() });
        const before = someState({ existingCustomerId: customerId });
        const state = await customerLifecycle.update(customerId, before, someInputs(), client);
        assert.equal(state.existingCustomerId, customerId);
    });

    it("completes a customer and writes what differs, in one go", async () => {
        const { relationshipToPartner: _, ...incomplete } = someState();
        const fake = fakeClient({
            getCustomer: heldCustomer(),
            getBillingProfile: heldProfile(),
            putBillingProfile: accepted,
        });
        const state = await customerLifecycle.update(customerId, incomplete, news, fake.client);
        assert.equal(state.relationshipToPartner, "reseller");
        assert.equal(state.billingProfile.email, "new@contoso.com");
        assert.deepEqual(state.userCredentials, someState().userCredentials);
    });

    it("repairs what was changed since, if the customer has to be completed", async () => {
        const { relationshipToPartner: _, ...incomplete } = someState();
        const drifted = heldProfile({ email: "drifted@contoso.com" });
        const fake = fakeClient({
            getCustomer: heldCustomer({ billingProfile: drifted }),
            getBillingProfile: drifted,
            putBillingProfile: accepted,
        });
        const state = await customerLifecycle.update(
            customerId,
            incomplete,
            someInputs(),
            fake.client,
        );
        assert.equal(state.billingProfile.email, "billing@contoso.com");
    });

    it("after a stale etag reads again and merges once", async () => {
        const newer = heldProfile({ customField: "newer", attributes: { etag: "2" } });
        const fake = fakeClient({
            getBillingProfile: [heldProfile(), newer],
            putBillingProfile: [refusal(412), accepted],
        });
        await customerLifecycle.update(customerId, someState(), news, fake.client);
        assert.deepEqual(fake.callsOf("putBillingProfile")[1], [
            customerId,
            { ...newer, email: "new@contoso.com" },
        ]);
    });

    it("is partial where the service silently keeps a value, and keeps the password", async () => {
        const { client } = fakeClient({
            getBillingProfile: heldProfile(),
            putBillingProfile: heldProfile(),
        });
        const error = await failureOf(() =>
            customerLifecycle.update(customerId, someState(), news, client),
        );
        assert.ok(error instanceof IncompleteResource);
        assert.equal(error.id, customerId);
        assert.deepEqual(
            (error.state as CustomerState).userCredentials,
            someState().userCredentials,
        );
        assert.deepEqual(customerLifecycle.diff(customerId, error.state as CustomerState, news), {
            changes: true,
        });
    });

    it("has the new policy in force also where the service kept a value: the engine keeps the new arguments", async () => {
        const { client } = fakeClient({
            getBillingProfile: heldProfile(),
            putBillingProfile: heldProfile(),
        });
        const both = { ...news, deletionPolicy: "retain" } as const;
        const error = await failureOf(() =>
            customerLifecycle.update(customerId, someState(), both, client),
        );
        assert.ok(error instanceof IncompleteResource);
        assert.equal((error.state as CustomerState).deletionPolicy, "retain");
    });

    it("does not invent a success for a customer who is gone", async () => {
        const gone = refusal(404);
        const { client } = fakeClient({ getBillingProfile: gone });
        assert.equal(
            await failureOf(() => customerLifecycle.update(customerId, someState(), news, client)),
            gone,
        );
    });
});
