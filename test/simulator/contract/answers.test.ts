import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor } from "../harness";
import { confirmation, contracts, core, skip, validatorOf } from "./contract";

const reseller = "484e548c-f5f3-4528-93a9-c16c6373cb59";
const newer = "Microsoft.Partner.Service.Customers.Contracts.V2";

const qualification = {
    qualification: "Education",
    vettingStatus: "Denied",
    vettingReason: "Not an Education Customer",
    vettingCreatedAt: "2020-12-03T10:37:38.885Z",
} as const;

/** What the contract says of that about which the documentation says something else. */
const asContracted = {
    registrationRules: "present",
    qualifications: "object",
    vettingDateName: "vettingCreateDate",
} as const;

const answers: readonly [string, string, unknown?][] = [
    ["GET /v1/customers", `${core}.ResourceCollection[${contracts}.Customer]`],
    ["GET /v1/customers/ID", `${contracts}.Customer`],
    ["GET /v1/customers/ID/profiles/company", `${contracts}.CustomerCompanyProfile`],
    ["GET /v1/customers/ID/profiles/billing", `${contracts}.CustomerBillingProfile`],
    [
        "GET /v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf",
        `${core}.ResourceCollection[${contracts}.PartnerRelationship]`,
    ],
    [
        "GET /v1/customers/ID/relationships",
        `${core}.ResourceCollection[${contracts}.PartnerRelationship]`,
    ],
    ["GET /v1/customers/relationshiprequests", `${contracts}.RelationshipRequest`],
    [
        "GET /v1/agreements?agreementType=*",
        `${core}.ResourceCollection[${contracts}.AgreementMetadata]`,
    ],
    [
        "GET /v1/customers/ID/agreements?agreementType=*",
        `${core}.ResourceCollection[${contracts}.Agreement]`,
    ],
    ["GET /v1/customers/ID/qualifications", `${newer}.CustomerQualifications`],
    [
        "GET /v1/customers/ID/directSignedMicrosoftCustomerAgreementStatus",
        `${contracts}.DirectSignedCustomerAgreementStatus`,
    ],
    [
        "GET /v1/countryvalidationrules/GB",
        `${contracts}.CustomerCountryValidationRules.CustomerCountryValidationRules`,
    ],
    [
        "GET /v1/countryvalidationrules/FR",
        `${contracts}.CustomerCountryValidationRules.CustomerCountryValidationRules`,
    ],
];

for (const [line, definition] of answers) {
    test(`the answer to ${line} obeys the service's contract`, { skip }, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: asContracted });
        const id = await createCustomer(simulator, {
            ...customerBody(),
            enableGDAPByDefault: true,
            associatedPartnerId: reseller,
        });
        simulator.portal.confirmAgreement(id, confirmation);
        simulator.portal.vetQualification(id, qualification);
        const answer = await call(simulator, line.replace("ID", id));
        assert.equal(answer.status, 200);
        const validate = validatorOf(definition);
        validate(answer.body);
        assert.deepEqual(validate.errors ?? [], []);
        assert.equal(validate({ ...(answer.body as object), strange: 1 }), false);
    });
}

test("the answers to create and update obey the service's contract", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const made = await call(simulator, "POST /v1/customers", { body: customerBody() });
    const validate = validatorOf(`${contracts}.Customer`);
    validate(made.body);
    assert.deepEqual(validate.errors ?? [], []);
    const body = at(made.body, "billingProfile");
    const path = `/v1/customers/${at(made.body, "id")}/profiles/billing`;
    const updated = await call(simulator, `PUT ${path}`, { body });
    const validateProfile = validatorOf(`${contracts}.CustomerBillingProfile`);
    validateProfile(updated.body);
    assert.deepEqual(validateProfile.errors ?? [], []);
});

test("users obey the service's contract", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const { body } = await call(simulator, `GET /v1/customers/${id}/users`);
    const validate = validatorOf(`${contracts}.CustomerUser`);
    validate(at(body, "items.0"));
    assert.deepEqual(validate.errors ?? [], []);
});

test("the answer to a confirmation obeys the service's contract", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const line = `POST /v1/customers/${await createCustomer(simulator)}/agreements`;
    const { body } = await call(simulator, line, { body: confirmation });
    const validate = validatorOf(`${contracts}.Agreement`);
    validate(body);
    assert.deepEqual(validate.errors ?? [], []);
});
