import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { migrationLifecycle } from "../../../provider/migration/lifecycle";
import type { MigrationInputs, MigrationState } from "../../../provider/migration/shapes";
import { migrationScheduleLifecycle } from "../../../provider/migrationSchedule/lifecycle";
import type { ScheduleInputs, ScheduleState } from "../../../provider/migrationSchedule/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { context, customerId, otherCustomerId, resellerId, unknown } from "../fixtures";
import { day, oldCustomer } from "./world";

const declared = { customerId, currentSubscriptionId: otherCustomerId };
const nothing = { problems: [], warnings: [], notes: [] };

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

describe("what a preview says of a schedule", () => {
    it("is what it would buy, and when", async (t) => {
        const { foreseeSchedule, partner } = await world(t);
        const { notes } = await foreseeSchedule({});
        assert.match(
            notes.join(),
            /^On 2027-01-15 "Microsoft.* becomes .* quantity 5.*changed and cancelled\.$/,
        );
        const renewal = await foreseeSchedule({ migrateOnRenewal: true });
        assert.match(renewal.notes.join(), /^At its renewal "Microsoft/);
        assert.deepEqual(partner.simulator.customers[0]?.migrationSchedules, []);
        assert.deepEqual(await foreseeSchedule({ customerId: unknown }), nothing);
    });

    it("is a warning of what stands in its way today", async (t) => {
        const { foreseeSchedule, partner, inputs } = await world(t);
        partner.simulator.portal.suspendSubscription(
            inputs.customerId,
            inputs.currentSubscriptionId,
        );
        const { warnings, problems } = await foreseeSchedule({});
        assert.deepEqual(problems, []);
        assert.match(
            warnings.join(),
            /^currentSubscriptionId: .*900215\)\. Reactivate it.* That is how it is today\.$/,
        );
    });

    it("that is changed is what it then buys, what it does not say included", async (t) => {
        const { foreseeScheduleChange, partner, schedule } = await world(t);
        const declared = { ...schedule, quantity: 6 };
        const { state } = await migrationScheduleLifecycle.create(declared, partner.client());
        partner.takeCalls();
        assert.deepEqual(await foreseeScheduleChange(state, {}), nothing);
        const other = { currentSubscriptionId: resellerId };
        assert.deepEqual(await foreseeScheduleChange(state, other), nothing);
        assert.deepEqual(partner.takeCalls(), []);
        const { notes } = await foreseeScheduleChange(state, { targetDate: "2027-02-15" });
        assert.match(notes.join(), /^On 2027-02-15 "Microsoft.* becomes .* quantity 6, term P1Y/);
        const { warnings } = await foreseeScheduleChange(state, { quantity: 301 });
        assert.match(warnings.join(), /900275/);
        const lost = { ...state, status: "Failed", scheduleId: resellerId };
        await partner.client().migrationSchedules.cancel(schedule.customerId, state.scheduleId);
        assert.match((await foreseeScheduleChange(lost, {})).notes.join(), /^On 2027-01-15/);
    });

    it("is that it is there already, and what will be changed", async (t) => {
        const { foreseeSchedule, partner, schedule, clock } = await world(t);
        await migrationScheduleLifecycle.create(schedule, partner.client());
        assert.match(
            (await foreseeSchedule({})).notes.join(),
            /is taken over; nothing will be changed/,
        );
        assert.match(
            (await foreseeSchedule({ quantity: 6 })).notes.join(),
            /taken over; quantity will be changed/,
        );
        clock.now += 60 * day;
        assert.match(
            (await foreseeSchedule({})).notes.join(),
            /was migrated by a schedule \(migration/,
        );
        assert.match(
            (await foreseeSchedule({ quantity: 6 })).problems.join(),
            /^quantity: .*was migrated by its schedule/,
        );
    });
});

/** What is wrong in every plan. */
function faults(): [object, RegExp][] {
    return [
        [{ customerId: "contoso" }, /^customerId: must be a GUID/],
        [{ currentSubscriptionId: undefined }, /^currentSubscriptionId: is required/],
        [{ quantity: 1.5 }, /^quantity: must be a whole number/],
        [{ termDuration: "P2Y" }, /^termDuration: /],
        [{ billingCycle: "oneTime" }, /^billingCycle: /],
        [
            { termDuration: "P1M", billingCycle: "annual" },
            /^billingCycle: a term of P1M cannot be billed annual/,
        ],
        [{ customTermEndDate: "2027-02-31" }, /^customTermEndDate: must be a day/],
        [{ term: "P1Y" }, /^term: .*no such argument/],
        [
            { addOnMigrations: [{ quantity: 1 }] },
            /^addOnMigrations\.0\.currentSubscriptionId: is required/,
        ],
        [
            {
                addOnMigrations: [
                    {
                        currentSubscriptionId: resellerId,
                        termDuration: "P1Y",
                        billingCycle: "triennial",
                    },
                ],
            },
            /^addOnMigrations\.0\.billingCycle: a term of P1Y cannot be billed triennial/,
        ],
        [
            { addOnMigrations: [{ currentSubscriptionId: otherCustomerId.toUpperCase() }] },
            /^addOnMigrations\.0\.currentSubscriptionId: is there twice/,
        ],
    ];
}

function check(more: object) {
    const news = { ...declared, ...more } as MigrationInputs;
    return migrationLifecycle.check(undefined, news, context);
}

function checkSchedule(more: object) {
    const news = { ...declared, ...more } as ScheduleInputs;
    return migrationScheduleLifecycle.check(undefined, news, context);
}

async function world(t: TestContext, options: SimulatorOptions = {}) {
    const given = await oldCustomer(t, options);
    const { partner, currentSubscriptionId } = given;
    const plan = { customerId: partner.customerId, currentSubscriptionId };
    const inputs: MigrationInputs = { ...plan, timeoutMinutes: 60, deletionPolicy: "prevent" };
    const schedule: ScheduleInputs = { ...plan, targetDate: "2027-01-15" };
    partner.takeCalls();
    return {
        ...given,
        inputs,
        schedule,
        foresee: (more: object) => {
            const news = { ...inputs, ...more };
            return migrationLifecycle.foresee(news, partner.foresight(news));
        },
        foreseeChange: (state: MigrationState, more: object) => {
            const news = { ...inputs, ...more };
            return migrationLifecycle.foreseeChange("", state, news, partner.foresight(news));
        },
        foreseeScheduleChange: (state: ScheduleState, more: object) => {
            const news = { ...schedule, ...more };
            return migrationScheduleLifecycle.foreseeChange(
                "",
                state,
                news,
                partner.foresight(news),
            );
        },
        foreseeSchedule: (more: object) => {
            const when = "migrateOnRenewal" in more ? {} : { targetDate: "2027-01-15" };
            const news = { ...plan, ...when, ...more };
            return migrationScheduleLifecycle.foresee(news, partner.foresight(news));
        },
    };
}
