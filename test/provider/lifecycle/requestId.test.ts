import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { toNewCustomer } from "../../../provider/customer/wire";
import { canonicalJson, requestIdOf } from "../../../provider/lifecycle/requestId";
import type { NewCustomer } from "../../../provider/partnercenter/types";
import { inputsWith, partnerTenantId, resellerId, someInputs } from "../fixtures";

const key = "GZ6ZbZ8D2v0Kq1n3x4y5zA";
const body: NewCustomer = {
    companyProfile: { domain: "contoso.onmicrosoft.com", organizationRegistrationNumber: "12345" },
    billingProfile: {
        email: "billing@contoso.com",
        culture: "de-DE",
        language: "de",
        companyName: 'Müller & "Söhne" 東京',
        firstName: "Ada",
        lastName: "Lovelace",
        defaultAddress: {
            country: "DE",
            city: "Köln",
            addressLine1: "Domkloster 4",
            postalCode: "50667",
            firstName: "Ada",
            lastName: "Lovelace",
        },
    },
    associatedPartnerId: resellerId,
    enableGDAPByDefault: false,
};

// These ids and texts are frozen: a customer whose creation was cut short by an older version is
// found again only if this version makes the same id. A failing test here is never to be "updated".
describe("the request id of a creation, frozen for ever,", () => {
    it("is this one for this customer of a reseller", () => {
        assert.equal(
            requestIdOf(key, partnerTenantId, body),
            "2e712c55-1383-52e8-816b-e3ad17658e82",
        );
    });

    it("is this one for this direct customer, from the arguments of a program", () => {
        assert.equal(
            requestIdOf(key, partnerTenantId, toNewCustomer(someInputs())),
            "00a76abd-06bc-5b9a-a003-ee0e5a23867d",
        );
    });

    it("is this one where neither the resource nor the partner tenant is known", () => {
        assert.equal(requestIdOf("", "", body), "dc67cdb3-6b47-5e7f-9fbf-676ab7874caa");
    });

    it("does not depend on the order in which members were written", () => {
        assert.equal(
            requestIdOf(key, partnerTenantId, reversed(body) as NewCustomer),
            requestIdOf(key, partnerTenantId, body),
        );
    });

    const others: [title: string, key: string, tenant: string, body: NewCustomer][] = [
        ["resource", `${key}2`, partnerTenantId, body],
        ["partner tenant", key, resellerId, body],
        ["domain", key, partnerTenantId, { ...body, companyProfile: { domain: "x.com" } }],
        ["reseller", key, partnerTenantId, { ...body, associatedPartnerId: partnerTenantId }],
        ["choice about GDAP", key, partnerTenantId, { ...body, enableGDAPByDefault: true }],
        [
            "profile",
            key,
            partnerTenantId,
            { ...body, billingProfile: { ...body.billingProfile, email: "x" } },
        ],
    ];
    for (const [title, ...parts] of others) {
        it(`is another one for another ${title}`, () => {
            assert.notEqual(requestIdOf(...parts), requestIdOf(key, partnerTenantId, body));
        });
    }

    it("is another one for each member of the address", () => {
        const address = Object.keys(body.billingProfile.defaultAddress ?? {});
        const made = address.map((member) =>
            requestIdOf(
                key,
                partnerTenantId,
                toNewCustomer(inputsWith({}, { [member]: "something else" })),
            ),
        );
        assert.equal(new Set(made).size, address.length);
    });
});

describe("canonical JSON", () => {
    it("of a creation's body is this text, frozen for ever", () => {
        assert.equal(
            canonicalJson(body),
            '{"associatedPartnerId":"b01b1487-b36e-4e6d-9b5e-0b58974c4b28","billingProfile":{"companyName":"Müller & \\"Söhne\\" 東京","culture":"de-DE","defaultAddress":{"addressLine1":"Domkloster 4","city":"Köln","country":"DE","firstName":"Ada","lastName":"Lovelace","postalCode":"50667"},"email":"billing@contoso.com","firstName":"Ada","language":"de","lastName":"Lovelace"},"companyProfile":{"domain":"contoso.onmicrosoft.com","organizationRegistrationNumber":"12345"},"enableGDAPByDefault":false}',
        );
    });

    it("leaves members out that are undefined", () => {
        assert.equal(canonicalJson({ b: undefined, a: { c: undefined } }), '{"a":{}}');
    });

    it("is JSON of the same value, whatever the order of its members", () => {
        fc.assert(
            fc.property(anyBody(), (value) => {
                const text = canonicalJson(value);
                assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
                assert.equal(canonicalJson(reversed(value)), text);
            }),
            { seed: 4 },
        );
    });

    it("keeps lists as lists", () => {
        assert.equal(canonicalJson({ list: [1, "a"] }), '{"list":[1,"a"]}');
    });
});

/** Anything that a body may be: no lists are in it. */
function anyBody(): fc.Arbitrary<unknown> {
    return fc.letrec((tie) => ({
        value: fc.oneof(
            { maxDepth: 3 },
            fc.string(),
            fc.boolean(),
            fc.integer(),
            fc.constant(null),
            tie("members"),
        ),
        members: fc.dictionary(
            fc.string().filter((name) => name !== "__proto__"),
            tie("value"),
        ),
    })).members;
}

function reversed(value: unknown): unknown {
    if (typeof value !== "object" || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value)
            .reverse()
            .map(([name, member]) => [name, reversed(member)]),
    );
}
