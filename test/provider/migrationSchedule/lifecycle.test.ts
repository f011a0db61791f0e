import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { migrationScheduleLifecycle as lifecycle } from "../../../provider/migrationSchedule/lifecycle";
import { cancel as cancelSchedule } from "../../../provider/migrationSchedule/schedule";
import type { ScheduleInputs, ScheduleState } from "../../../provider/migrationSchedule/shapes";
import type { MigrationSchedule, SimulatorOptions } from "../../../simulator";
import { failureOf, customerId as otherId } from "../fixtures";
import { day, oldCustomer } from "../migration/world";

const list = "GET migrations/newcommerce/schedules";
const post = "POST customers/ID/migrations/newcommerce/schedules";
const put = "PUT customers/ID/migrations/newcommerce/schedules/SCHEDULE";
const cancel = "POST customers/ID/migrations/newcommerce/schedules/SCHEDULE/cancel";

const uncertainties: readonly NonNullable<SimulatorOptions["uncertain"]>[] = [
    {},
    { unsetMigrationMembers: "null", cancelledSchedules: "absent" },
    { scheduledAddOns: "addOnMigrations", closedSchedule: "409-800002" },
    { carriedOutSchedule: "Processed", missingMigration: "404-900224" },
];

describe("a scheduled migration", () => {
    it("is looked for and made, and the state tells what is to come", async (t) => {
        const { inputs, create, calls, schedules } = await world(t);
        const { id, state } = await create();
        assert.equal(id, `${inputs.customerId}/${inputs.currentSubscriptionId}`);
        assert.deepEqual(state, {
            customerId: inputs.customerId,
            currentSubscriptionId: inputs.currentSubscriptionId,
            scheduleId: schedules()[0]?.id,
            addOnMigrations: [],
            quantity: 5,
            termDuration: "P1Y",
            billingCycle: "monthly",
            purchaseFullTerm: false,
            targetDate: "2027-01-15",
            status: "Created",
            catalogItemId: "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
            subscriptionEndDate: "2027-11-24T10:00:00.000Z",
            createdTime: "2026-11-24T10:00:00.000Z",
            lastModifiedTime: "2026-11-24T10:00:00.000Z",
        });
        assert.deepEqual(calls(), [list, post, list]);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
    });

    for (const uncertain of uncertainties) {
        it(`lives its life, with ${JSON.stringify(uncertain)}`, async (t) => {
            const { partner, inputs, addOnId, create, calls, schedules } = await world(t, {
                uncertain,
            });
            const declared: ScheduleInputs = {
                ...inputs,
                addOnMigrations: [{ currentSubscriptionId: addOnId, quantity: 3 }],
            };
            const { id, state } = await create(declared);
            assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
            const unknown = {} as ScheduleState;
            assert.deepEqual(await lifecycle.read(id, unknown, partner.client()), state);
            assert.deepEqual(lifecycle.diff(id, state, declared), { changes: false });
            calls();

            const { targetDate: _, ...others } = declared;
            const news: ScheduleInputs = {
                ...others,
                migrateOnRenewal: true,
                termDuration: "P1M",
                addOnMigrations: [],
            };
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
            const changed = await lifecycle.update(id, state, news, partner.client());
            assert.deepEqual(calls(), [list, put]);
            assert.deepEqual(
                [changed.migrateOnRenewal, changed.targetDate, changed.termDuration],
                [true, undefined, "P1M"],
            );
            assert.deepEqual(lifecycle.diff(id, changed, news), { changes: false });
            const [held] = schedules();
            assert.deepEqual([held?.quantity, held?.addOns], [5, []], "what is not said stays");
            assert.deepEqual(await lifecycle.read(id, changed, partner.client()), changed);
            calls();

            await lifecycle.delete(id, changed, partner.client, partner.tell);
            assert.deepEqual(calls(), [list, cancel]);
            assert.equal(schedules()[0]?.status, "Cancelled");
            assert.equal(await lifecycle.read(id, changed, partner.client()), undefined);
            await lifecycle.delete(id, changed, partner.client, partner.tell);
            assert.ok(!calls().includes(cancel));
            assert.deepEqual(partner.takeTold(), []);
        });
    }

    it("that the service refuses is not there", async (t) => {
        const { create, inputs, schedules } = await world(t);
        const refused = await failureOf(() => create({ ...inputs, quantity: 301 }));
        assert.match(refused.message, /900275.*Change quantity/s);
        assert.deepEqual(schedules(), []);
    });

    it("whose change the service refuses is kept as it was", async (t) => {
        const { partner, inputs, create, schedules } = await world(t);
        const { id, state } = await create();
        const news = { ...inputs, quantity: 301 };
        const failure = await failureOf(() => lifecycle.update(id, state, news, partner.client()));
        assert.ok(failure instanceof IncompleteResource);
        assert.match(failure.message, /perhaps not yet as it is declared.*900275/s);
        assert.deepEqual(failure.state, state);
        assert.equal(schedules()[0]?.quantity, 5);
    });

    it("that is there already is taken over, and changed where it differs", async (t) => {
        const { inputs, create, calls, schedules } = await world(t);
        await create();
        calls();
        await create();
        assert.deepEqual(calls(), [list]);
        const { state } = await create({ ...inputs, quantity: 9, targetDate: "2027-02-01" });
        assert.deepEqual(calls(), [list, put]);
        assert.deepEqual([state.quantity, state.targetDate], [9, "2027-02-01"]);
        assert.equal(schedules().length, 1);
    });

    for (const scheduledAgain of ["400-800002", "409-800002", "accepted"] as const) {
        it(`whose answer is lost is there once, where a second one is ${scheduledAgain}`, async (t) => {
            const { partner, create, schedules } = await world(t, {
                uncertain: { scheduledAgain },
            });
            partner.simulator.misbehave({ on: { method: "POST" }, cut: "after" });
            const { state } = await create();
            const living = schedules().filter(({ status }) => status === "Created");
            assert.deepEqual(
                living.map((one) => one.id),
                [state.scheduleId],
            );
        });
    }

    it("that stands there twice is one after the next run, and none after its end", async (t) => {
        const uncertain = { scheduledAgain: "accepted" } as const;
        const { partner, inputs, create, schedules } = await world(t, { uncertain });
        const request = { currentSubscriptionId: inputs.currentSubscriptionId };
        const second = () =>
            partner.client().migrationSchedules.create(inputs.customerId, {
                ...request,
                targetDate: "2027-03-01",
                migrateOnRenewal: false,
            });
        const living = () => schedules().filter(({ status }) => status === "Created").length;
        const { id, state } = await create();
        await second();
        const news = { ...inputs, quantity: 8 };
        const changed = await lifecycle.update(id, state, news, partner.client());
        assert.equal(living(), 1);
        await second();
        assert.equal(living(), 2);
        await lifecycle.delete(id, changed, partner.client, partner.tell);
        assert.equal(living(), 0);
    });

    it("that lists do not show yet is read, changed and cancelled by its id", async (t) => {
        const { partner, inputs, create, schedules } = await world(t, {
            uncertain: { migrationsListedAfterMs: day },
        });
        const { id, state } = await create();
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        const news = { ...inputs, quantity: 8 };
        const changed = await lifecycle.update(id, state, news, partner.client());
        assert.deepEqual(
            schedules().map(({ quantity }) => quantity),
            [8],
        );
        await lifecycle.delete(id, changed, partner.client, partner.tell);
        assert.equal(schedules()[0]?.status, "Cancelled");
    });

    it("shows what was changed elsewhere, and is put right", async (t) => {
        const { partner, inputs, create } = await world(t);
        const { id, state } = await create();
        const held = await partner
            .client()
            .migrationSchedules.get(inputs.customerId, state.scheduleId);
        const elsewhere = { ...held, quantity: 6, targetDate: "2027-02-02T00:00:00" };
        await partner.client().migrationSchedules.update(inputs.customerId, elsewhere);
        const read = await lifecycle.read(id, state, partner.client());
        assert.deepEqual([read?.quantity, read?.targetDate], [6, "2027-02-02"]);
        assert.deepEqual(lifecycle.diff(id, read ?? state, inputs), { changes: true });
        const right = await lifecycle.update(id, read ?? state, inputs, partner.client());
        assert.deepEqual(
            [right.quantity, right.targetDate],
            [6, "2027-01-15"],
            "only what is said",
        );
    });

    it("that was cancelled elsewhere is made anew", async (t) => {
        const { partner, inputs, create, schedules } = await world(t);
        const { id, state } = await create();
        await partner.client().migrationSchedules.cancel(inputs.customerId, state.scheduleId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        const again = await lifecycle.update(id, state, inputs, partner.client());
        assert.equal(again.scheduleId, schedules()[1]?.id);
    });

    it("of another subscription is another one", async (t) => {
        const { inputs, create } = await world(t);
        const { id, state } = await create();
        for (const member of ["customerId", "currentSubscriptionId"] as const) {
            assert.deepEqual(lifecycle.diff(id, state, { ...inputs, [member]: otherId }), {
                changes: true,
                replaces: [member],
            });
        }
    });

    it("is gone with its customer, which ends nothing any more", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        partner.simulator.portal.removeRelationship(partner.customerId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        await lifecycle.delete(id, state, partner.client, partner.tell);
    });
});

describe("a schedule that has had its day", () => {
    it("says by which migration, and is no change", async (t) => {
        const { partner, inputs, create, clock, bought } = await world(t);
        const { id, state } = await create();
        clock.now += 60 * day;
        const done = await lifecycle.read(id, state, partner.client());
        assert.ok(done);
        assert.equal(
            done.newCommerceMigrationId,
            partner.simulator.customers[0]?.migrations[0]?.id,
        );
        assert.deepEqual(lifecycle.diff(id, done, inputs), { changes: false });
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
        assert.deepEqual((await create()).state, done, "a run that was cut short finds it");
    });

    it("does not change any more, which a preview says too", async (t) => {
        const { partner, inputs, create, clock } = await world(t);
        const { id, state } = await create();
        clock.now += 60 * day;
        const news = { ...inputs, quantity: 9 };
        const wanted = /^quantity: .*was migrated by its schedule.*existingSubscriptionId/;
        const update = () => lifecycle.update(id, state, news, partner.client());
        assert.match((await failureOf(update)).message, wanted);
        const done = (await lifecycle.read(id, state, partner.client())) ?? state;
        assert.match((await failureOf(() => lifecycle.diff(id, done, news))).message, wanted);
    });

    it("is forgotten when the resource goes, and what it brought stays, which is told", async (t) => {
        const { partner, create, calls, clock, bought } = await world(t);
        const { id, state } = await create();
        clock.now += 60 * day;
        calls();
        await lifecycle.delete(id, state, partner.client, partner.tell);
        assert.deepEqual(calls(), [list, "GET migrations/newcommerce"]);
        assert.match(partner.takeTold().join(), /was migrated by its schedule .* is paid for/);
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
    });

    it("by a migration that was taken back counts no more, and is made anew", async (t) => {
        const { partner, inputs, create, clock, schedules } = await world(t);
        const { id, state } = await create();
        clock.now += 60 * day;
        const done = (await lifecycle.read(id, state, partner.client())) ?? state;
        const { newCommerceMigrationId = "" } = done;
        partner.simulator.portal.endMigration(
            inputs.customerId,
            newCommerceMigrationId,
            "reverted",
        );
        assert.equal(await lifecycle.read(id, done, partner.client()), undefined);
        const later = { ...inputs, targetDate: "2027-06-01" };
        const { state: anew } = await create(later);
        assert.equal(anew.scheduleId, schedules()[1]?.id);
        await lifecycle.delete(id, anew, partner.client, partner.tell);
        assert.deepEqual(partner.takeTold(), []);
        assert.equal(schedules()[1]?.status, "Cancelled");
    });

    it("in the very moment of its cancelling is told of too", async (t) => {
        const { partner, inputs, create, clock } = await world(t);
        const { state } = await create();
        clock.now += 60 * day;
        const done = await cancelSchedule(inputs, { id: state.scheduleId }, partner.client());
        assert.equal(
            done?.newCommerceMigrationId,
            partner.simulator.customers[0]?.migrations[0]?.id,
        );
    });

    it("that is not there any more needs no cancelling", async (t) => {
        for (const missingMigration of ["400-900224", "404-900224"] as const) {
            const { partner, inputs } = await world(t, { uncertain: { missingMigration } });
            const done = await cancelSchedule(inputs, { id: otherId }, partner.client());
            assert.equal(done, undefined);
        }
    });

    it("and could not be carried out says why, and is made anew", async (t) => {
        const { partner, inputs, create, clock, schedules } = await world(t);
        const { id, state } = await create();
        const { portal } = partner.simulator;
        portal.suspendSubscription(partner.customerId, inputs.currentSubscriptionId);
        clock.now += 60 * day;
        const lost = await lifecycle.read(id, state, partner.client());
        assert.deepEqual([lost?.status, lost?.errorCode], ["Failed", "900215"]);
        assert.match(lost?.errorDescription ?? "", /the status is not active/);
        assert.deepEqual(lifecycle.diff(id, lost ?? state, inputs), { changes: true });
        const later = { ...inputs, targetDate: "2027-06-01" };
        const refused = await failureOf(() =>
            lifecycle.update(id, lost ?? state, later, partner.client()),
        );
        assert.match(refused.message, /900215/);
        const { subscriptions } = partner.client();
        const old = await subscriptions.get(inputs.customerId, inputs.currentSubscriptionId);
        await subscriptions.change(inputs.customerId, { ...old, status: "active" });
        const anew = await lifecycle.update(id, lost ?? state, later, partner.client());
        assert.equal(anew.errorCode, undefined);
        assert.equal(anew.scheduleId, schedules()[1]?.id);
    });
});

async function world(t: TestContext, options: SimulatorOptions = {}) {
    const given = await oldCustomer(t, options);
    const { partner, currentSubscriptionId } = given;
    const inputs: ScheduleInputs = {
        customerId: partner.customerId,
        currentSubscriptionId,
        targetDate: "2027-01-15",
    };
    return {
        ...given,
        inputs,
        create: (news: ScheduleInputs = inputs) => lifecycle.create(news, partner.client()),
        schedules: (): readonly MigrationSchedule[] =>
            partner.simulator.customers[0]?.migrationSchedules ?? [],
        calls: () =>
            partner
                .takeCalls()
                .map((line) => line.replace(/schedules\/[0-9a-f-]{36}/, "schedules/SCHEDULE")),
    };
}
