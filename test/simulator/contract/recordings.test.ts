import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator } from "../../../simulator/index";
import { at, call, createCustomer, simulatorFor, withMember } from "../harness";
import { confirmation, readRecorded, skip } from "./contract";

test("a listed confirmation has the members of a recorded one", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const contact = { ...confirmation.primaryContact, phoneNumber: "1234567890" };
    simulator.portal.confirmAgreement(id, { ...confirmation, primaryContact: contact });
    const line = `GET /v1/customers/${id}/agreements?agreementType=*`;
    const { body } = await call(simulator, line);
    const recording = readRecorded("get-confirmations-for-MicrosoftCustomerAgreement.json");
    for (const path of ["items.0", "items.0.primaryContact"]) {
        const [held, traced] = [body, recording].map((one) => Object.keys(Object(at(one, path))));
        assert.deepEqual(held?.sort(), traced?.sort(), path);
    }
});

for (const country of ["US", "GB", "DE", "CN"]) {
    test(`the rules of ${country} are the recorded ones`, { skip }, async (t) => {
        const simulator = await simulatorFor(t);
        const { body } = await call(simulator, `GET /v1/countryvalidationrules/${country}`);
        // The recordings by country lack attributes, which the full trace for US has.
        const { attributes, ...rules } = body as Record<string, unknown>;
        assert.deepEqual(rules, readRecorded(`GetCountryValidationRules-${country}.json`));
        assert.deepEqual(attributes, { objectType: "CountryValidationRules" });
    });
}

test("the rules of US are the traced ones, header by header", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const trace = at(readRecorded("GetPartnerCountryValidation.json"), "0");
    const answer = await call(simulator, "GET /v1/countryvalidationrules/US");
    assert.deepEqual(answer.body, JSON.parse(String(at(trace, "ResponseBody"))));
    for (const name of Object.keys(at(trace, "ResponseHeaders") as object)) {
        assert.ok(answer.headers.get(name), name);
    }
    assert.equal(answer.headers.get("content-type"), at(trace, "ResponseHeaders.Content-Type.0"));
});

test("the resellers are the recorded ones", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const { body } = await call(
        simulator,
        "GET /v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf",
    );
    assert.deepEqual(body, readRecorded("GetIndirectResellers.json"));
});

test("the end of a relationship is answered as recorded", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const body = { relationshipToPartner: "none" };
    const answer = await call(simulator, `PATCH /v1/customers/${id}`, { body });
    assert.deepEqual(answer.body, readRecorded("RemoveResellerRelationship.json"));
});

/** Every member with the type of its value, by its dotted path. */
function membersOf(value: unknown, path = ""): string[] {
    if (typeof value !== "object" || value === null) return [`${path}: ${typeof value}`];
    if (Array.isArray(value)) return [`${path}: array`];
    return Object.entries(value).flatMap(([name, inner]) =>
        membersOf(inner, path === "" ? name : `${path}.${name}`),
    );
}

test("a create is answered with the members of the recorded answer", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const recordedAnswer = readRecorded("customer-create-answer.json");
    const asked = { ...(recordedAnswer as object), id: undefined, userCredentials: undefined };
    const body = withMember(asked, "companyProfile.domain", "xyz.ccsctp.net");
    const { body: answer } = await call(simulator, "POST /v1/customers", { body });
    const ours = new Set(membersOf(answer));
    const theirs = new Set(membersOf(recordedAnswer));
    // A member of the documentation's sample that neither prose nor contract knows.
    assert.deepEqual(
        [...theirs].filter((name) => !ours.has(name)),
        ["billingProfile.organizationRegistrationId: string"],
    );
    // Members of the documentation's other samples of the same answer.
    assert.deepEqual([...ours].filter((name) => !theirs.has(name)).sort(), [
        "allowDelegatedAccess: boolean",
        "billingProfile.links.self.headers: array",
        "billingProfile.links.self.method: string",
        "billingProfile.links.self.uri: string",
        "companyProfile.companyName: string",
        "companyProfile.links.self.headers: array",
        "companyProfile.links.self.method: string",
        "companyProfile.links.self.uri: string",
    ]);
});

test("a subscription has the members of the recorded ones", { skip }, async (t) => {
    const simulator: Simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    simulator.portal.addSubscription(id, { offerName: "A", status: "active" });
    simulator.portal.addSubscription(id, { offerName: "A", status: "suspended" });
    const { body } = await call(simulator, `GET /v1/customers/${id}/subscriptions`);
    const recordedList = readRecorded("GetCustomerSubscription.json");
    for (const index of [0, 1]) {
        assert.deepEqual(
            membersOf(at(body, `items.${index}`)).sort(),
            membersOf(at(recordedList, `items.${index}`)).sort(),
        );
    }
});
