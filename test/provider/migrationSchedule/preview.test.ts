import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { migrationScheduleLifecycle } from "../../../provider/migrationSchedule/lifecycle";
import { resellerId, unknown } from "../fixtures";
import { nothing, world } from "../migration/foreseen";
import { day } from "../migration/world";

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
