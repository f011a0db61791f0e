import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../../provider/customer/lifecycle";
import type { CustomerState } from "../../../../provider/customer/shapes";
import type { CustomerResource } from "../../../../provider/partnercenter/types";
import {
    customerId,
    domain,
    failureOf,
    fakeClient,
    heldCustomer,
    heldProfile,
    meaningGone,
    meaningUnknown,
    password,
    refusal,
    someInputs,
    someState,
    titleOf,
} from "../../fixtures";

describe("read", () => {
    it("gives the state as it was where nothing has changed", async () => {
        const fake = fakeClient({ getCustomer: heldCustomer() });
        assert.deepEqual(
            await customerLifecycle.read(customerId, someState(), fake.client),
            someState(),
        );
        assert.deepEqual(fake.callsOf("getCustomer"), [[customerId]]);
    });

    it("keeps the password, which no answer repeats", async () => {
        const state = await readWith(heldCustomer());
        assert.deepEqual(state?.userCredentials, { userName: "admin", password });
        assert.equal(state?.adminUserPrincipalName, `admin@${domain}`);
    });

    it("shows what somebody changed in the portal", async () => {
        const held = heldCustomer({ billingProfile: heldProfile({}, { city: "Bellevue" }) });
        const state = await readWith(held);
        assert.equal(state?.billingProfile.defaultAddress.city, "Bellevue");
        assert.deepEqual(customerLifecycle.diff(customerId, state ?? someState(), someInputs()), {
            changes: true,
        });
    });

    for (const [title, held] of [
        ["in another case", heldCustomer({ billingProfile: heldProfile({ culture: "EN-us" }) })],
        [
            "with empty members",
            heldCustomer({
                billingProfile: heldProfile({}, { addressLine2: "", middleName: null }),
            }),
        ],
        ["with members of tomorrow", heldCustomer({ isPremium: true })],
        [
            "with a domain in another case",
            heldCustomer({ companyProfile: { domain: domain.toUpperCase() } }),
        ],
        [
            "with a default domain of the customer's own",
            heldCustomer({ companyProfile: { domain: "contoso.com" } }),
        ],
        ["without a company profile", { ...heldCustomer(), companyProfile: undefined }],
        [
            "without delegated access",
            heldCustomer({ allowDelegatedAccess: false, customDomains: undefined as never }),
        ],
    ] as [string, CustomerResource][]) {
        it(`invents no drift for a customer who is answered ${title}`, async () => {
            const state = await readWith(held);
            assert.ok(state !== undefined);
            assert.deepEqual(customerLifecycle.diff(customerId, state, someInputs()), {
                changes: false,
            });
        });
    }

    it("asks for the billing profile where the customer comes without it", async () => {
        const fake = fakeClient({
            getCustomer: { ...heldCustomer(), billingProfile: undefined },
            getBillingProfile: heldProfile(),
        });
        assert.deepEqual(
            await customerLifecycle.read(customerId, someState(), fake.client),
            someState(),
        );
    });

    for (const error of meaningGone) {
        it(`tells that the customer is gone: ${titleOf(error)}`, async () => {
            assert.equal(await readWith(error), undefined);
        });
    }

    for (const error of meaningUnknown) {
        it(`does not take for gone: ${titleOf(error)}`, async () => {
            assert.equal(await failureOf(() => readWith(error)), error);
        });
    }

    it("waits for a customer whose creation could not be read back, who would be lost with the password", async () => {
        const { relationshipToPartner: _, ...unconfirmed } = someState();
        const { client } = fakeClient({ getCustomer: [refusal(404), heldCustomer()] });
        assert.deepEqual(
            await customerLifecycle.read(customerId, unconfirmed, client),
            someState(),
        );
    });

    it("does not wait for a customer who is looked up", async () => {
        const { client } = fakeClient({ getCustomer: [refusal(404)] });
        const state = { companyProfile: { domain } } as CustomerState;
        assert.equal(await customerLifecycle.read(customerId, state, client), undefined);
    });

    it("looks up a customer of whom nothing is known but the id", async () => {
        const { client } = fakeClient({ getCustomer: heldCustomer() });
        const state = await customerLifecycle.read(customerId, {} as CustomerState, client);
        const { userCredentials: _, adminUserPrincipalName: __, ...expected } = someState();
        assert.deepEqual(state, expected);
    });
});

async function readWith(answer: CustomerResource | Error): Promise<CustomerState | undefined> {
    const { client } = fakeClient({ getCustomer: answer });
    return await customerLifecycle.read(customerId, someState(), client);
}
