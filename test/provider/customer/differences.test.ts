import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { differences } from "../../../provider/customer/differences";
import {
    addressMembers,
    billingMembers,
    desiredBillingProfile,
} from "../../../provider/customer/wire";
import type { BillingProfileResource } from "../../../provider/partnercenter/types";
import { sameName } from "../../../provider/validation/sameName";
import { heldProfile, inputsWith } from "../fixtures";

describe("a difference is not", () => {
    const same: [title: string, declared: Declared, held: BillingProfileResource][] = [
        ["the profile as it was declared", {}, heldProfile()],
        ["the case of the culture", { culture: "EN-us" }, heldProfile()],
        ["the case of the language", { language: "En" }, heldProfile()],
        ["the case of the country", { address: { country: "us" } }, heldProfile()],
        ["an empty member for one left out", {}, heldProfile({}, { middleName: "", region: "" })],
        ["null for a member left out", {}, heldProfile({}, { middleName: null, region: null })],
        [
            "an empty declared member for an absent one",
            { address: { middleName: "" } },
            heldProfile(),
        ],
        ["a member that the provider does not manage", {}, heldProfile({ other: 1 }, { id: "x" })],
        ["another etag", {}, heldProfile({ attributes: { etag: "1" } })],
        [
            "a billing contact that is the contact of the address",
            { firstName: "Ada", lastName: "Lovelace" },
            heldProfile(),
        ],
        [
            "no billing contact where it would be the contact of the address",
            {},
            heldProfile({ firstName: "", lastName: "" }),
        ],
    ];
    for (const [title, declared, held] of same) {
        it(title, () => {
            assert.deepEqual(differences(desired(declared), held), []);
        });
    }
});

describe("a difference is", () => {
    for (const member of billingMembers) {
        it(`another billingProfile.${member}`, () => {
            assert.deepEqual(differences(desired(), heldProfile({ [member]: "other" })), [
                `billingProfile.${member}`,
            ]);
        });
    }

    for (const member of addressMembers) {
        it(`another billingProfile.defaultAddress.${member}`, () => {
            const held = heldProfile({}, { [member]: "other" });
            assert.deepEqual(differences(desired(), held), [
                `billingProfile.defaultAddress.${member}`,
            ]);
        });
    }

    it("the case of a name, which a person wrote", () => {
        assert.deepEqual(differences(desired(), heldProfile({ companyName: "CONTOSO LTD." })), [
            "billingProfile.companyName",
        ]);
    });

    it("a member that the service lost", () => {
        assert.deepEqual(
            differences(desired({ address: { addressLine2: "B 92" } }), heldProfile()),
            ["billingProfile.defaultAddress.addressLine2"],
        );
    });

    it("each of several, in the order of the documentation", () => {
        const held = heldProfile({ language: "fr", email: "x" }, { city: "Paris", country: "FR" });
        assert.deepEqual(differences(desired(), held), [
            "billingProfile.email",
            "billingProfile.language",
            "billingProfile.defaultAddress.country",
            "billingProfile.defaultAddress.city",
        ]);
    });

    it("every declared member of a profile that is not there", () => {
        assert.equal(differences(desired(), {}).length, 13);
    });
});

describe("for any two profiles", () => {
    it("there is no difference between a profile and itself", () => {
        fc.assert(
            fc.property(anyProfile(), (profile) => {
                assert.deepEqual(differences(profile, structuredClone(profile)), []);
            }),
            { seed: 2 },
        );
    });

    it("the differences are the same in both directions", () => {
        fc.assert(
            fc.property(anyProfile(), anyProfile(), (one, other) => {
                assert.deepEqual(differences(one, other), differences(other, one));
            }),
            { seed: 3 },
        );
    });
});

describe("two names are the same", () => {
    const pairs: [string | undefined, string | undefined, boolean][] = [
        ["contoso.onmicrosoft.com", "Contoso.OnMicrosoft.com", true],
        ["contoso.onmicrosoft.com", "contoso2.onmicrosoft.com", false],
        ["contoso.onmicrosoft.com", undefined, false],
        [undefined, "contoso.onmicrosoft.com", false],
        [undefined, undefined, true],
    ];
    for (const [one, other, expected] of pairs) {
        it(`${one} and ${other}: ${expected}`, () => {
            assert.equal(sameName(one, other), expected);
        });
    }
});

/** Members of the billing profile, and of its address. */
type Declared = { address?: object; [member: string]: unknown };

function desired({ address, ...profile }: Declared = {}) {
    return desiredBillingProfile(inputsWith(profile, address).billingProfile);
}

function anyProfile(): fc.Arbitrary<BillingProfileResource> {
    const value = fc.constantFrom("", "a", "A", "b");
    const members = (names: readonly string[]) =>
        fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    return fc
        .tuple(members(billingMembers), fc.option(members(addressMembers), { nil: undefined }))
        .map(([profile, defaultAddress]) => ({
            ...profile,
            ...(defaultAddress && { defaultAddress }),
        }));
}
