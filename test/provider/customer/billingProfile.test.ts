import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readCustomer, writeBillingProfile } from "../../../provider/customer/billingProfile";
import type { CustomerState } from "../../../provider/customer/shapes";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import type { BillingProfileResource } from "../../../provider/partnercenter/types";
import {
    customerId,
    failureOf,
    fakeClient,
    heldCustomer,
    heldProfile,
    inputsWith,
    meaningGone,
    noAnswer,
    refusal,
    someInputs,
    someState,
    titleOf,
} from "../fixtures";

const accepted = (_id: string, profile: BillingProfileResource) => profile;
const stale = [refusal(412), refusal(412, "2055"), refusal(400, "2055")];

describe("reading a customer", () => {
    it("is one call where the answer holds the billing profile", async () => {
        const fake = fakeClient({ getCustomer: heldCustomer() });
        assert.deepEqual(await readCustomer(customerId, fake.client), heldCustomer());
        assert.deepEqual(fake.order, ["getCustomer"]);
    });

    it("asks for the billing profile where the answer lacks it, or its address", async () => {
        for (const billingProfile of [undefined, { email: "billing@contoso.com" }]) {
            const fake = fakeClient({
                getCustomer: { ...heldCustomer(), billingProfile },
                getBillingProfile: heldProfile(),
            });
            const held = await readCustomer(customerId, fake.client);
            assert.deepEqual(held.billingProfile, heldProfile());
            assert.deepEqual(fake.callsOf("getBillingProfile"), [[customerId]]);
        }
    });
});

describe("writing a billing profile", () => {
    const wanted = inputsWith({ email: "new@contoso.com" });

    it("is nothing where nothing differs", async () => {
        const fake = fakeClient();
        const profile = await writeBillingProfile(
            customerId,
            someInputs(),
            someState(),
            fake.client,
        );
        assert.deepEqual(fake.order, []);
        assert.deepEqual(profile, someState().billingProfile);
    });

    it("is a fresh read and a write of the whole profile, unknown members and etag included", async () => {
        const fake = fakeClient({ getBillingProfile: heldProfile(), putBillingProfile: accepted });
        const profile = await writeBillingProfile(customerId, wanted, someState(), fake.client);
        assert.deepEqual(fake.order, ["getBillingProfile", "putBillingProfile"]);
        assert.deepEqual(fake.callsOf("putBillingProfile"), [
            [customerId, { ...heldProfile(), email: "new@contoso.com" }],
        ]);
        assert.equal(profile.email, "new@contoso.com");
    });

    it("keeps what was changed elsewhere in members that the provider does not manage", async () => {
        const fake = fakeClient({
            getBillingProfile: heldProfile({ customField: { nested: ["newer"] } }),
            putBillingProfile: accepted,
        });
        await writeBillingProfile(customerId, wanted, someState(), fake.client);
        const [[, written]] = fake.callsOf("putBillingProfile") as [[string, object]];
        assert.deepEqual((written as BillingProfileResource).customField, { nested: ["newer"] });
    });

    it("empties a member that the program declares no more", async () => {
        const second = { addressLine2: "Building 92" };
        const state = someState();
        state.billingProfile.defaultAddress = { ...state.billingProfile.defaultAddress, ...second };
        const fake = fakeClient({
            getBillingProfile: heldProfile({}, second),
            putBillingProfile: accepted,
        });
        const profile = await writeBillingProfile(customerId, someInputs(), state, fake.client);
        const [[, written]] = fake.callsOf("putBillingProfile") as [[string, object]];
        assert.equal((written as BillingProfileResource).defaultAddress?.addressLine2, "");
        assert.equal("addressLine2" in profile.defaultAddress, false);
    });

    for (const error of stale) {
        it(`after ${titleOf(error)} reads again and merges into the newer profile`, async () => {
            const newer = heldProfile({ customField: "newer", attributes: { etag: "2" } });
            const fake = fakeClient({
                getBillingProfile: [heldProfile(), newer],
                putBillingProfile: [error, accepted],
            });
            await writeBillingProfile(customerId, wanted, someState(), fake.client);
            assert.deepEqual(fake.callsOf("putBillingProfile")[1], [
                customerId,
                { ...newer, email: "new@contoso.com" },
            ]);
        });

        it(`after ${titleOf(error)} twice gives up`, async () => {
            const fake = fakeClient({
                getBillingProfile: heldProfile(),
                putBillingProfile: [error, error],
            });
            const call = () => writeBillingProfile(customerId, wanted, someState(), fake.client);
            assert.equal(await failureOf(call), error);
            assert.equal(fake.callsOf("putBillingProfile").length, 2);
        });
    }

    for (const error of [...meaningGone, refusal(400, "800002"), refusal(403), noAnswer()]) {
        it(`fails with ${titleOf(error)} as it is, without a second try`, async () => {
            const fake = fakeClient({
                getBillingProfile: heldProfile(),
                putBillingProfile: [error],
            });
            const call = () => writeBillingProfile(customerId, wanted, someState(), fake.client);
            assert.equal(await failureOf(call), error);
        });
    }

    it("is partial where the service keeps values, and says which", async () => {
        const { client } = fakeClient({
            getBillingProfile: heldProfile(),
            putBillingProfile: heldProfile({ email: "new@contoso.com" }),
        });
        const desired = inputsWith(
            { email: "new@contoso.com", culture: "fr-FR" },
            { country: "FR" },
        );
        const error = await failureOf(() =>
            writeBillingProfile(customerId, desired, someState(), client),
        );
        assert.ok(error instanceof IncompleteResource);
        assert.match(
            error.reasons.join(),
            /kept billingProfile\.culture, billingProfile\.defaultAddress\.country as it was/,
        );
        const state = error.state as CustomerState;
        assert.equal(state.billingProfile.email, "new@contoso.com");
        assert.equal(state.billingProfile.culture, "en-US");
        assert.deepEqual(state.userCredentials, someState().userCredentials);
    });

    it("is complete where the service changes the case of what it was told", async () => {
        const { client } = fakeClient({
            getBillingProfile: heldProfile(),
            putBillingProfile: heldProfile({ culture: "fr-FR", language: "fr" }),
        });
        const desired = inputsWith({ culture: "FR-fr", language: "FR" });
        const profile = await writeBillingProfile(customerId, desired, someState(), client);
        assert.equal(profile.culture, "fr-FR");
    });

    it("does not lose its way where a success comes without a body", async () => {
        const { client } = fakeClient({
            getBillingProfile: [heldProfile(), heldProfile({ email: "new@contoso.com" })],
            putBillingProfile: undefined,
        });
        const profile = await writeBillingProfile(customerId, wanted, someState(), client);
        assert.equal(profile.email, "new@contoso.com");
    });
});
