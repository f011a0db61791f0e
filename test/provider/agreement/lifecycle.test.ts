import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { agreementLifecycle as lifecycle } from "../../../provider/agreement/lifecycle";
import type { AgreementInputs } from "../../../provider/agreement/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { failureOf, customerId as otherId } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const newestTemplate = "5be14f3e-27a5-4b77-8d25-0c8f9b1e6a43";
const olderTemplate = "117a77b0-9360-443b-8795-c6dedc750cf9";
const link = "https://aka.ms/customeragreement?version=1";
const today = () => new Date().toISOString().slice(0, 10);

const confirming = [
    "GET customers/ID/agreements",
    "GET agreements",
    "POST customers/ID/agreements",
];

describe("confirming a customer's agreement", () => {
    it("takes the newest text and today, and looks first", async (t) => {
        const { partner, inputs } = await world(t);
        const created = await lifecycle.create(inputs, partner.client());
        assert.deepEqual(created, {
            id: partner.customerId,
            state: {
                ...inputs,
                templateId: newestTemplate,
                dateAgreed: today(),
                agreementLink: link,
            },
        });
        assert.deepEqual(partner.takeCalls(), confirming);
        assert.deepEqual(partner.simulator.customers[0]?.agreements, [
            {
                primaryContact: inputs.primaryContact,
                templateId: newestTemplate,
                dateAgreed: `${today()}T00:00:00.000Z`,
                type: "MicrosoftCustomerAgreement",
            },
        ]);
    });

    it("sends the text, the day and the whole contact that the program names", async (t) => {
        const { partner, inputs } = await world(t);
        const contact = {
            ...inputs.primaryContact,
            middleName: "King",
            phoneNumber: "425 5550101",
        };
        const named = {
            ...inputs,
            primaryContact: contact,
            templateId: olderTemplate,
            dateAgreed: "2024-02-29",
        };
        const { state } = await lifecycle.create(named, partner.client());
        assert.deepEqual(state, { ...named, agreementLink: "https://aka.ms/customeragreement" });
        const [held] = partner.simulator.customers[0]?.agreements ?? [];
        assert.deepEqual(held?.primaryContact, contact);
        assert.equal(held?.dateAgreed, "2024-02-29T00:00:00.000Z");
    });

    it("dates it by Microsoft's clock, where that of this machine is ahead", async (t) => {
        const yesterday = Date.now() - 86_400_000;
        const { partner, inputs } = await world(t, { now: () => yesterday });
        const { state } = await lifecycle.create(inputs, partner.client());
        assert.equal(state.dateAgreed, new Date(yesterday).toISOString().slice(0, 10));
    });

    it("waits for a customer whom the service does not show yet", async (t) => {
        const { partner, inputs } = await world(t);
        const notFound = { status: 404, body: { code: 60003, description: "Not found" } };
        partner.simulator.misbehave({ on: { path: "agreements" }, times: 2, ...notFound });
        await lifecycle.create(inputs, partner.client());
        assert.equal(partner.simulator.customers[0]?.agreements.length, 1);
    });

    it("sends nothing where this contact has confirmed already", async (t) => {
        const { partner, inputs } = await world(t);
        const first = await lifecycle.create(
            { ...inputs, dateAgreed: "2024-01-01" },
            partner.client(),
        );
        partner.takeCalls();
        const again = await lifecycle.create(
            {
                ...inputs,
                primaryContact: { ...inputs.primaryContact, email: "ADA@contoso.com" },
            },
            partner.client(),
        );
        assert.deepEqual(partner.takeCalls(), ["GET customers/ID/agreements"]);
        assert.equal(again.state.dateAgreed, "2024-01-01");
        assert.equal(again.state.templateId, first.state.templateId);
    });

    for (const confirmedAgain of ["400-600061", "409-600061"] as const) {
        it(`takes ${confirmedAgain} for done`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { confirmedAgain } });
            const rival = await lifecycle.create(inputs, partner.client());
            // The list is older than the confirmation.
            const empty = { body: { totalCount: 0, items: [] } };
            const on = { method: "GET", path: "customers/.*/agreements" };
            partner.simulator.misbehave({ on, status: 200, ...empty });
            assert.deepEqual(await lifecycle.create(inputs, partner.client()), rival);
            assert.equal(partner.simulator.customers[0]?.agreements.length, 1);
        });
    }

    it("fails where the service takes no other text by the same contact", async (t) => {
        const { partner, inputs } = await world(t);
        await lifecycle.create({ ...inputs, templateId: olderTemplate }, partner.client());
        const other = { ...inputs, templateId: newestTemplate };
        const error = await failureOf(() => lifecycle.create(other, partner.client()));
        assert.match(error.message, /600061.*\n.*give another contact/);
    });

    it("fails for a text that is not there, and names those that are", async (t) => {
        const { partner, inputs } = await world(t);
        const other = { ...inputs, templateId: otherId };
        const error = await failureOf(() => lifecycle.create(other, partner.client()));
        assert.match(
            error.message,
            new RegExp(`${otherId}, but ${olderTemplate}, ${newestTemplate}`),
        );
        assert.deepEqual(partner.simulator.customers[0]?.agreements, []);
    });

    for (const [agreementDate, confirmationStatus] of [
        ["time", 201],
        ["day", 200],
    ] as const) {
        it(`is read as it was made, with dates as ${agreementDate}`, async (t) => {
            const uncertain = { agreementDate, confirmationStatus };
            const { partner, inputs } = await world(t, { uncertain });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
            assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
        });
    }
});

describe("reading a customer's agreement", () => {
    it("keeps the contact as declared, whatever form the service gives it", async (t) => {
        const { partner, inputs } = await world(t);
        const contact = { ...inputs.primaryContact, phoneNumber: "4255550101" };
        const { id, state } = await lifecycle.create(
            { ...inputs, primaryContact: contact },
            partner.client(),
        );
        const declared = {
            ...state,
            primaryContact: { ...contact, email: "Ada@Contoso.com", phoneNumber: "425-555-0101" },
        };
        assert.deepEqual(await lifecycle.read(id, declared, partner.client()), declared);
    });

    it("is not disturbed by another confirmation in the portal", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        confirmInPortal(partner, { firstName: "Grace" });
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
    });

    it("keeps the state where the service lists another contact only", async (t) => {
        const { partner, inputs } = await world(t);
        const { state } = await lifecycle.create(inputs, partner.client());
        const theirs = { ...state, primaryContact: { ...state.primaryContact, lastName: "King" } };
        assert.deepEqual(
            await lifecycle.read(partner.customerId, theirs, partner.client()),
            theirs,
        );
    });

    it("finds none where there is none, and none of a customer who has left", async (t) => {
        const { partner, inputs } = await world(t);
        const state = { ...inputs, templateId: newestTemplate, dateAgreed: today() };
        assert.equal(await lifecycle.read(partner.customerId, state, partner.client()), undefined);
        await lifecycle.create(inputs, partner.client());
        partner.simulator.portal.removeRelationship(partner.customerId);
        assert.equal(await lifecycle.read(partner.customerId, state, partner.client()), undefined);
    });

    it("fails where the service does not answer, and forgets nothing", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.simulator.misbehave({ on: { path: "agreements" }, status: 403 });
        const error = await failureOf(() => lifecycle.read(id, state, partner.client()));
        assert.match(error.message, /list the confirmed agreements of the customer .*HTTP 403/);
    });

    it("answers the newest confirmation to who knows the customer's id alone", async (t) => {
        const { partner, inputs } = await world(t);
        confirmInPortal(partner, { firstName: "Grace", dateAgreed: "2023-05-01" });
        await lifecycle.create({ ...inputs, dateAgreed: "2024-01-01" }, partner.client());
        confirmInPortal(partner, { firstName: "Mary", dateAgreed: "2022-05-01" });
        const nothing = {} as Parameters<typeof lifecycle.read>[1];
        const state = await lifecycle.read(partner.customerId, nothing, partner.client());
        assert.equal(state?.primaryContact.firstName, "Ada");
        assert.equal(state?.dateAgreed, "2024-01-01");
    });
});

describe("changing a customer's agreement", () => {
    for (const [member, value] of [
        ["firstName", "Grace"],
        ["lastName", "King"],
        ["email", "grace@contoso.com"],
        ["phoneNumber", "4255550102"],
    ] as const) {
        it(`confirms anew with another ${member}, in place`, async (t) => {
            const { partner, inputs } = await world(t);
            const { id, state } = await lifecycle.create(inputs, partner.client());
            const news = {
                ...inputs,
                primaryContact: { ...inputs.primaryContact, [member]: value },
            };
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
            partner.takeCalls();
            const updated = await lifecycle.update(id, state, news, partner.client());
            assert.deepEqual(partner.takeCalls(), confirming);
            assert.deepEqual(updated.primaryContact, news.primaryContact);
            assert.deepEqual(lifecycle.diff(id, updated, news), { changes: false });
            assert.equal(partner.simulator.customers[0]?.agreements.length, 2);
        });
    }

    it("takes another day or middle name for no reason to confirm anew, and says so of the day", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = {
            ...inputs,
            dateAgreed: "2024-01-01",
            primaryContact: { ...inputs.primaryContact, middleName: "King" },
        };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: false });
        const { problems, warnings } = lifecycle.check(inputs, news, partner.foresight({}));
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /^dateAgreed: no call changes the date/);
        assert.deepEqual(lifecycle.check(news, news, partner.foresight({})).warnings, []);
        partner.takeCalls();
        assert.deepEqual(await lifecycle.update(id, state, news, partner.client()), state);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("confirms another text that the program names", async (t) => {
        const { partner, inputs } = await world(t, { uncertain: { confirmedAgain: "accepted" } });
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = { ...inputs, templateId: olderTemplate };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const updated = await lifecycle.update(id, state, news, partner.client());
        assert.equal(updated.templateId, olderTemplate);
    });

    it("makes another resource for another customer", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        const news = { ...inputs, customerId: otherId };
        assert.deepEqual(lifecycle.diff(id, state, news), {
            changes: true,
            replaces: ["customerId"],
        });
    });
});

describe("the end of a customer's agreement", () => {
    it("is no call, and says that the confirmation stays", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        partner.takeCalls();
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.deepEqual(partner.takeCalls(), []);
        const [line = ""] = partner.takeTold();
        assert.match(line, new RegExp(`${id} stays confirmed .* forgotten here`));
        assert.equal(partner.simulator.customers[0]?.agreements.length, 1);
    });
});

/** A partner with a customer, and what a program says of that customer's agreement. */
async function world(t: TestContext, options: SimulatorOptions = {}) {
    const partner = await simulatedPartner(t, options);
    const inputs: AgreementInputs = {
        customerId: partner.customerId,
        primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
    };
    return { partner, inputs };
}

type Partner = Awaited<ReturnType<typeof simulatedPartner>>;

function confirmInPortal(
    { simulator, customerId }: Partner,
    { firstName, dateAgreed = "2020-01-01" }: { firstName: string; dateAgreed?: string },
): void {
    simulator.portal.confirmAgreement(customerId, {
        primaryContact: { firstName, lastName: "Hopper", email: "grace@contoso.com" },
        templateId: olderTemplate,
        dateAgreed: `${dateAgreed}T00:00:00.000Z`,
        type: "MicrosoftCustomerAgreement",
    });
}
