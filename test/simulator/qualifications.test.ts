import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "./harness";

const education = { qualification: "Education", educationSegment: "K12", website: "contoso.edu" };
const government = { qualification: "GovernmentCommunityCloud", validationCode: "123456" };

test("a school is looked at, a valid code is approved, a state's company has no status", async (t) => {
    const now = Date.parse("2026-11-24T10:00:00Z");
    const simulator = await simulatorFor(t, { now: () => now });
    const path = `/v1/customers/${await createCustomer(simulator)}/qualifications`;
    assert.deepEqual((await call(simulator, `GET ${path}`)).body, []);
    const time = "2026-11-24T10:00:00.000Z";
    for (const [body, answered] of [
        [education, { vettingStatus: "InReview", vettingCreateDate: time }],
        [government, { vettingStatus: "Approved", vettingCreateDate: time }],
        [{ qualification: "stateownedentity" }, {}],
    ] as const) {
        const { status, body: made } = await call(simulator, `POST ${path}`, { body });
        assert.equal(status, 201);
        const { qualification, ...others } = made as Record<string, unknown>;
        assert.equal(String(qualification).toLowerCase(), body.qualification.toLowerCase());
        assert.deepEqual(others, answered);
    }
    assert.deepEqual((await call(simulator, `GET ${path}`)).body, [
        { qualification: "Education", vettingStatus: "InReview", vettingCreatedDate: time },
        {
            qualification: "GovernmentCommunityCloud",
            vettingStatus: "Approved",
            vettingCreatedDate: time,
        },
        { qualification: "StateOwnedEntity" },
    ]);
});

for (const [what, body, code] of [
    ["no qualification", {}, 3000],
    ["None", { qualification: "None" }, 800002],
    ["Nonprofit", { qualification: "Nonprofit" }, 800002],
    ["a school without a segment", { qualification: "Education" }, 3000],
    ["another segment", { ...education, educationSegment: "Kindergarten" }, 800002],
    ["a government without a code", { qualification: "GovernmentCommunityCloud" }, 3000],
    ["a wrong code", { ...government, validationCode: "654321" }, 800002],
] as const) {
    test(`a request with ${what} is refused`, async (t) => {
        const simulator = await simulatorFor(t);
        const path = `/v1/customers/${await createCustomer(simulator)}/qualifications`;
        const refused = await call(simulator, `POST ${path}`, { body });
        assert.deepEqual([refused.status, at(refused.body, "code")], [400, code]);
        assert.deepEqual(simulator.customers[0]?.qualifications, []);
    });
}

test("what is denied says why, and may be asked for again", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const path = `/v1/customers/${id}/qualifications`;
    await call(simulator, `POST ${path}`, { body: education });
    const vetting = {
        qualification: "Education",
        vettingStatus: "Denied",
        vettingReason: "No school",
    } as const;
    await call(simulator, "POST /simulator/portal/vetQualification", {
        body: { id, vetting },
        token: "",
    });
    const { body } = await call(simulator, `GET ${path}`);
    assert.equal(at(body, "0.vettingReason"), "No school");
    assert.equal((await call(simulator, `POST ${path}`, { body: education })).status, 201);
    const again = await call(simulator, `GET ${path}`);
    assert.equal(at(again.body, "length"), 1);
    assert.equal(at(again.body, "0.vettingStatus"), "InReview");
    assert.equal(at(again.body, "0.vettingReason"), undefined);
});

test("what is not known about qualifications can be chosen", async (t) => {
    for (const [qualifiedAgain, status] of [
        ["400-800002", 400],
        ["409-800002", 409],
        ["unchanged", 200],
    ] as const) {
        const uncertain = {
            qualifiedAgain,
            qualificationStatus: 200,
            qualifications: "object",
            vettingDateName: "vettingCreateDate",
        } as const;
        const simulator = await simulatorFor(t, { uncertain });
        const path = `/v1/customers/${await createCustomer(simulator)}/qualifications`;
        const made = await call(simulator, `POST ${path}`, { body: education });
        assert.equal(made.status, 200);
        const listed = await call(simulator, `GET ${path}`);
        assert.deepEqual(listed.body, made.body);
        assert.match(String(at(listed.body, "qualifications.0.vettingCreateDate")), /^2/);
        assert.equal((await call(simulator, `POST ${path}`, { body: education })).status, status);
        assert.equal(simulator.customers[0]?.qualifications.length, 1);
    }
});

test("an application alone may read qualifications, and ask for none", async (t) => {
    const simulator = await simulatorFor(t);
    const token = simulator.issueToken({ kind: "app" });
    const path = `/v1/customers/${await createCustomer(simulator)}/qualifications`;
    assert.equal((await call(simulator, `GET ${path}`, { token })).status, 200);
    const refused = await call(simulator, `POST ${path}`, { token, body: education });
    assert.deepEqual([refused.status, at(refused.body, "code")], [403, 900329]);
});
