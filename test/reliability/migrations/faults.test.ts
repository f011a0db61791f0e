import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Uncertain } from "../../../simulator/uncertain";
import { type CustomerWorld, inCustomerWorld, programOf, subject } from "../confirmations/world";
import { commonFaults, lostAnswers } from "../faults/common";
import { arm } from "../faults/faults";
import { type Point, violationsAt } from "../faults/points";
import { type MigratingOperation, operations, requests } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: readonly Partial<Uncertain>[] = [
    { scheduledAgain: "409-800002", closedSchedule: "409-800002" },
    { scheduledAgain: "accepted", cancelledSchedules: "absent" },
    { idempotentOperations: "everyWrite" },
    { unsetMigrationMembers: "null", missingMigration: "404-900224" },
    { codeType: "string", errorShape: "newer", scheduledAddOns: "addOnMigrations" },
];

type MigrationPoint = Point<MigratingOperation, keyof typeof requests>;

const points: readonly MigrationPoint[] = operations.flatMap((operation) =>
    operation.requests.flatMap((request) => [
        ...commonFaults
            // That the customer is gone is what the end of a schedule wants.
            .filter(({ name }) => !/^404|20002/.test(name) || operation.name !== "end a schedule")
            .map((fault) => ({ operation, request, fault, uncertain: {} })),
        ...choices
            .filter(() => requests[request].method !== "GET")
            .flatMap((uncertain) =>
                lostAnswers.map((fault) => ({ operation, request, fault, uncertain })),
            ),
    ]),
);

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
async function runPoint({ operation, request, fault, uncertain }: MigrationPoint): Promise<void> {
    await inMigratingWorld(operation, uncertain, async (world) => {
        await operation.prepare(world);
        world.simulator.forgetRequests();
        const how = arm(fault, requests[request], world.simulator);
        const { killed, ok, messages } = await operation.run(world, how);
        const isWronged = world.simulator.requests.some(({ misbehaviour }) => misbehaviour);
        assert.ok(killed || isWronged, "the fault did not come about");
        assert.ok(ok || !fault.isRiddenOut, `not ridden out: ${messages.join("\n")}`);
        await operation.finish(world);
        await expectAgreement(world, operation);
    });
}

/** A customer with a subscription of the former commerce, and a program that is about it. */
async function inMigratingWorld(
    { kind }: MigratingOperation,
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
    { kind, scheduled, quantity }: MigratingOperation,
): Promise<void> {
    const { simulator, stack } = world;
    const {
        migrations = [],
        migrationSchedules = [],
        subscriptions = [],
    } = simulator.customers[0] ?? {};
    const isMigration = kind === "NewCommerceMigration";
    assert.equal(migrations.length, isMigration ? 1 : 0, "migrations");
    assert.equal(subscriptions.length, isMigration ? 2 : 1, "what was bought");
    assert.equal(waiting(world), scheduled, "schedules that wait for their day");
    if (!isMigration && scheduled === 0) return;
    const { outputs = {}, initErrors = [] } = stack.resources.get(subject) ?? {};
    assert.deepEqual(initErrors, []);
    assert.equal(outputs.quantity, quantity);
    const held = migrationSchedules.find(({ status }) => status === "Created");
    assert.equal(outputs.scheduleId, held?.id);
    assert.equal(outputs.newCommerceSubscriptionId, subscriptions[1]?.id);
    assert.equal(await stack.changes(programOf(world)), false, "a preview shows no change");
    const state = structuredClone([...stack.resources]);
    assert.ok((await stack.refresh()).ok, "a refresh succeeds");
    assert.deepEqual([...stack.resources], state, "a refresh changes nothing");
}
