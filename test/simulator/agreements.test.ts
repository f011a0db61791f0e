import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor, withMember } from "./harness";

const newestTemplate = "5be14f3e-27a5-4b77-8d25-0c8f9b1e6a43";
const cloudTemplate = "998b88de-aa99-4388-a42c-1b3517d49490";

const confirmation = {
    primaryContact: {
        firstName: "Tania",
        lastName: "Carr",
        email: "someone@example.com",
        phoneNumber: "1234567890",
    },
    templateId: newestTemplate,
    dateAgreed: "2018-06-14T12:30:00.000Z",
    type: "MicrosoftCustomerAgreement",
};

test("texts are listed by type; without one it is the agreement that was replaced", async (t) => {
    const simulator = await simulatorFor(t);
    for (const [query, ranks] of [
        ["", [["MicrosoftCloudAgreement", 0]]],
        [
            "?agreementType=MicrosoftCustomerAgreement",
            [
                ["MicrosoftCustomerAgreement", 0],
                ["MicrosoftCustomerAgreement", 1],
            ],
        ],
        ["?agreementType=Nonesuch", []],
    ] as const) {
        const { body } = await call(simulator, `GET /v1/agreements${query}`);
        const items = at(body, "items") as Record<string, unknown>[];
        assert.deepEqual(
            items.map(({ agreementType, versionRank }) => [agreementType, versionRank]),
            ranks,
        );
    }
    const { body } = await call(simulator, "GET /v1/agreements?agreementType=*");
    assert.equal(at(body, "totalCount"), 3);
});

test("a confirmation is answered with its user, and listed with its link", async (t) => {
    const simulator = await simulatorFor(t);
    const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
    const made = await call(simulator, `POST ${path}`, { body: confirmation });
    assert.equal(made.status, 201);
    assert.match(String(at(made.body, "userId")), /^[0-9a-f-]{36}$/);
    assert.deepEqual(withMember(made.body, "userId", undefined), {
        ...confirmation,
        userId: undefined,
    });
    assert.deepEqual(at((await call(simulator, `GET ${path}`)).body, "items"), []);
    const { body } = await call(simulator, `GET ${path}?agreementType=MicrosoftCustomerAgreement`);
    assert.deepEqual(at(body, "items"), [
        { ...confirmation, agreementLink: "https://aka.ms/customeragreement?version=1" },
    ]);
    assert.deepEqual(simulator.customers[0]?.agreements, [confirmation]);
});

for (const [what, member, value, code] of [
    ["an unknown template", "templateId", "11111111-2222-3333-4444-555555555555", 800002],
    ["a template in another case", "templateId", newestTemplate.toUpperCase(), 800002],
    ["a template of another type", "templateId", cloudTemplate, 800002],
    ["no template", "templateId", undefined, 3000],
    ["no date", "dateAgreed", undefined, 3000],
    ["a date that is none", "dateAgreed", "yesterday", 800002],
    ["no first name", "primaryContact.firstName", "", 3000],
    ["no last name", "primaryContact.lastName", undefined, 3000],
    ["no e-mail", "primaryContact.email", " ", 3000],
] as const) {
    test(`a confirmation with ${what} is refused`, async (t) => {
        const simulator = await simulatorFor(t);
        const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
        const body = withMember(confirmation, member, value);
        const refused = await call(simulator, `POST ${path}`, { body });
        assert.deepEqual([refused.status, at(refused.body, "code")], [400, code]);
        assert.deepEqual(simulator.customers[0]?.agreements, []);
    });
}

test("a date a second in the future is refused, by the service's clock", async (t) => {
    const now = Date.parse("2026-11-24T10:00:00Z");
    const simulator = await simulatorFor(t, { now: () => now });
    const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
    const on = (time: number) => ({
        body: withMember(confirmation, "dateAgreed", new Date(time).toISOString()),
    });
    assert.equal((await call(simulator, `POST ${path}`, on(now + 1000))).status, 400);
    assert.equal((await call(simulator, `POST ${path}`, on(now))).status, 201);
});

test("the same contact confirms once; any other contact may confirm too", async (t) => {
    const simulator = await simulatorFor(t);
    const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
    await call(simulator, `POST ${path}`, { body: confirmation });
    const later = withMember(confirmation, "dateAgreed", "2020-01-01T00:00:00.000Z");
    const again = await call(simulator, `POST ${path}`, { body: later });
    assert.deepEqual([again.status, at(again.body, "code")], [400, 600061]);
    for (const member of ["firstName", "lastName", "email", "phoneNumber"]) {
        const body = withMember(confirmation, `primaryContact.${member}`, "other");
        assert.equal((await call(simulator, `POST ${path}`, { body })).status, 201, member);
    }
    assert.equal(simulator.customers[0]?.agreements.length, 5);
});

test("what is not known about confirmations can be chosen", async (t) => {
    const uncertain = {
        confirmedAgain: "accepted",
        confirmationStatus: 200,
        agreementDate: "day",
    } as const;
    const simulator = await simulatorFor(t, { uncertain });
    const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
    for (const _ of [1, 2]) {
        assert.equal((await call(simulator, `POST ${path}`, { body: confirmation })).status, 200);
    }
    const { body } = await call(simulator, `GET ${path}?agreementType=*`);
    assert.equal(at(body, "totalCount"), 2);
    assert.equal(at(body, "items.0.dateAgreed"), "2018-06-14T00:00:00");

    const other = await simulatorFor(t, { uncertain: { confirmedAgain: "409-600061" } });
    const otherPath = `/v1/customers/${await createCustomer(other)}/agreements`;
    await call(other, `POST ${otherPath}`, { body: confirmation });
    assert.equal((await call(other, `POST ${otherPath}`, { body: confirmation })).status, 409);
});

test("whether a customer has signed directly is told", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const line = `GET /v1/customers/${id}/directSignedMicrosoftCustomerAgreementStatus`;
    assert.deepEqual((await call(simulator, line)).body, { isSigned: false });
    simulator.portal.signAgreement(id);
    assert.deepEqual((await call(simulator, line)).body, { isSigned: true });
});

test("what is confirmed in the portal is listed", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const body = { id, agreement: confirmation };
    await call(simulator, "POST /simulator/portal/confirmAgreement", { body, token: "" });
    const listed = await call(simulator, `GET /v1/customers/${id}/agreements?agreementType=*`);
    assert.equal(at(listed.body, "totalCount"), 1);
});

const lines = [
    "GET /v1/agreements",
    "GET /v1/customers/ID/agreements",
    "POST /v1/customers/ID/agreements",
    "GET /v1/customers/ID/directSignedMicrosoftCustomerAgreementStatus",
];

for (const line of lines) {
    test(`${line} is for an application with a user, in the global cloud`, async (t) => {
        const body = line.startsWith("POST") ? confirmation : undefined;
        const global = await simulatorFor(t);
        const token = global.issueToken({ kind: "app" });
        const path = line.replace("ID", await createCustomer(global));
        const alone = await call(global, path, { body, token });
        assert.deepEqual([alone.status, at(alone.body, "code")], [403, 900329]);

        const government = await simulatorFor(t, { cloud: "usGov" });
        const there = line.replace("ID", await createCustomer(government));
        const missing = await call(government, there, { body });
        assert.deepEqual([missing.status, at(missing.body, "code")], [400, 900127]);
    });
}

test("a confirmation is of its template's type, in the service's spelling, given or not", async (t) => {
    for (const type of ["MICROSOFTCUSTOMERAGREEMENT", undefined]) {
        const simulator = await simulatorFor(t);
        const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
        const body = { ...confirmation, type };
        const made = await call(simulator, `POST ${path}`, { body });
        assert.equal(at(made.body, "type"), "MicrosoftCustomerAgreement");
    }
    const simulator = await simulatorFor(t);
    const path = `/v1/customers/${await createCustomer(simulator)}/agreements`;
    const refused = await call(simulator, `POST ${path}`, { body: { ...confirmation, type: "*" } });
    assert.equal(refused.status, 400);
});
