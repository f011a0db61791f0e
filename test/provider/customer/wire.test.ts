import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    addressMembers,
    desiredBillingProfile,
    mergeBillingProfile,
    toBillingProfile,
    toCredentials,
    toNewCustomer,
    toState,
} from "../../../provider/customer/wire";
import {
    createdCustomer,
    customerId,
    domain,
    heldCustomer,
    heldProfile,
    inputsWith,
    password,
    resellerId,
    someInputs,
    someState,
} from "../fixtures";

describe("the body of a creation", () => {
    it("of a direct customer holds companyProfile and billingProfile, and nothing that the service owns", () => {
        assert.deepEqual(toNewCustomer(someInputs()), {
            companyProfile: { domain },
            billingProfile: {
                email: "billing@contoso.com",
                culture: "en-US",
                language: "en",
                companyName: "Contoso Ltd.",
                firstName: "Ada",
                lastName: "Lovelace",
                defaultAddress: {
                    country: "US",
                    city: "Redmond",
                    state: "WA",
                    addressLine1: "One Microsoft Way",
                    postalCode: "98052",
                    firstName: "Ada",
                    lastName: "Lovelace",
                },
            },
        });
    });

    it("of a reseller's customer holds the reseller and what was chosen about GDAP", () => {
        const body = toNewCustomer(
            someInputs({ associatedPartnerId: resellerId, enableGDAPByDefault: false }),
        );
        assert.equal(body.associatedPartnerId, resellerId);
        assert.equal(body.enableGDAPByDefault, false);
    });

    it("holds a registration number only if one was given", () => {
        for (const [given, sent] of [
            ["12345678000195", "12345678000195"],
            ["", undefined],
            [undefined, undefined],
        ]) {
            const { companyProfile } = toNewCustomer(
                someInputs({
                    companyProfile: {
                        domain,
                        ...(given !== undefined && { organizationRegistrationNumber: given }),
                    },
                }),
            );
            assert.equal(companyProfile.organizationRegistrationNumber, sent);
        }
    });

    it("holds no empty member, because the service refuses an empty region", () => {
        const { billingProfile } = toNewCustomer(
            inputsWith({ firstName: "" }, { region: "", addressLine2: "", phoneNumber: "" }),
        );
        assert.equal("region" in (billingProfile.defaultAddress ?? {}), false);
        assert.equal("addressLine2" in (billingProfile.defaultAddress ?? {}), false);
        assert.equal(billingProfile.firstName, "Ada");
    });

    it("names the billing contact that was declared, else the contact of the address", () => {
        assert.equal(
            desiredBillingProfile(inputsWith({ firstName: "Bo" }).billingProfile).firstName,
            "Bo",
        );
        assert.equal(desiredBillingProfile(inputsWith({}).billingProfile).firstName, "Ada");
    });

    it("does not change the arguments", () => {
        const inputs = inputsWith({ firstName: "" }, { region: "" });
        const before = structuredClone(inputs);
        toNewCustomer(inputs);
        assert.deepEqual(inputs, before);
    });
});

describe("the profile that is written", () => {
    it("is the one that was read, with the declared values in their places", () => {
        const desired = desiredBillingProfile(
            inputsWith({ email: "new@contoso.com" }).billingProfile,
        );
        assert.deepEqual(mergeBillingProfile(heldProfile(), desired), {
            ...heldProfile(),
            email: "new@contoso.com",
        });
    });

    it("keeps members that nobody has named yet, at both depths, and the etag", () => {
        const desired = desiredBillingProfile(inputsWith({}, { city: "Bellevue" }).billingProfile);
        const written = mergeBillingProfile(heldProfile(), desired);
        assert.deepEqual(written.customField, { nested: ["kept"] });
        assert.equal(written.defaultAddress?.district, "Eastside");
        assert.equal(written.defaultAddress?.city, "Bellevue");
        assert.equal(written.attributes?.etag, "-8799889149591823008");
    });

    it("empties a member that is declared no more, because an absent one may be kept", () => {
        const current = heldProfile({}, { addressLine2: "Building 92", phoneNumber: "4255550101" });
        const written = mergeBillingProfile(
            current,
            desiredBillingProfile(inputsWith({}).billingProfile),
        );
        assert.equal(written.defaultAddress?.addressLine2, "");
        assert.equal(written.defaultAddress?.phoneNumber, "");
    });

    it("never sends an empty region", () => {
        const current = heldProfile({}, { region: "NA" });
        const written = mergeBillingProfile(
            current,
            desiredBillingProfile(inputsWith({}).billingProfile),
        );
        assert.equal("region" in JSON.parse(JSON.stringify(written.defaultAddress)), false);
    });

    it("adds no member that is neither held nor declared", () => {
        const written = mergeBillingProfile(
            { email: "old@contoso.com" },
            desiredBillingProfile(inputsWith({}).billingProfile),
        );
        assert.equal("middleName" in (written.defaultAddress ?? {}), false);
        assert.equal(written.email, "billing@contoso.com");
    });

    it("leaves what was read unchanged", () => {
        const current = heldProfile();
        mergeBillingProfile(
            current,
            desiredBillingProfile(inputsWith({ email: "x" }).billingProfile),
        );
        assert.deepEqual(current, heldProfile());
    });
});

describe("the state of a customer", () => {
    it("is what the service holds of the managed members, without empty ones", () => {
        const { userCredentials, adminUserPrincipalName, ...state } = someState();
        assert.deepEqual(toState(someInputs(), heldCustomer()), state);
    });

    it("keeps from the program what no answer repeats", () => {
        const declared = someInputs({
            companyProfile: { domain, organizationRegistrationNumber: "12345" },
            associatedPartnerId: resellerId,
            enableGDAPByDefault: false,
            existingCustomerId: customerId,
            deletionPolicy: "retain",
        });
        const state = toState(declared, heldCustomer());
        assert.equal(state.companyProfile.organizationRegistrationNumber, "12345");
        assert.equal(state.associatedPartnerId, resellerId);
        assert.equal(state.enableGDAPByDefault, false);
        assert.equal(state.existingCustomerId, customerId);
        assert.equal(state.deletionPolicy, "retain");
    });

    it("prefers the service's word where there is one", () => {
        const declared = someInputs({
            companyProfile: { domain, organizationRegistrationNumber: "1" },
            enableGDAPByDefault: false,
        });
        const state = toState(
            declared,
            heldCustomer({
                companyProfile: { domain, organizationRegistrationNumber: "2" },
                associatedPartnerId: resellerId,
                enableGDAPByDefault: true,
            }),
        );
        assert.equal(state.companyProfile.organizationRegistrationNumber, "2");
        assert.equal(state.associatedPartnerId, resellerId);
        assert.equal(state.enableGDAPByDefault, true);
    });

    const domains: [
        title: string,
        declared: string | undefined,
        held: string | undefined,
        expected: string,
    ][] = [
        ["the service's spelling of the declared one", "Contoso.onmicrosoft.com", domain, domain],
        ["the declared one, after another became the default", domain, "contoso.com", domain],
        ["the service's where none was declared", undefined, domain, domain],
        ["the declared one where the service hides it", domain, undefined, domain],
        ["empty where nobody knows it", undefined, undefined, ""],
    ];
    for (const [title, declared, held, expected] of domains) {
        it(`has as its domain ${title}`, () => {
            const state = toState(
                { ...someInputs(), companyProfile: (declared && { domain: declared }) as never },
                heldCustomer({ companyProfile: held === undefined ? {} : { domain: held } }),
            );
            assert.equal(state.companyProfile.domain, expected);
        });
    }

    it("passes on a kind of relationship that nobody has named yet", () => {
        const held = heldCustomer({ relationshipToPartner: "co_seller" });
        assert.equal(toState(someInputs(), held).relationshipToPartner, "co_seller");
    });

    it("says false where delegated access is off, and nothing where the service says nothing", () => {
        assert.equal(
            toState(someInputs(), heldCustomer({ allowDelegatedAccess: false }))
                .allowDelegatedAccess,
            false,
        );
        const { allowDelegatedAccess: _, customDomains: __, ...hidden } = heldCustomer();
        const state = toState(someInputs(), hidden as typeof hidden & { id: string });
        assert.equal("allowDelegatedAccess" in state, false);
        assert.equal("customDomains" in state, false);
    });

    it("holds no undefined member at any depth, which the engine would not take", () => {
        const sparse = toState({ companyProfile: undefined, billingProfile: undefined } as never, {
            id: customerId,
        });
        assert.deepEqual(JSON.parse(JSON.stringify(sparse)), sparse);
        assert.deepEqual(Object.keys(toBillingProfile({})), ["defaultAddress"]);
    });

    it("holds no member of the profile that the provider does not manage", () => {
        const profile = toBillingProfile(heldProfile());
        const allowed: readonly string[] = addressMembers;
        assert.equal("customField" in profile || "attributes" in profile || "id" in profile, false);
        assert.ok(Object.keys(profile.defaultAddress).every((member) => allowed.includes(member)));
    });
});

describe("the credentials of the first administrator", () => {
    it("are name, password and the sign-in name", () => {
        assert.deepEqual(toCredentials(createdCustomer()), {
            userCredentials: { userName: "admin", password },
            adminUserPrincipalName: `admin@${domain}`,
        });
    });

    it("have the name admin where the answer gives none", () => {
        const answer = createdCustomer({ userCredentials: { password } });
        assert.equal(toCredentials(answer).userCredentials?.userName, "admin");
    });

    it("follow a name that is another one", () => {
        const answer = createdCustomer({ userCredentials: { userName: "root", password } });
        assert.equal(toCredentials(answer).adminUserPrincipalName, `root@${domain}`);
    });

    it("are absent without a password, while the sign-in name stays known", () => {
        const { userCredentials: _, ...answer } = createdCustomer();
        assert.deepEqual(toCredentials(answer as never), {
            adminUserPrincipalName: `admin@${domain}`,
        });
    });
});
