import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CustomerInputs } from "../../../../provider/customer/shapes";
import { memberProblems } from "../../../../provider/customer/validation/shape";
import { context, customerId, domain, resellerId, someInputs, unknown } from "../../fixtures";

describe("arguments are accepted", () => {
    const accepted: [title: string, path: string, value: unknown][] = [
        ["a language of more than two letters", "billingProfile.language", "pt-PT"],
        ["a culture in another case", "billingProfile.culture", "EN-us"],
        ["a culture with a script", "billingProfile.culture", "az-Latn-AZ"],
        ["a culture with a region in digits", "billingProfile.culture", "es-419"],
        ["a state with a long name", "billingProfile.defaultAddress.state", "São Paulo"],
        [
            "a first line of 200 characters",
            "billingProfile.defaultAddress.addressLine1",
            "x".repeat(200),
        ],
        ["an empty second line", "billingProfile.defaultAddress.addressLine2", ""],
        ["an empty telephone number", "billingProfile.defaultAddress.phoneNumber", ""],
        [
            "a first name of 50 characters",
            "billingProfile.defaultAddress.firstName",
            "x".repeat(50),
        ],
        [
            "a registration number",
            "companyProfile.organizationRegistrationNumber",
            "12345678000195",
        ],
        ["a reseller", "associatedPartnerId", resellerId.toUpperCase()],
        ["no default GDAP", "enableGDAPByDefault", false],
        ["a customer to take over", "existingCustomerId", customerId],
        ["a wait for the approval", "waitForAccountApproval", true],
        ["a wait of some hours", "waitForAccountApproval", { timeoutMinutes: 240 }],
        ["every policy: retain", "deletionPolicy", "retain"],
        ["every policy: removeRelationship", "deletionPolicy", "removeRelationship"],
        ["every policy: delete", "deletionPolicy", "delete"],
    ];
    it("as the documentation's example has them", () => {
        assert.deepEqual(memberProblems(someInputs(), context), []);
    });
    for (const [title, path, value] of accepted) {
        it(`with ${title}`, () => {
            assert.deepEqual(memberProblems(withMember(path, value), context), []);
        });
    }
});

describe("a required argument", () => {
    const required = [
        "companyProfile",
        "companyProfile.domain",
        "billingProfile",
        "billingProfile.email",
        "billingProfile.culture",
        "billingProfile.language",
        "billingProfile.companyName",
        "billingProfile.defaultAddress",
        "billingProfile.defaultAddress.country",
        "billingProfile.defaultAddress.addressLine1",
        "billingProfile.defaultAddress.firstName",
        "billingProfile.defaultAddress.lastName",
    ];
    for (const path of required) {
        it(`is missed: ${path}`, () => {
            assert.deepEqual(memberProblems(without(path), context), [`${path}: is required.`]);
        });
    }

    for (const path of required.filter((path) => !/Profile$|Address$/.test(path))) {
        it(`is not to be empty: ${path}`, () => {
            for (const value of ["", "   "]) {
                const problems = memberProblems(withMember(path, value), context);
                assert.equal(problems.length, 1, problems.join());
                assert.ok(problems[0]?.startsWith(`${path}: must `), problems[0]);
            }
        });
    }
});

describe("an argument is refused", () => {
    const refused: [path: string, value: unknown, told: RegExp][] = [
        ["companyProfile.domain", 5, /must be a text, not a number/],
        ["companyProfile.domain", ["a"], /must be a text, not a list/],
        ["companyProfile", "contoso", /must be an object, not this text/],
        ["billingProfile", true, /must be an object, not true or false/],
        ["billingProfile.email", { a: 1 }, /must be a text, not an object/],
        ["billingProfile.email", "billing", /must be an email address/],
        ["billingProfile.culture", "en", /a language with its country/],
        ["billingProfile.culture", "en_US", /a language with its country/],
        ["billingProfile.defaultAddress", "One Microsoft Way", /must be an object/],
        ["billingProfile.defaultAddress.country", "USA", /ISO 3166-1/],
        ["billingProfile.defaultAddress.country", 840, /must be a text/],
        ["billingProfile.defaultAddress.addressLine1", "x".repeat(201), /at most 200/],
        ["billingProfile.defaultAddress.addressLine2", "x".repeat(201), /at most 200/],
        ["billingProfile.defaultAddress.firstName", "x".repeat(51), /at most 50/],
        ["billingProfile.defaultAddress.lastName", "x".repeat(51), /at most 50/],
        ["billingProfile.defaultAddress.postalCode", 98052, /must be a text, not a number/],
        ["associatedPartnerId", "4847383", /must be a GUID/],
        ["existingCustomerId", "", /must be a GUID/],
        ["enableGDAPByDefault", "false", /must be true or false, not this text/],
        ["deletionPolicy", "destroy", /must be .*prevent.*retain.*removeRelationship.*delete/],
        ["companyName", "Contoso", /no such argument/],
        ["billingProfile.mail", "x", /no such argument/],
        ["billingProfile.defaultAddress.zip", "x", /no such argument/],
    ];
    for (const [path, value, told] of refused) {
        it(`${path}: ${JSON.stringify(value).slice(0, 30)}`, () => {
            const problems = memberProblems(withMember(path, value), context);
            assert.equal(problems.length, 1, problems.join());
            assert.ok(problems[0]?.startsWith(`${path}: `), problems[0]);
            assert.match(problems[0] ?? "", told);
        });
    }

    it("together with all other faults, one sentence each", () => {
        const problems = memberProblems(
            {
                companyProfile: { domain: "contoso.partner.onmschina.cn" },
                billingProfile: { email: "x", defaultAddress: { country: "UK" } },
                associatedPartnerId: "y",
                deletionPolicy: "prevent",
            } as unknown as CustomerInputs,
            context,
        );
        const paths = problems.map((problem) => problem.split(":")[0]);
        assert.deepEqual(paths.sort(), [
            "associatedPartnerId",
            "billingProfile.companyName",
            "billingProfile.culture",
            "billingProfile.defaultAddress.addressLine1",
            "billingProfile.defaultAddress.country",
            "billingProfile.defaultAddress.firstName",
            "billingProfile.defaultAddress.lastName",
            "billingProfile.email",
            "billingProfile.language",
            "companyProfile.domain",
        ]);
        assert.ok(problems.every((problem) => problem.endsWith(".")));
    });

    it("without its value, which may be a secret", () => {
        for (const [path] of refused) {
            const value = "s3cret value that is wrong everywhere".repeat(6);
            for (const problem of memberProblems(withMember(path, value), context)) {
                assert.doesNotMatch(problem, /s3cret/);
            }
        }
    });

    for (const country of ["US", "us"]) {
        it(`with a region for the country ${country}, which the service takes for a wrong state`, () => {
            const inputs = withMember("billingProfile.defaultAddress.country", country);
            const address = { ...inputs.billingProfile.defaultAddress, region: "NA" };
            const problems = memberProblems(
                {
                    ...inputs,
                    billingProfile: { ...inputs.billingProfile, defaultAddress: address },
                },
                context,
            );
            assert.equal(problems.length, 1);
            assert.match(problems[0] ?? "", /defaultAddress\.region: leave it out/);
        });
    }

    it("but not with a region for another country", () => {
        const inputs = withMember("billingProfile.defaultAddress.country", "DE");
        const address = { ...inputs.billingProfile.defaultAddress, region: "EU" };
        const billingProfile = { ...inputs.billingProfile, defaultAddress: address };
        assert.deepEqual(memberProblems({ ...inputs, billingProfile }, context), []);
    });
});

describe("a value that is not known yet is no fault", () => {
    const everywhere = [
        "companyProfile",
        "companyProfile.domain",
        "companyProfile.organizationRegistrationNumber",
        "billingProfile",
        "billingProfile.email",
        "billingProfile.culture",
        "billingProfile.language",
        "billingProfile.companyName",
        "billingProfile.firstName",
        "billingProfile.lastName",
        "billingProfile.defaultAddress",
        "billingProfile.defaultAddress.country",
        "billingProfile.defaultAddress.region",
        "billingProfile.defaultAddress.city",
        "billingProfile.defaultAddress.state",
        "billingProfile.defaultAddress.addressLine1",
        "billingProfile.defaultAddress.addressLine2",
        "billingProfile.defaultAddress.postalCode",
        "billingProfile.defaultAddress.firstName",
        "billingProfile.defaultAddress.middleName",
        "billingProfile.defaultAddress.lastName",
        "billingProfile.defaultAddress.phoneNumber",
        "associatedPartnerId",
        "enableGDAPByDefault",
        "existingCustomerId",
        "deletionPolicy",
    ];
    for (const path of everywhere) {
        it(path, () => {
            assert.deepEqual(memberProblems(withMember(path, unknown), context), []);
        });
    }

    it("and does not hide the faults beside it", () => {
        const inputs = withMember("billingProfile.email", unknown);
        const companyProfile = { domain: "contoso" };
        assert.equal(memberProblems({ ...inputs, companyProfile }, context).length, 1);
    });

    it("and is the same for a cloud whose domains are others", () => {
        const inputs = withMember("companyProfile.domain", unknown);
        assert.deepEqual(memberProblems(inputs, { ...context, cloud: "china" }), []);
        assert.equal(memberProblems(someInputs(), { ...context, cloud: "china" }).length, 1);
        assert.equal(domain.endsWith("onmicrosoft.com"), true);
    });
});

/** The arguments with one member at any depth set. */
function withMember(path: string, value: unknown): CustomerInputs {
    const inputs = someInputs();
    const [last = "", ...parents] = path.split(".").reverse();
    let members = inputs as unknown as Record<string, unknown>;
    for (const parent of parents.reverse()) {
        members = members[parent] as Record<string, unknown>;
    }
    members[last] = value;
    return inputs;
}

function without(path: string): CustomerInputs {
    return JSON.parse(JSON.stringify(withMember(path, undefined)));
}
