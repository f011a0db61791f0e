import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { migrationScheduleLifecycle } from "../../../provider/migrationSchedule/lifecycle";
import type { ScheduleInputs } from "../../../provider/migrationSchedule/shapes";
import { context, unknown } from "../fixtures";
import { declared, faults } from "../migration/plans";

describe("a schedule that a program declares", () => {
    it("has no fault where it says when, once", () => {
        for (const when of [
            { targetDate: "2027-01-15" },
            { targetDate: "2027-01-15", migrateOnRenewal: false },
            { migrateOnRenewal: true },
            { targetDate: unknown },
            { migrateOnRenewal: unknown },
        ]) {
            assert.deepEqual(checkSchedule(when).problems, [], JSON.stringify(when));
        }
        for (const when of [
            {},
            { migrateOnRenewal: false },
            { targetDate: "2027-01-15", migrateOnRenewal: true },
        ]) {
            assert.deepEqual(checkSchedule(when).problems, [
                "targetDate: give either targetDate, or migrateOnRenewal: true.",
            ]);
        }
    });

    for (const [more, problem] of [
        ...faults(),
        [{ targetDate: "15.1.2027" }, /^targetDate: must be a day, for example/],
        [{ deletionPolicy: "retain" }, /^deletionPolicy: .*no such argument/],
    ] as const) {
        it(`has a fault with ${JSON.stringify(more)}`, () => {
            const { problems } = checkSchedule({ targetDate: "2027-01-15", ...more });
            assert.equal(problems.length, 1, problems.join("\n"));
            assert.match(problems.join(), problem);
        });
    }

    it("is warned of a day that has passed, once", () => {
        const { inputs, warnings } = checkSchedule({ targetDate: "2020-01-15" });
        assert.match(warnings.join(), /^targetDate: in UTC it is 20.*wants a day to come/);
        assert.deepEqual(migrationScheduleLifecycle.check(inputs, inputs, context).warnings, []);
        assert.deepEqual(checkSchedule({ targetDate: "2999-01-15" }).warnings, []);
    });
});

function checkSchedule(more: object) {
    const news = { ...declared, ...more } as ScheduleInputs;
    return migrationScheduleLifecycle.check(undefined, news, context);
}
