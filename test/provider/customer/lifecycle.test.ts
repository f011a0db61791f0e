import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../provider/customer/lifecycle";
import type { CustomerInputs, CustomerState } from "../../../provider/customer/shapes";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import type { PartnerCenter } from "../../../provider/partnercenter/client";
import { PartnerCenterError } from "../../../provider/partnercenter/errors";
import type {
    BillingProfileResource,
    CustomerResource,
} from "../../../provider/partnercenter/types";
import {
    context,
    createdCustomer,
    customerId,
    domain,
    failureOf,
    fakeClient,
    heldCustomer,
    heldProfile,
    inputsWith,
    meaningGone,
    meaningUnknown,
    otherCustomerId,
    password,
    refusal,
    resellerId,
    someInputs,
    someState,
    titleOf,
    unknown,
} from "../fixtures";

const accepted = (_id: string, profile: BillingProfileResource) => profile;
const otherDomain = { domain: "fabrikam.onmicrosoft.com" };

describe("check", () => {
    it("completes the arguments with the policy that protects", () => {
        const { deletionPolicy: _, ...declared } = someInputs();
        const { inputs, problems } = customerLifecycle.check(
            undefined,
            declared as CustomerInputs,
            context,
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(inputs, someInputs());
    });

    it("leaves the arguments as they are otherwise, and does not change the given ones", () => {
        const news = someInputs({ deletionPolicy: "delete", associatedPartnerId: resellerId });
        const before = structuredClone(news);
        assert.deepEqual(customerLifecycle.check(undefined, news, context).inputs, before);
        assert.deepEqual(news, before);
    });

    it("keeps the key that the resource was created with, whatever its name is now", () => {
        const olds = someInputs({ requestKey: "of the old name" });
        const news = someInputs({ requestKey: "of the new name" });
        assert.equal(
            customerLifecycle.check(olds, news, context).inputs.requestKey,
            "of the old name",
        );
        assert.equal(
            customerLifecycle.check(undefined, news, context).inputs.requestKey,
            "of the new name",
        );
    });

    it("takes the new key where there was none, and adds none where there is none", () => {
        const { requestKey: _, ...without } = someInputs();
        assert.equal(
            customerLifecycle.check(without, someInputs(), context).inputs.requestKey,
            someInputs().requestKey,
        );
        assert.equal(
            "requestKey" in customerLifecycle.check(without, without, context).inputs,
            false,
        );
    });

    it("says all faults at once", () => {
        const news = inputsWith({ email: "x", culture: "y" }, { country: "UK" });
        assert.equal(customerLifecycle.check(undefined, news, context).problems.length, 3);
    });

    for (const [title, olds, news] of [
        ["a reseller", {}, { associatedPartnerId: resellerId }],
        ["the choice about GDAP", { enableGDAPByDefault: true }, { enableGDAPByDefault: false }],
        [
            "a registration number",
            {},
            { companyProfile: { domain, organizationRegistrationNumber: "1" } },
        ],
        [
            "the customer that was taken over",
            { existingCustomerId: customerId },
            { existingCustomerId: otherCustomerId },
        ],
        ["the domain of a protected customer", {}, { companyProfile: otherDomain }],
    ] as const) {
        it(`refuses to change ${title}`, () => {
            assert.equal(
                customerLifecycle.check(someInputs(olds), someInputs(news), context).problems
                    .length,
                1,
            );
            assert.deepEqual(
                customerLifecycle.check(undefined, someInputs(news), context).problems,
                [],
            );
        });
    }

    it("accepts the arguments of a replacement, for which there are no old ones", () => {
        const news = someInputs({ companyProfile: otherDomain });
        assert.deepEqual(customerLifecycle.check(undefined, news, context).problems, []);
    });

    it("says nothing of values that are not known yet, and hands them on", () => {
        const news = {
            companyProfile: unknown,
            billingProfile: unknown,
            associatedPartnerId: unknown,
            deletionPolicy: unknown,
        } as unknown as CustomerInputs;
        for (const olds of [undefined, someInputs()]) {
            const { inputs, problems } = customerLifecycle.check(olds, news, context);
            assert.deepEqual(problems, []);
            assert.equal(inputs.companyProfile, unknown);
            assert.equal(inputs.deletionPolicy, unknown);
        }
    });
});

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

describe("delete", () => {
    it("is forbidden by the policy prevent, without a client, and says what the choices do", async () => {
        const error = await failureOf(() => remove("prevent", unavailable));
        assert.ok(error instanceof PartnerCenterError);
        assert.ok(error.message.includes(domain));
        assert.ok(error.message.includes(customerId));
        for (const policy of ["prevent", "retain", "removeRelationship", "delete"]) {
            assert.ok(error.message.includes(`"${policy}"`), policy);
        }
    });

    it("is forbidden where the state holds a policy that this version does not know", async () => {
        await assert.rejects(remove("archive", unavailable), PartnerCenterError);
    });

    it("with retain is nothing, and needs no client", async () => {
        await remove("retain", unavailable);
    });

    it("with removeRelationship ends the relationship, and deletes nothing", async () => {
        const fake = fakeClient({ removeRelationship: undefined });
        await remove("removeRelationship", () => fake.client);
        assert.deepEqual(fake.order, ["removeRelationship"]);
    });

    it("with removeRelationship names the subscriptions that stand in the way", async () => {
        const { client } = fakeClient({
            removeRelationship: refusal(400, "800002"),
            getSubscriptions: [[{ id: "1", friendlyName: "Mail", status: "active" }]],
        });
        const error = await failureOf(() => remove("removeRelationship", () => client));
        assert.match(error.message, /Mail \(1\)/);
    });

    it("with delete deletes the customer of the sandbox", async () => {
        const fake = fakeClient({ deleteCustomer: undefined });
        await remove("delete", () => fake.client);
        assert.deepEqual(fake.order, ["deleteCustomer"]);
    });

    for (const policy of ["removeRelationship", "delete"]) {
        for (const error of meaningGone) {
            it(`with ${policy} has succeeded where the customer is gone: ${titleOf(error)}`, async () => {
                const { client } = fakeClient({ removeRelationship: error, deleteCustomer: error });
                await remove(policy, () => client);
            });
        }

        for (const error of meaningUnknown) {
            it(`with ${policy} fails with ${titleOf(error)}`, async () => {
                const { client } = fakeClient({
                    removeRelationship: error,
                    deleteCustomer: error,
                    getSubscriptions: [[]],
                });
                assert.equal(await failureOf(() => remove(policy, () => client)), error);
            });
        }
    }

    function unavailable(): PartnerCenter {
        throw new Error("a client was asked for");
    }

    async function remove(policy: string, client: () => PartnerCenter): Promise<void> {
        const state = someState({ deletionPolicy: policy as CustomerState["deletionPolicy"] });
        await customerLifecycle.delete(customerId, state, client);
    }
});

it("the credentials, and nothing else, are secret", () => {
    assert.deepEqual(customerLifecycle.secrets, ["userCredentials"]);
});

async function readWith(answer: CustomerResource | Error): Promise<CustomerState | undefined> {
    const { client } = fakeClient({ getCustomer: answer });
    return await customerLifecycle.read(customerId, someState(), client);
}
