import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Uncertain } from "../../../simulator/uncertain";
import { arm } from "../faults/faults";
import { expectNothingToDo, expectRemoval } from "../resources/agreement";
import { lostAnswers } from "../resources/commonFaults";
import type { Operation } from "../resources/operation";
import {
    type Choices,
    expectRiddenOut,
    meet,
    type Point,
    pointsOf,
    violationsAt,
} from "../resources/points";
import {
    bringToTheEnd,
    type CustomerWorld,
    inCustomerWorld,
    programOf,
    subject,
} from "../resources/world";
import { type Migrated, operations, requests } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: Choices = [
    [{ scheduledAgain: "409-800002", closedSchedule: "409-800002" }, /./],
    [{ scheduledAgain: "accepted", cancelledSchedules: "absent" }, /./],
    [{ idempotentOperations: "everyWrite" }, /./],
    [{ unsetMigrationMembers: "null", missingMigration: "404-900224" }, /./],
    [{ codeType: "string", errorShape: "newer", scheduledAddOns: "addOnMigrations" }, /./],
];

const points = pointsOf(operations, choices, {
    // That the customer is gone is what the end of a schedule wants.
    isFault: ({ name }, _, { removes }) => !/^404|20002/.test(name) || removes === undefined,
    isTouched: (request) => requests[request].method !== "GET",
});

test("whatever goes wrong, nothing is migrated or scheduled twice, and the state is the service's", async () => {
    assert.deepEqual(await violationsAt(points, runPoint), []);
    assert.ok(points.length > 150, `${points.length} points of failure`);
});

test("a provider that looks for nothing schedules twice: what is proven here can fail", async () => {
    const uncertain = { scheduledAgain: "accepted" } as const;
    const schedule = operations.find(({ name }) => name === "schedule");
    const killedAfter = lostAnswers.find(({ kill }) => kill === "after");
    assert.ok(schedule && killedAfter);
    await inMigratingWorld(schedule, uncertain, async (world) => {
        await schedule.run(world, arm(killedAfter, requests.schedule, world.simulator));
        const hide = { path: requests["list schedules"].path, method: "GET" };
        world.simulator.misbehave({ on: hide, status: 200, body: [], times: 2 });
        assert.ok((await schedule.run(world)).ok);
        assert.equal(waiting(world), 2);
    });
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint(point: Point<keyof typeof requests, Migrated>): Promise<void> {
    const { operation, fault, uncertain } = point;
    await inMigratingWorld(operation, uncertain, async (world) => {
        expectRiddenOut(await meet(world, point, requests), fault);
        await (operation.removes ? expectRemoval(world) : bringToTheEnd(world));
        await expectAgreement(world, operation);
    });
}

/** A customer with a subscription of the former commerce, and a program that is about it. */
async function inMigratingWorld(
    { kind }: Pick<Operation<string>, "kind">,
    uncertain: Partial<Uncertain>,
    work: (world: CustomerWorld) => Promise<void>,
): Promise<void> {
    await inCustomerWorld(kind, { uncertain }, async (world) => {
        const offer = { offerName: "Microsoft 365 Business Basic", quantity: 5 };
        const currentSubscriptionId = world.simulator.portal.addSubscription(
            world.customerId,
            offer,
        );
        const targetDate = new Date(Date.now() + 90 * 24 * 60 * 60 * 1000)
            .toISOString()
            .slice(0, 10);
        world.args = {
            currentSubscriptionId,
            ...(kind === "NewCommerceMigrationSchedule" && { targetDate }),
        };
        await work(world);
    });
}

function waiting({ simulator }: CustomerWorld): number {
    const { migrationSchedules = [] } = simulator.customers[0] ?? {};
    return migrationSchedules.filter(({ status }) => status === "Created").length;
}

async function expectAgreement(
    world: CustomerWorld,
    { removes, scheduled, quantity }: Point<keyof typeof requests, Migrated>["operation"],
): Promise<void> {
    const { simulator, stack } = world;
    const {
        migrations = [],
        migrationSchedules = [],
        subscriptions = [],
    } = simulator.customers[0] ?? {};
    const isMigration = world.kind === "NewCommerceMigration";
    assert.equal(migrations.length, isMigration ? 1 : 0, "migrations");
    assert.equal(subscriptions.length, isMigration ? 2 : 1, "what was bought");
    assert.equal(waiting(world), scheduled, "schedules that wait for their day");
    if (removes) return;
    const { outputs = {}, initErrors = [] } = stack.resources.get(subject) ?? {};
    assert.deepEqual(initErrors, []);
    assert.equal(outputs.quantity, quantity);
    const held = migrationSchedules.find(({ status }) => status === "Created");
    assert.equal(outputs.scheduleId, held?.id);
    assert.equal(outputs.newCommerceSubscriptionId, subscriptions[1]?.id);
    await expectNothingToDo(stack, programOf(world));
}
