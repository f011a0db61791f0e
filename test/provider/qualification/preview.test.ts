import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { qualificationLifecycle as lifecycle } from "../../../provider/qualification/lifecycle";
import type { QualificationInputs } from "../../../provider/qualification/shapes";
import { context, customerId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const education = { customerId, qualification: "Education", educationSegment: "K12" };

describe("a qualification that a program declares", () => {
    it("has no fault", () => {
        for (const declared of [
            education,
            { ...education, website: "contoso.edu", deletionPolicy: "retain" },
            { customerId, qualification: "GovernmentCommunityCloud", validationCode: "123456" },
            { customerId, qualification: "StateOwnedEntity" },
            { customerId, qualification: "OfTomorrow", website: "example.com" },
            { customerId: unknown, qualification: unknown, website: unknown },
            { ...education, educationSegment: unknown },
        ]) {
            assert.deepEqual(check(declared).problems, []);
        }
    });

    it("is protected, unless the program says otherwise", () => {
        assert.equal(check(education).inputs.deletionPolicy, "prevent");
        assert.equal(
            check({ ...education, deletionPolicy: "retain" }).inputs.deletionPolicy,
            "retain",
        );
    });

    for (const [declared, problem] of [
        [{ ...education, customerId: "contoso" }, /^customerId: must be a GUID/],
        [{ customerId }, /^qualification: is required/],
        [{ ...education, deletionPolicy: "delete" }, /^deletionPolicy: /],
        [{ ...education, segment: "K12" }, /^segment: .*no such argument/],
        [{ customerId, qualification: "None" }, /^qualification: None cannot be set/],
        [{ customerId, qualification: "nonprofit" }, /^qualification: nonprofit cannot be set/],
        [{ customerId, qualification: "Education" }, /^educationSegment: Education needs it/],
        [
            { customerId, qualification: "GovernmentCommunityCloud", validationCode: "" },
            /^validationCode: GovernmentCommunityCloud needs it/,
        ],
        [{ ...education, validationCode: "c0de" }, /^validationCode: counts for Gov.* only/],
        [
            { ...education, qualification: "StateOwnedEntity" },
            /^educationSegment: counts for Education only/,
        ],
    ] as const) {
        it(`has a fault with ${JSON.stringify(declared)}`, () => {
            const { problems } = check(declared);
            assert.equal(problems.length, 1);
            assert.match(problems.join(), problem);
            assert.doesNotMatch(problems.join(), /c0de/);
        });
    }

    it("is said to be for ever, when it is new", () => {
        assert.match(check(education).warnings.join(), /^qualification: .*Education.*for ever/);
        assert.match(
            check({ customerId, qualification: "StateOwnedEntity" }).warnings.join(),
            /^qualification: no call takes StateOwnedEntity back\.$/,
        );
        const { inputs } = check(education);
        assert.deepEqual(lifecycle.check(inputs, inputs, context).warnings, []);
    });
});

describe("what a preview asks about a qualification", () => {
    it("is nothing for a customer who is not made yet, and nothing to say", async (t) => {
        const { foresee, partner } = await world(t);
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({ customerId: unknown }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
        assert.deepEqual(await foresee({}), nothing);
        assert.deepEqual(partner.takeCalls(), ["GET customers/ID/qualifications"]);
    });

    it("says that nothing will be asked for where the customer has it", async (t) => {
        const { foresee, partner } = await world(t, "app");
        partner.simulator.portal.vetQualification(partner.customerId, {
            qualification: "Education",
            vettingStatus: "Approved",
        });
        const { problems, notes } = await foresee({});
        assert.deepEqual(problems, [], "an application alone may see that");
        assert.match(notes.join(), /Education already \(Approved\): nothing will be asked for/);
    });

    it("warns of what was denied", async (t) => {
        const { foresee, partner } = await world(t);
        partner.simulator.portal.vetQualification(partner.customerId, {
            qualification: "Education",
            vettingStatus: "Denied",
            vettingReason: "No school",
        });
        assert.match((await foresee({})).warnings.join(), /^qualification: .*\(No school\)/);
    });

    it("is a fault of a sign-in that may not ask", async (t) => {
        const { foresee } = await world(t, "app");
        for (const declared of [{}, { customerId: unknown }]) {
            const { problems } = await foresee(declared);
            assert.match(problems.join(), /^CustomerQualification: .*application and user/);
        }
    });
});

function check(declared: object) {
    return lifecycle.check(undefined, declared as QualificationInputs, context);
}

async function world(t: TestContext, kind: "app" | "appAndUser" = "appAndUser") {
    const partner = await simulatedPartner(t, {}, kind);
    const foresee = (declared: object) => {
        const news = { ...education, deletionPolicy: "prevent" as const };
        const inputs = { ...news, customerId: partner.customerId, ...declared };
        return lifecycle.foresee(inputs, partner.foresight(inputs));
    };
    return { partner, foresee };
}
