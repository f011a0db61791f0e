import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { migrationLifecycle } from "../../../provider/migration/lifecycle";
import { otherCustomerId, resellerId, unknown } from "../fixtures";
import { nothing, world } from "./foreseen";

describe("what a preview says of a migration", () => {
    it("is what it would buy, and it buys nothing", async (t) => {
        const { foresee, partner, bought } = await world(t);
        const { notes, ...others } = await foresee({});
        assert.deepEqual(others, { problems: [], warnings: [] });
        assert.match(
            notes.join(),
            /^"Microsoft 365 Business Basic" \([0-9a-f-]{36}\) becomes CFQ7TTC0LH18:0001:CFQ7TTC0K971: quantity 5, term as now, billed monthly, the rest of the term, at the price .*No call takes that back\.$/,
        );
        const terms = { quantity: 7, termDuration: "P1M", purchaseFullTerm: true };
        assert.match(
            (await foresee(terms)).notes.join(),
            /quantity 7, term P1M, billed monthly, a new term/,
        );
        assert.deepEqual(bought(), []);
        assert.deepEqual(partner.simulator.customers[0]?.migrations, []);
    });

    it("is what its add-ons would buy, too", async (t) => {
        const { foresee, addOnId } = await world(t);
        const addOnMigrations = [{ currentSubscriptionId: addOnId, quantity: 3 }];
        assert.match(
            (await foresee({ addOnMigrations })).notes.join(),
            new RegExp(
                `the rest of the term; with it the add-on ${addOnId}: quantity 3, term as now, billed as now, the rest of the term, at the price`,
            ),
        );
    });

    it("that has failed is what the next run buys, once it was taken back", async (t) => {
        const { foreseeChange, partner, inputs, bought } = await world(t, {
            pendingMigrationReads: 1_000,
        });
        const { customerId } = inputs;
        const { id: migrationId } = await partner.client().migrations.create(customerId, inputs);
        const state = { ...inputs, migrationId, status: "Failed" };
        const end = (outcome: "failed" | "reverted") =>
            partner.simulator.portal.endMigration(customerId, migrationId, outcome);
        end("failed");
        assert.match((await foreseeChange(state, {})).notes.join(), /nothing will be sent/);
        end("reverted");
        const { notes } = await foreseeChange(state, { quantity: 6 });
        assert.match(notes.join(), /quantity 6, .*No call takes that back/);
        assert.match((await foreseeChange(state, { quantity: 301 })).problems.join(), /900275/);
        assert.deepEqual(bought(), []);
    });

    it("that is completed, or is to be another one, is nothing: nothing is asked", async (t) => {
        const { foreseeChange, partner, inputs } = await world(t);
        const state = { ...inputs, migrationId: resellerId, status: "Completed" };
        assert.deepEqual(await foreseeChange(state, {}), nothing);
        const failed = { ...state, status: "Failed" };
        assert.deepEqual(await foreseeChange(failed, { customerId: otherCustomerId }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("is nothing where an argument is not known, or wrong", async (t) => {
        const { foresee, partner } = await world(t);
        assert.deepEqual(await foresee({ currentSubscriptionId: unknown }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
    });

    for (const ineligibleMigration of ["answered", "refused"] as const) {
        it(`is why it would be refused, where that is ${ineligibleMigration}`, async (t) => {
            const { foresee } = await world(t, { uncertain: { ineligibleMigration } });
            const { problems } = await foresee({ quantity: 301 });
            assert.match(
                problems.join(),
                /^currentSubscriptionId: The requested quantity .* \(code 900275\)\. Change quantity\.$/,
            );
        });
    }

    it("is that the customer has no such subscription", async (t) => {
        const { foresee } = await world(t);
        const { problems } = await foresee({ currentSubscriptionId: resellerId });
        assert.match(
            problems.join(),
            /^currentSubscriptionId: Partner Center shows no subscription .* Check both ids\.$/,
        );
    });

    it("is that it is there already, on these terms or on others", async (t) => {
        const { foresee, partner, inputs } = await world(t);
        await migrationLifecycle.create(inputs, partner.client(), partner.tell);
        assert.match(
            (await foresee({})).notes.join(),
            /has a migration already .*Completed.*nothing will be sent/,
        );
        assert.match(
            (await foresee({ quantity: 9 })).problems.join(),
            /^quantity: .*was migrated otherwise \(quantity 5\)/,
        );
    });

    it("is a warning where the service cannot be asked", async (t) => {
        const { partner, inputs } = await world(t);
        partner.simulator.misbehave({
            on: { path: "/validate$" },
            status: 403,
            body: { code: 900223 },
        });
        const { inquiry, ...more } = partner.foresight(inputs);
        assert.match(
            (await migrationLifecycle.foresee(inputs, { inquiry, ...more })).problems.join(),
            /900223/,
        );
        partner.simulator.misbehave({ on: { path: "/newcommerce$" }, status: 403 });
        const again = { ...inputs, quantity: 6 };
        assert.deepEqual(await migrationLifecycle.foresee(again, { inquiry, ...more }), nothing);
        assert.match(
            inquiry.takeWarnings().join(),
            /Not checked before the update: whether a subscription can be migrated/,
        );
    });
});
