import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../../provider/customer/lifecycle";
import { PartnerCenterError } from "../../../../provider/partnercenter/errors";
import {
    customerId,
    domain,
    failureOf,
    inputsWith,
    otherCustomerId,
    resellerId,
    someInputs,
    someState,
} from "../../fixtures";

const otherDomain = { domain: "fabrikam.onmicrosoft.com" };

describe("diff", () => {
    it("sees no change between arguments and the state that came of them", () => {
        assert.deepEqual(customerLifecycle.diff(customerId, someState(), someInputs()), {
            changes: false,
        });
    });

    it("sees a changed billing profile, which changes in place", () => {
        for (const news of [
            inputsWith({ email: "new@contoso.com" }),
            inputsWith({}, { city: "Bellevue" }),
            inputsWith({}, { addressLine2: "Building 92" }),
        ]) {
            assert.deepEqual(customerLifecycle.diff(customerId, someState(), news), {
                changes: true,
            });
        }
    });

    it("sees what somebody changed in the portal", () => {
        const state = someState();
        state.billingProfile = { ...state.billingProfile, companyName: "Fabrikam" };
        assert.deepEqual(customerLifecycle.diff(customerId, state, someInputs()), {
            changes: true,
        });
    });

    it("sees another policy, which changes in place", () => {
        const news = someInputs({ deletionPolicy: "retain" });
        assert.deepEqual(customerLifecycle.diff(customerId, someState(), news), { changes: true });
    });

    it("does not see what the service does not give back, nor the key of the creation", () => {
        const news = someInputs({ requestKey: "another", associatedPartnerId: resellerId });
        assert.deepEqual(customerLifecycle.diff(customerId, someState(), news), { changes: false });
    });

    it("does not see the case of the domain", () => {
        const news = someInputs({ companyProfile: { domain: domain.toUpperCase() } });
        assert.deepEqual(customerLifecycle.diff(customerId, someState(), news), { changes: false });
    });

    it("replaces the customer for another domain", () => {
        const news = someInputs({ companyProfile: otherDomain, deletionPolicy: "retain" });
        assert.deepEqual(
            customerLifecycle.diff(customerId, someState({ deletionPolicy: "retain" }), news),
            {
                changes: true,
                replaces: ["companyProfile"],
            },
        );
    });

    it("does not give up a customer that was taken over for one of another domain", async () => {
        const news = someInputs({ companyProfile: otherDomain, existingCustomerId: customerId });
        const error = await failureOf(() => customerLifecycle.diff(customerId, someState(), news));
        assert.ok(error instanceof PartnerCenterError);
        assert.match(error.message, /was taken over by existingCustomerId/);
    });

    it("does so also where existingCustomerId was taken out of the program since", () => {
        const state = someState({ existingCustomerId: customerId });
        assert.throws(
            () =>
                customerLifecycle.diff(
                    customerId,
                    state,
                    someInputs({ companyProfile: otherDomain }),
                ),
            /was taken over by existingCustomerId/,
        );
        assert.deepEqual(customerLifecycle.diff(customerId, state, someInputs()), {
            changes: false,
        });
    });

    it("refuses the id of another customer than the one that the resource holds", () => {
        const news = someInputs({ existingCustomerId: otherCustomerId });
        assert.throws(
            () => customerLifecycle.diff(customerId, someState(), news),
            PartnerCenterError,
        );
    });
});
