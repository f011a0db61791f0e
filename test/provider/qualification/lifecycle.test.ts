import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { qualificationLifecycle as lifecycle } from "../../../provider/qualification/lifecycle";
import type { QualificationInputs } from "../../../provider/qualification/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { failureOf, customerId as otherId } from "../fixtures";
import { type SimulatedPartner, simulatedPartner } from "../simulatedPartner";

const asking = ["GET customers/ID/qualifications", "POST customers/ID/qualifications"];

describe("asking for a qualification", () => {
    for (const [qualification, members, vettingStatus] of [
        ["Education", { educationSegment: "K12", website: "contoso.edu" }, "InReview"],
        ["GovernmentCommunityCloud", { validationCode: "123456" }, "Approved"],
        ["StateOwnedEntity", {}, undefined],
    ] as const) {
        it(`is one POST for ${qualification}, and does not wait for what comes of it`, async (t) => {
            const { partner, create } = await world(t, {
                now: () => Date.parse("2026-11-24T10:00:00Z"),
            });
            const { id, state } = await create({ qualification, ...members });
            assert.equal(id, `${partner.customerId}/${qualification}`);
            assert.deepEqual(state, {
                customerId: partner.customerId,
                qualification,
                ...members,
                deletionPolicy: "prevent",
                ...(vettingStatus && {
                    vettingStatus,
                    vettingCreatedDate: "2026-11-24T10:00:00.000Z",
                }),
            });
            assert.deepEqual(partner.takeCalls(), asking);
            assert.deepEqual(partner.takeTold(), []);
        });
    }

    for (const uncertain of [
        { qualifications: "object", qualificationStatus: 200 },
        { vettingDateName: "vettingCreateDate" },
        { vettingDateName: "vettingCreatedDate" },
    ] as const) {
        it(`is read as it was made, with ${JSON.stringify(uncertain)}`, async (t) => {
            const { partner, inputs, create } = await world(t, { uncertain });
            const { id, state } = await create();
            assert.match(state.vettingCreatedDate ?? "", /^2.*Z$/);
            assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
            assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
        });
    }

    it("sends nothing where the customer has it, or it is looked at", async (t) => {
        const { partner, create } = await world(t);
        const first = await create();
        partner.takeCalls();
        assert.deepEqual(await create(), first);
        assert.deepEqual(partner.takeCalls(), asking.slice(0, 1));
    });

    it("leaves other qualifications of the customer alone", async (t) => {
        const { partner, create } = await world(t);
        await create({ qualification: "StateOwnedEntity", educationSegment: undefined });
        await create();
        const held = partner.simulator.customers[0]?.qualifications;
        assert.deepEqual(
            held?.map(({ qualification }) => qualification),
            ["StateOwnedEntity", "Education"],
        );
    });

    for (const qualifiedAgain of ["400-800002", "409-800002", "unchanged"] as const) {
        it(`succeeds where the answer was lost and the next attempt gets ${qualifiedAgain}`, async (t) => {
            const { partner, create } = await world(t, { uncertain: { qualifiedAgain } });
            partner.simulator.misbehave({ on: { method: "POST" }, cut: "after" });
            const { state } = await create();
            assert.equal(state.vettingStatus, "InReview");
            assert.equal(partner.simulator.customers[0]?.qualifications.length, 1);
        });
    }

    it("reads what the answer does not say", async (t) => {
        const { partner, create } = await world(t);
        partner.simulator.misbehave({ on: { method: "POST" }, body: "empty" });
        assert.equal((await create()).state.vettingStatus, "InReview");
    });

    it("fails with the service's reason, which is not the code", async (t) => {
        const { partner, create } = await world(t);
        const wrong = { qualification: "GovernmentCommunityCloud", validationCode: "s3cret-c0de" };
        const error = await failureOf(() => create(wrong));
        assert.match(error.message, /ask for the qualification Gov.* the code is not valid/);
        assert.doesNotMatch(error.message, /s3cret-c0de/);
        assert.deepEqual(partner.simulator.customers[0]?.qualifications, []);
    });

    it("asks again for what was denied, also in a program that is new", async (t) => {
        const { partner, create } = await world(t);
        deny(partner);
        assert.equal((await create()).state.vettingStatus, "InReview");
    });
});

describe("what comes of a qualification", () => {
    it("is shown by a refresh, and is no change", async (t) => {
        const { partner, inputs, create } = await world(t);
        const { id, state } = await create();
        deny(partner);
        const denied = await lifecycle.read(id, state, partner.client());
        assert.deepEqual(denied, {
            ...state,
            vettingStatus: "Denied",
            vettingReason: "No school",
        });
        assert.deepEqual(lifecycle.diff(id, denied ?? state, inputs), { changes: false });
    });

    for (const [member, value] of [
        ["website", "school.contoso.edu"],
        ["educationSegment", "HigherEducation"],
    ] as const) {
        it(`lets another ${member} be asked for after a denial, and at no other time`, async (t) => {
            const { partner, inputs, create } = await world(t);
            const { id, state } = await create();
            const news = { ...inputs, [member]: value };
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: false });
            const { warnings } = lifecycle.check(inputs, news, partner.foresight({}));
            assert.match(warnings.join(), new RegExp(`^${member}: counts when .* denial only`));

            deny(partner);
            const denied = (await lifecycle.read(id, state, partner.client())) ?? state;
            assert.deepEqual(lifecycle.diff(id, denied, news), { changes: true });
            partner.takeCalls();
            const client = partner.client();
            const updated = await lifecycle.update(id, denied, news, client, partner.tell);
            assert.deepEqual(partner.takeCalls(), asking);
            assert.deepEqual([updated[member], updated.vettingStatus], [value, "InReview"]);
            assert.equal(updated.vettingReason, undefined);
            assert.deepEqual(lifecycle.diff(id, updated, news), { changes: false });
        });
    }

    it("is told where it is a denial at once", async (t) => {
        const { partner, create } = await world(t);
        const denied = { qualification: "Education", vettingStatus: "Denied" };
        partner.simulator.misbehave({ on: { method: "POST" }, status: 201, body: denied });
        await create();
        assert.match(partner.takeTold().join(), /Education was denied \(no reason was given\)/);
    });

    it("is that it is gone, where the customer has it no longer or has left", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        const other = `${partner.customerId}/StateOwnedEntity`;
        assert.equal(await lifecycle.read(other, state, partner.client()), undefined);
        partner.simulator.portal.removeRelationship(partner.customerId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
    });

    it("is not known where the service does not answer", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        partner.simulator.misbehave({ on: { method: "GET" }, status: 403 });
        const error = await failureOf(() => lifecycle.read(id, state, partner.client()));
        assert.match(error.message, /list the qualifications of the customer .*HTTP 403/);
    });

    it("is told to who knows the id alone, and may not be given up", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        const nothing = {} as Parameters<typeof lifecycle.read>[1];
        const found = await lifecycle.read(id, nothing, partner.client());
        assert.equal(found?.vettingStatus, state.vettingStatus);
        assert.equal(found?.deletionPolicy, "prevent");
    });
});

describe("the end of a qualification", () => {
    it("is refused, with what can be done", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        const error = await failureOf(() =>
            lifecycle.delete(id, state, partner.client, partner.tell),
        );
        assert.match(error.message, /no call takes it back.*deploy deletionPolicy "retain" first/);
    });

    it("is that it stays, where it is to be forgotten, and that is told", async (t) => {
        const { partner, inputs, create } = await world(t);
        const { id, state } = await create();
        partner.takeCalls();
        const news = { ...inputs, deletionPolicy: "retain" } as const;
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const client = partner.client();
        const retained = await lifecycle.update(id, state, news, client, partner.tell);
        await lifecycle.delete(id, retained, partner.client, partner.tell);
        assert.deepEqual(partner.takeCalls(), []);
        assert.match(partner.takeTold().join(), /Education of customer .* stays; it is forgotten/);
    });

    for (const [member, value] of [
        ["customerId", otherId],
        ["qualification", "StateOwnedEntity"],
    ] as const) {
        it(`is what another ${member} would be: refused at preview, unless it may be forgotten`, async (t) => {
            const { partner, inputs, create } = await world(t);
            const { id, state } = await create();
            const { educationSegment: _, ...others } = inputs;
            const news = { ...others, [member]: value };
            const replaced = { changes: true, replaces: [member] };
            assert.deepEqual(lifecycle.diff(id, state, news), replaced);
            const context = partner.foresight({});
            const { problems } = lifecycle.check(inputs, news, context);
            assert.match(problems.join("\n"), new RegExp(`${member}: no call takes the qualif`));
            const retained = { ...inputs, deletionPolicy: "retain" } as const;
            const allowed = lifecycle.check(retained, news, context).problems;
            assert.doesNotMatch(allowed.join("\n"), /no call takes/);
        });
    }
});

async function world(t: TestContext, options: SimulatorOptions = {}) {
    const partner = await simulatedPartner(t, options);
    const inputs: QualificationInputs = {
        customerId: partner.customerId,
        qualification: "Education",
        educationSegment: "K12",
        deletionPolicy: "prevent",
    };
    const create = ({ qualification = "Education", ...members }: object & Partial<Asked> = {}) => {
        const { educationSegment: _, ...bare } = inputs;
        const declared = qualification === "Education" ? inputs : bare;
        const news = { ...declared, qualification, ...members } as QualificationInputs;
        return lifecycle.create(news, partner.client(), partner.tell);
    };
    return { partner, inputs, create };
}

type Asked = { [Name in keyof QualificationInputs]: QualificationInputs[Name] | undefined };

function deny({ simulator, customerId }: SimulatedPartner): void {
    simulator.portal.vetQualification(customerId, {
        qualification: "Education",
        vettingStatus: "Denied",
        vettingReason: "No school",
    });
}
