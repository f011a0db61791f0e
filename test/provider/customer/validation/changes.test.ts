import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CustomerInputs } from "../../../../provider/customer/shapes";
import { forbiddenChanges } from "../../../../provider/customer/validation/changes";
import {
    context,
    customerId,
    domain,
    inputsWith,
    otherCustomerId,
    resellerId,
    someInputs,
    unknown,
} from "../../fixtures";

const otherDomain = { domain: "fabrikam.onmicrosoft.com" };
const withNumber = { domain, organizationRegistrationNumber: "12345" };

describe("a change is allowed", () => {
    const allowed: [title: string, olds: Partial<CustomerInputs>, news: Partial<CustomerInputs>][] =
        [
            ["none", {}, {}],
            [
                "of the billing profile",
                {},
                inputsWith({ email: "new@contoso.com" }, { city: "Bellevue" }),
            ],
            ["of the policy", {}, { deletionPolicy: "delete" }],
            ["of the policy to the default", { deletionPolicy: "retain" }, {}],
            ["of the domain's case", {}, { companyProfile: { domain: "CONTOSO.onmicrosoft.com" } }],
            [
                "of the reseller's case",
                { associatedPartnerId: resellerId },
                { associatedPartnerId: resellerId.toUpperCase() },
            ],
            [
                "of the domain of a customer who may be given up",
                { deletionPolicy: "retain" },
                { companyProfile: otherDomain },
            ],
            [
                "of everything, where a customer who may be given up is replaced",
                { deletionPolicy: "delete" },
                {
                    companyProfile: { ...otherDomain, organizationRegistrationNumber: "2" },
                    associatedPartnerId: resellerId,
                    enableGDAPByDefault: true,
                },
            ],
            [
                "that names the customer after it was created",
                {},
                { existingCustomerId: customerId },
            ],
            ["that names it no more", { existingCustomerId: customerId }, {}],
        ];
    for (const [title, olds, news] of allowed) {
        it(title, () => {
            assert.deepEqual(problemsOf(olds, news), []);
        });
    }
});

describe("an empty text is the same as none", () => {
    it("also for a registration number", () => {
        const companyProfile = { domain, organizationRegistrationNumber: "" };
        assert.deepEqual(problemsOf({}, { companyProfile }), []);
    });
});

describe("a change that no call can make is refused", () => {
    const refused: [path: string, olds: Partial<CustomerInputs>, news: Partial<CustomerInputs>][] =
        [
            [
                "associatedPartnerId",
                { associatedPartnerId: resellerId },
                { associatedPartnerId: customerId },
            ],
            ["associatedPartnerId", {}, { associatedPartnerId: resellerId }],
            ["associatedPartnerId", { associatedPartnerId: resellerId }, {}],
            ["enableGDAPByDefault", { enableGDAPByDefault: true }, { enableGDAPByDefault: false }],
            ["enableGDAPByDefault", {}, { enableGDAPByDefault: false }],
            ["enableGDAPByDefault", { enableGDAPByDefault: false }, {}],
            [
                "companyProfile.organizationRegistrationNumber",
                { companyProfile: withNumber },
                { companyProfile: { domain, organizationRegistrationNumber: "54321" } },
            ],
            ["companyProfile.organizationRegistrationNumber", {}, { companyProfile: withNumber }],
            ["companyProfile.organizationRegistrationNumber", { companyProfile: withNumber }, {}],
            [
                "existingCustomerId",
                { existingCustomerId: customerId },
                { existingCustomerId: otherCustomerId },
            ],
        ];
    for (const [path, olds, news] of refused) {
        for (const deletionPolicy of ["prevent", "retain"] as const) {
            it(`${path}, from ${said(olds)} to ${said(news)}, with ${deletionPolicy}`, () => {
                const problems = problemsOf(
                    { ...olds, deletionPolicy },
                    { ...news, deletionPolicy },
                );
                assert.equal(problems.length, 1);
                assert.ok(problems[0]?.startsWith(`${path}: `), problems[0]);
            });
        }
    }

    it("together with the others", () => {
        const problems = problemsOf(
            {},
            {
                associatedPartnerId: resellerId,
                enableGDAPByDefault: true,
                companyProfile: withNumber,
            },
        );
        assert.equal(problems.length, 3);
    });
});

describe("the replacement of a protected customer is refused", () => {
    it("with the ways out of it", () => {
        const [problem = "", ...others] = problemsOf({}, { companyProfile: otherDomain });
        assert.deepEqual(others, []);
        assert.match(problem, /^companyProfile\.domain: /);
        assert.ok(problem.includes(domain));
        for (const policy of ["prevent", "retain", "removeRelationship", "delete"]) {
            assert.ok(problem.includes(`"${policy}"`), policy);
        }
    });

    it("also if the same deployment lifts the protection: that is a step of its own", () => {
        const news = { companyProfile: otherDomain, deletionPolicy: "retain" } as const;
        assert.equal(problemsOf({}, news).length, 1);
    });

    it("also for arguments of a deployment that knew no policy yet", () => {
        const { deletionPolicy: _, ...olds } = someInputs();
        const news = someInputs({ companyProfile: otherDomain });
        assert.equal(forbiddenChanges(olds as CustomerInputs, news, context.isUnknown).length, 1);
    });
});

describe("a value that is not known yet counts as no forbidden change", () => {
    const olds = {
        companyProfile: withNumber,
        associatedPartnerId: resellerId,
        enableGDAPByDefault: true,
        existingCustomerId: customerId,
    };
    const unknowns: Partial<CustomerInputs>[] = [
        { companyProfile: unknown as never },
        { companyProfile: { ...withNumber, domain: unknown } },
        { companyProfile: { ...withNumber, organizationRegistrationNumber: unknown } },
        { associatedPartnerId: unknown },
        { enableGDAPByDefault: unknown as never },
        { existingCustomerId: unknown },
    ];
    for (const news of unknowns) {
        it(Object.keys(news).join(), () => {
            assert.deepEqual(problemsOf(olds, { ...olds, ...news }), []);
        });
    }
});

describe("a value of the wrong type is left to the check of types", () => {
    for (const news of [
        { companyProfile: { domain: 5 } },
        { companyProfile: { domain, organizationRegistrationNumber: 12345 } },
        { associatedPartnerId: { id: resellerId } },
        { existingCustomerId: ["x"] },
    ]) {
        it(JSON.stringify(news), () => {
            const olds = { existingCustomerId: customerId, associatedPartnerId: resellerId };
            assert.doesNotThrow(() => problemsOf(olds, { ...olds, ...news } as never));
        });
    }
});

function problemsOf(olds: Partial<CustomerInputs>, news: Partial<CustomerInputs>): string[] {
    return forbiddenChanges(someInputs(olds), someInputs(news), context.isUnknown);
}

function said(members: Partial<CustomerInputs>): string {
    return JSON.stringify(members).slice(0, 60);
}
