import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { membersOf } from "../../../../../provider/customer/validation/members";
import type { Findings } from "../../../../../provider/customer/validation/online/findings";
import { onlineFindings } from "../../../../../provider/customer/validation/online/online";
import { Inquiry } from "../../../../../provider/lifecycle/inquiry";
import { readAddressValidation } from "../../../../../provider/partnercenter/addressValidation";
import { readCountryRules } from "../../../../../provider/partnercenter/countryRules";
import { CredentialError, PartnerCenterError } from "../../../../../provider/partnercenter/errors";
import {
    context,
    customerId,
    domain,
    fakeClient,
    inputsWith,
    noAnswer,
    refusal,
    resellerId,
    someInputs,
    unknown,
} from "../../../fixtures";

const rules = readCountryRules({
    isCityRequired: true,
    isStateRequired: true,
    supportedStatesList: ["CA", "WA"],
    isPostalCodeRequired: true,
    postalCodeRegex: "^\\d{5}$",
    phoneNumberRegex: "^\\d{10}$",
    supportedCulturesList: ["en-US", "es-US"],
    supportedLanguagesList: ["en", "es"],
});

const allIsWell = {
    isDomainTaken: () => false,
    getCountryRules: () => rules,
    validateAddress: () => readAddressValidation(true),
};

describe("what the service says of a new customer", () => {
    it("is nothing where all is well, by three calls", async () => {
        const fake = fakeClient(allIsWell);
        assert.deepEqual(await ask(fake), { problems: [], warnings: [], unasked: [] });
        assert.deepEqual([...fake.order].sort(), [
            "getCountryRules",
            "isDomainTaken",
            "validateAddress",
        ]);
        assert.deepEqual(fake.callsOf("getCountryRules"), [["US"]]);
    });

    it("is asked about at once", async () => {
        let waiting = 0;
        let most = 0;
        const slow = async () => {
            most = Math.max(most, ++waiting);
            await new Promise((later) => setTimeout(later, 20));
            waiting -= 1;
        };
        const fake = fakeClient({
            isDomainTaken: async () => slow().then(() => false),
            getCountryRules: async () => slow().then(() => rules),
            validateAddress: async () => slow().then(() => readAddressValidation(true)),
        });
        await ask(fake);
        assert.equal(most, 3);
    });

    it("is asked once for all customers of a country, and of one domain", async () => {
        const fake = fakeClient(allIsWell);
        const inquiry = new Inquiry(() => fake.client);
        await ask(fake, someInputs(), inquiry);
        await ask(fake, inputsWith({}, { country: "us", addressLine1: "Two" }), inquiry);
        assert.equal(fake.callsOf("getCountryRules").length, 1);
        assert.equal(fake.callsOf("isDomainTaken").length, 1);
        assert.equal(fake.callsOf("validateAddress").length, 2);
    });

    it("is not asked of what is not known yet, or wrong in itself", async () => {
        const nothing = fakeClient();
        for (const inputs of [
            { companyProfile: unknown, billingProfile: unknown },
            {
                companyProfile: { domain: "contoso" },
                billingProfile: { defaultAddress: { country: "UK", addressLine1: unknown } },
            },
        ]) {
            assert.deepEqual(await ask(nothing, inputs), {
                problems: [],
                warnings: [],
                unasked: [],
            });
        }
        const fake = fakeClient(allIsWell);
        const partly = inputsWith({ culture: unknown }, { city: unknown, postalCode: "1" });
        const { problems } = await ask(fake, partly);
        assert.deepEqual(pathsOf(problems), ["billingProfile.defaultAddress.postalCode"]);
        assert.deepEqual(fake.callsOf("validateAddress"), []);
    });
});

describe("a country's rules", () => {
    const faults: [path: string, profile: object, address: object, told: RegExp][] = [
        ["billingProfile.defaultAddress.city", {}, { city: " " }, /required in US/],
        ["billingProfile.defaultAddress.state", {}, { state: "" }, /required in US; one of CA, WA/],
        ["billingProfile.defaultAddress.state", {}, { state: "ZZ" }, /CA, WA/],
        ["billingProfile.defaultAddress.postalCode", {}, { postalCode: "9" }, /form .*\\d\{5\}/],
        ["billingProfile.defaultAddress.postalCode", {}, { postalCode: "" }, /required/],
        ["billingProfile.defaultAddress.phoneNumber", {}, { phoneNumber: "1" }, /form/],
        ["billingProfile.culture", { culture: "de-DE" }, {}, /en-US, es-US/],
    ];
    for (const [path, profile, address, told] of faults) {
        it(`refuse ${path}: ${JSON.stringify({ ...profile, ...address })}`, async () => {
            const { problems } = await ask(fakeClient(allIsWell), inputsWith(profile, address));
            assert.deepEqual(pathsOf(problems), [path]);
            assert.match(problems[0] ?? "", told);
        });
    }

    it("doubt a language, and refuse none", async () => {
        const found = await ask(fakeClient(allIsWell), inputsWith({ language: "de" }));
        assert.deepEqual(found.problems, []);
        assert.deepEqual(pathsOf(found.warnings), ["billingProfile.language"]);
    });

    it("ask for the two numbers where they say so", async () => {
        const getCountryRules = () => ({
            ...rules,
            customerOrganizationRegistrationNumberRequired: true,
            customerOrganizationRegistrationNumberRegex: "^\\d{3}$",
            customerOrganizationRegistrationNumberSample: "123",
            customerOrganizationPhoneNumberRequired: true,
        });
        const fake = fakeClient({ ...allIsWell, getCountryRules });
        assert.deepEqual(pathsOf((await ask(fake)).problems), [
            "billingProfile.defaultAddress.phoneNumber",
            "companyProfile.organizationRegistrationNumber",
        ]);
        const companyProfile = { domain, organizationRegistrationNumber: "12" };
        const given = { ...inputsWith({}, { phoneNumber: "4255550101" }), companyProfile };
        const { problems } = await ask(fake, given);
        assert.match(
            problems.join(),
            /^companyProfile\.organ.*form.*\\d\{3\}\$, for example 123\.$/,
        );
    });

    it("say where Partner Center does not sell", async () => {
        const getCountryRules = () => Promise.reject(refusal(400, "20000"));
        const fake = fakeClient({ ...allIsWell, getCountryRules });
        assert.match((await ask(fake)).problems.join(), /country: .* does not sell in US/);
    });

    it("refuse nothing where an answer makes no sense", async () => {
        for (const answer of [undefined, null, true, "x", [], { supportedStatesList: "WA" }]) {
            const fake = fakeClient({
                ...allIsWell,
                getCountryRules: () => readCountryRules(answer),
            });
            assert.deepEqual((await ask(fake)).problems, []);
        }
    });

    it("are read in the documentation's old shape too", () => {
        const nested = { states: { value: ["WA"] }, supportedCultures: { value: ["en-US"] } };
        const read = readCountryRules({ ...nested, isCityRequired: "yes", postalCodeRegex: 5 });
        assert.deepEqual(read.supportedStatesList, ["WA"]);
        assert.deepEqual(read.supportedCulturesList, ["en-US"]);
        assert.equal("isCityRequired" in read || "postalCodeRegex" in read, false);
    });
});

describe("a domain", () => {
    it("is refused if a stranger has it", async () => {
        const fake = fakeClient({
            ...allIsWell,
            isDomainTaken: () => true,
            findCustomersByDomain: () => [
                { id: "1", companyProfile: { domain: `${domain}.other` } },
            ],
        });
        assert.match(
            (await ask(fake)).problems.join(),
            /domain: contoso\.onmicrosoft\.com is taken, and Partner Center lists no customer/,
        );
    });

    it("is not refused if it is one's own customer's: a run that was cut short may have made it", async () => {
        const fake = fakeClient({
            ...allIsWell,
            isDomainTaken: () => true,
            findCustomersByDomain: () => [
                { id: customerId, companyProfile: { domain: domain.toUpperCase() } },
            ],
        });
        const found = await ask(fake);
        assert.deepEqual(found.problems, []);
        assert.ok(found.warnings[0]?.includes(`existingCustomerId: "${customerId}"`));
    });

    it("is not refused where its owner cannot be found out", async () => {
        const fake = fakeClient({
            ...allIsWell,
            isDomainTaken: () => true,
            findCustomersByDomain: refusal(403),
        });
        const found = await ask(fake);
        assert.deepEqual(found.problems, []);
        assert.match(found.warnings.join(), /domain: is taken, by whom is not known/);
    });

    for (const status of [400, 401, 403, 429, 500]) {
        it(`is neither free nor taken if the answer is ${status}: that is one warning`, async () => {
            const fake = fakeClient({ ...allIsWell, isDomainTaken: refusal(status) });
            const { problems, warnings, unasked } = await ask(fake);
            assert.deepEqual([problems, warnings, unasked.length], [[], [], 1]);
        });
    }
});

describe("a reseller", () => {
    const inputs = someInputs({ associatedPartnerId: resellerId.toUpperCase() });
    it("is known, in any casing", async () => {
        const fake = fakeClient({ ...allIsWell, getIndirectResellers: [[{ id: resellerId }]] });
        assert.deepEqual((await ask(fake, inputs)).problems, []);
    });

    it("is refused if it is none of the partner's", async () => {
        const fake = fakeClient({ ...allIsWell, getIndirectResellers: [[{ id: customerId }]] });
        const { problems } = await ask(fake, inputs);
        assert.match(problems.join(), /^associatedPartnerId: is no reseller of this partner/);
    });

    it("is refused if the partner is no indirect provider", async () => {
        const getIndirectResellers = () => Promise.reject(refusal(403, "1002"));
        const { problems } = await ask(fakeClient({ ...allIsWell, getIndirectResellers }), inputs);
        assert.match(problems.join(), /no indirect provider/);
    });

    it("is doubted if the partnership is not active", async () => {
        const held = [{ id: resellerId, state: "Pending" }];
        const fake = fakeClient({ ...allIsWell, getIndirectResellers: [held] });
        assert.match((await ask(fake, inputs)).warnings.join(), /is Pending, not active/);
    });
});

describe("where the service cannot be asked", () => {
    it("there is one warning, and no further question in this run", async () => {
        const fake = fakeClient({
            isDomainTaken: noAnswer(),
            getCountryRules: noAnswer(),
            validateAddress: noAnswer(),
        });
        const inquiry = new Inquiry(() => fake.client);
        const first = await ask(fake, someInputs(), inquiry);
        assert.deepEqual([first.problems, first.warnings, first.unasked.length], [[], [], 1]);
        const calls = fake.order.length;
        const other = someInputs({ companyProfile: { domain: "fabrikam.onmicrosoft.com" } });
        assert.deepEqual((await ask(fake, other, inquiry)).unasked, []);
        assert.equal(fake.order.length, calls);
    });

    it("because an application alone may not, nothing else is given up", async () => {
        const alone = new PartnerCenterError("this call needs sign-in as application and user");
        const fake = fakeClient({ ...allIsWell, getIndirectResellers: alone });
        const found = await ask(fake, someInputs({ associatedPartnerId: resellerId }));
        assert.deepEqual([found.problems, found.warnings], [[], []]);
        assert.match(found.unasked.join(), /^Not checked before the update: whether a reseller/);
    });

    it("because nobody can sign in, everything is given up", async () => {
        const fake = fakeClient({
            isDomainTaken: new CredentialError("AADSTS7000215"),
            getCountryRules: new CredentialError("AADSTS7000215"),
            validateAddress: new CredentialError("AADSTS7000215"),
        });
        const found = await ask(fake);
        assert.deepEqual(found.problems, []);
        assert.equal(found.unasked.length, 1);
        assert.match(found.unasked[0] ?? "", /not asked again in this run\. AADSTS7000215$/);
    });

    it("because the identity may not, only that question is given up", async () => {
        const fake = fakeClient({ ...allIsWell, validateAddress: refusal(403) });
        const inquiry = new Inquiry(() => fake.client);
        assert.equal((await ask(fake, someInputs(), inquiry)).unasked.length, 1);
        const other = inputsWith({}, { addressLine1: "Two Microsoft Way" });
        const companyProfile = { domain: "fabrikam.onmicrosoft.com" };
        assert.deepEqual((await ask(fake, { ...other, companyProfile }, inquiry)).unasked, []);
        assert.equal(fake.callsOf("validateAddress").length, 1);
        assert.equal(fake.callsOf("isDomainTaken").length, 2);
    });
});

async function ask(
    fake: ReturnType<typeof fakeClient>,
    inputs: object = someInputs(),
    inquiry = new Inquiry(() => fake.client),
): Promise<Findings & { unasked: string[] }> {
    const found = await onlineFindings(membersOf(inputs, context.isUnknown), "global", inquiry);
    return { ...found, unasked: inquiry.takeWarnings() };
}

function pathsOf(sentences: readonly string[]): (string | undefined)[] {
    return sentences.map((sentence) => sentence.split(":")[0]);
}
