import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { migrationLifecycle } from "../../../provider/migration/lifecycle";
import type { MigrationInputs } from "../../../provider/migration/shapes";
import { context, resellerId, unknown } from "../fixtures";
import { declared, faults } from "./plans";

describe("a migration that a program declares", () => {
    it("has no fault, and is protected", () => {
        for (const more of [
            {},
            {
                quantity: 3,
                termDuration: "P1Y",
                billingCycle: "annual",
                purchaseFullTerm: true,
                customTermEndDate: "2027-01-31",
                addOnMigrations: [{ currentSubscriptionId: resellerId, quantity: 1 }],
                timeoutMinutes: 5,
                deletionPolicy: "retain",
            },
            { customerId: unknown, currentSubscriptionId: unknown, quantity: unknown },
            { termDuration: unknown, billingCycle: "triennial" },
            { addOnMigrations: unknown },
            { addOnMigrations: [unknown, unknown] },
            {
                addOnMigrations: [
                    { currentSubscriptionId: unknown },
                    { currentSubscriptionId: unknown },
                ],
            },
        ]) {
            assert.deepEqual(check(more).problems, [], JSON.stringify(more));
        }
        const { inputs, warnings } = check({});
        assert.deepEqual([inputs.deletionPolicy, inputs.timeoutMinutes], ["prevent", 60]);
        assert.match(
            warnings.join(),
            /no call takes a migration back, and what it brings is paid for/,
        );
        assert.deepEqual(migrationLifecycle.check(inputs, inputs, context).warnings, []);
    });

    for (const [more, problem] of faults()) {
        it(`has a fault with ${JSON.stringify(more)}`, () => {
            const { problems } = check(more);
            assert.equal(problems.length, 1, problems.join("\n"));
            assert.match(problems.join(), problem);
        });
    }

    for (const [more, problem] of [
        [{ timeoutMinutes: 0 }, /^timeoutMinutes: must be a number of minutes/],
        [{ deletionPolicy: "cancel" }, /^deletionPolicy: /],
        [{ targetDate: "2027-01-15" }, /^targetDate: NewCommerceMigration has no such argument/],
    ] as const) {
        it(`has a fault with ${JSON.stringify(more)}`, () => {
            assert.match(check(more).problems.join("\n"), problem);
        });
    }

    it("tells all its faults at once", () => {
        assert.equal(
            check({ customerId: "contoso", quantity: 0, deletionPolicy: "x" }).problems.length,
            3,
        );
    });
});

function check(more: object) {
    const news = { ...declared, ...more } as MigrationInputs;
    return migrationLifecycle.check(undefined, news, context);
}
