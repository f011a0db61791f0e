import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { agreementLifecycle as lifecycle } from "../../../provider/agreement/lifecycle";
import type { AgreementInputs } from "../../../provider/agreement/shapes";
import type { CloudName } from "../../../provider/partnercenter/clouds";
import type { SimulatorOptions } from "../../../simulator";
import { context, customerId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const inputs: AgreementInputs = {
    customerId,
    primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
};
const whole = {
    ...inputs,
    primaryContact: { ...inputs.primaryContact, middleName: "King", phoneNumber: "4255550101" },
    dateAgreed: "2024-02-29",
    templateId: "117a77b0-9360-443b-8795-c6dedc750cf9",
};

describe("an agreement that a program declares", () => {
    it("has no fault, with all members or with the needed ones", () => {
        assert.deepEqual(problemsOf(inputs), []);
        assert.deepEqual(problemsOf(whole), []);
    });

    it("has none in what is not known yet", () => {
        assert.deepEqual(problemsOf({ ...whole, customerId: unknown, dateAgreed: unknown }), []);
        assert.deepEqual(problemsOf({ customerId: unknown, primaryContact: unknown }), []);
    });

    it("is said everything that is wrong with it, at once", () => {
        const problems = problemsOf({
            customerId: "contoso",
            primaryContact: { firstName: "", email: "ada", phone: "1" },
            dateAgreed: "2026-02-30",
            templateId: "newest",
        });
        const paths = problems.map((problem) => problem.split(":")[0]);
        assert.deepEqual(paths.sort(), [
            "customerId",
            "dateAgreed",
            "primaryContact.email",
            "primaryContact.firstName",
            "primaryContact.lastName",
            "primaryContact.phone",
            "templateId",
        ]);
    });

    for (const dateAgreed of ["24.11.2026", "2026-11-24T00:00:00Z", "", "2026-1-1"]) {
        it(`has no day in "${dateAgreed}"`, () => {
            assert.match(problemsOf({ ...inputs, dateAgreed }).join(), /must be a day/);
        });
    }

    it("lies in the past, or today", () => {
        const day = (fromNow: number) =>
            new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);
        assert.deepEqual(problemsOf({ ...inputs, dateAgreed: day(0) }), []);
        const tomorrow = problemsOf({ ...inputs, dateAgreed: day(1) });
        assert.match(tomorrow.join(), new RegExp(`not lie in the future; in UTC it is ${day(0)}`));
    });

    it("is a fault where the cloud has no agreements", () => {
        for (const cloud of ["usGov", "china"] as const) {
            assert.match(
                problemsOf(inputs, cloud).join(),
                new RegExp(`^CustomerAgreement: .*cloud "${cloud}"`),
            );
        }
    });
});

describe("what a preview asks about an agreement", () => {
    it("says which text will be confirmed, for a customer who is not made yet", async (t) => {
        const { foresee, partner } = await world(t);
        const { problems, warnings, notes } = await foresee({ customerId: unknown });
        assert.deepEqual([problems, warnings], [[], []]);
        assert.match(notes.join(), /customeragreement\?version=1 \(template 5be14f3e/);
        assert.deepEqual(partner.takeCalls(), ["GET agreements"]);
    });

    it("finds a text that is not there", async (t) => {
        const { foresee } = await world(t);
        const { problems } = await foresee({ templateId: customerId });
        assert.match(problems.join(), /^templateId: .* with the id dfd8cc0a/);
    });

    it("finds no text where there is none", async (t) => {
        const { foresee } = await world(t, { agreementTemplates: [] });
        assert.match(
            (await foresee({})).problems.join(),
            /^templateId: Partner Center lists no text/,
        );
    });

    it("says that nothing will be sent where this contact has confirmed", async (t) => {
        const { foresee, partner } = await world(t);
        await lifecycle.create({ ...inputs, customerId: partner.customerId }, partner.client());
        const { notes } = await foresee({});
        assert.match(
            notes.join("\n"),
            /^[^\n]*confirmed by this contact already: nothing will be sent/,
        );
    });

    it("warns where the customer has signed with Microsoft directly", async (t) => {
        const { foresee, partner } = await world(t);
        partner.simulator.portal.signAgreement(partner.customerId);
        const { problems, warnings } = await foresee({});
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /^customerId: .* has accepted the agreement with Microsoft/);
    });

    it("warns of a customer whom it does not find: one made a moment ago may not be shown yet", async (t) => {
        const { foresee } = await world(t);
        const { problems, warnings } = await foresee({ customerId });
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /^customerId: Partner Center does not show the customer/);
    });

    it("is a fault of a sign-in that may not confirm, and no call", async (t) => {
        const { foresee, partner } = await world(t, {}, "app");
        const { problems } = await foresee({});
        assert.match(problems.join(), /^CustomerAgreement: .*application and user.*refreshToken/);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("is a warning where the service refuses to tell", async (t) => {
        const { partner } = await world(t);
        partner.simulator.misbehave({ on: { path: "/v1/" }, times: 9, status: 403 });
        const news = { ...inputs, customerId: partner.customerId };
        const context = partner.foresight(news);
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await lifecycle.foresee(news, context), nothing);
        assert.equal(context.inquiry.takeWarnings().length, 3);
    });
});

function problemsOf(declared: object, cloud: CloudName = "global"): string[] {
    return lifecycle.check(undefined, declared as AgreementInputs, { ...context, cloud }).problems;
}

async function world(
    t: TestContext,
    options: SimulatorOptions = {},
    kind: "app" | "appAndUser" = "appAndUser",
) {
    const partner = await simulatedPartner(t, options, kind);
    const foresee = (declared: object) => {
        const news = { ...inputs, customerId: partner.customerId, ...declared };
        return lifecycle.foresee(news, partner.foresight(news));
    };
    return { partner, foresee };
}
