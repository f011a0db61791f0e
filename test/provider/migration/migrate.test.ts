import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { migrationLifecycle as lifecycle } from "../../../provider/migration/lifecycle";
import { migrate } from "../../../provider/migration/migrate";
import type { MigrationInputs, MigrationState } from "../../../provider/migration/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { failureOf } from "../fixtures";
import { migrating } from "./world";

const pace = { first: 2, longest: 5, told: 60_000 };

describe("waiting for a migration", () => {
    it("lasts until it is completed, and is told", async (t) => {
        const { partner, run } = await world(t, { pendingMigrationReads: 3 });
        assert.equal((await run()).status, "Completed");
        const told = partner.takeTold();
        assert.equal(told.length, 1);
        assert.match(
            told.join(),
            /^Waiting until the subscription .* is migrated: it is Processing\. This run/,
        );
    });

    it("that is longer than the run leaves the migration in the state, and the next run goes on", async (t) => {
        const { partner, inputs, run, calls, bought } = await world(t, {
            pendingMigrationReads: 1_000,
        });
        const failure = await failureOf(() => run({ ...inputs, timeoutMinutes: 0.001 }));
        assert.ok(failure instanceof IncompleteResource);
        assert.match(failure.message, /is Processing after 0\.001 minutes.*goes on waiting/s);
        const { id } = failure;
        const partial = failure.state as MigrationState;
        assert.deepEqual(lifecycle.diff(id, partial, inputs), { changes: true });
        const read = await lifecycle.read(id, partial, partner.client());
        assert.deepEqual(read, partial, "a refresh forgets nothing");
        calls();
        partner.simulator.portal.endMigration(partner.customerId, partial.migrationId, "completed");
        const state = await lifecycle.update(id, partial, inputs, partner.client(), partner.tell);
        assert.equal(state.status, "Completed");
        assert.deepEqual(calls(), ["GET migrations/newcommerce"]);
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
    });

    for (const missingMigration of ["400-900224", "404-900224"] as const) {
        it(`lasts also where it is not shown at once (${missingMigration})`, async (t) => {
            const { partner, run } = await world(t);
            const [status = "", code] = missingMigration.split("-");
            partner.simulator.misbehave({
                on: { method: "GET", path: "/newcommerce/[0-9a-f-]+$" },
                status: Number(status),
                body: { code },
            });
            assert.equal((await run()).status, "Completed");
        });
    }
});

describe("a migration that fails", () => {
    it("and was taken back is no resource, and the next run begins another one", async (t) => {
        const { run, end, begun, calls, bought } = await world(t, { pendingMigrationReads: 1_000 });
        const failing = failureOf(() => run());
        await begun(1);
        end(0, "reverted");
        const failure = await failing;
        assert.ok(!(failure instanceof IncompleteResource));
        assert.match(failure.message, /was taken back: the old subscription is active/);
        calls();
        const later = run();
        await begun(2);
        end(1, "completed");
        assert.equal((await later).status, "Completed");
        assert.deepEqual(calls().slice(0, 3), [
            "GET migrations/newcommerce",
            "GET customers/ID/subscriptions/OLD",
            "POST customers/ID/migrations/newcommerce",
        ]);
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
    });

    it("and is still worked on by Microsoft is kept, and not begun again", async (t) => {
        const { partner, inputs, run, end, failed, calls, bought } = await world(t, {
            pendingMigrationReads: 1_000,
        });
        const { id, state, message } = await failed();
        assert.match(message, /completes the migration or takes it back within 72 hours/);
        assert.equal(state.status, "Failed");
        assert.deepEqual(lifecycle.diff(id, state, { ...inputs, quantity: 6 }), { changes: true });
        calls();
        assert.ok((await failureOf(() => run(inputs, state))) instanceof IncompleteResource);
        assert.ok(calls().every((line) => line.startsWith("GET")));
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
        end(0, "completed");
        assert.equal((await run(inputs, state)).status, "Completed");
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
    });

    it("and was taken back later is gone, and can be asked for on other terms", async (t) => {
        const { partner, inputs, run, end, begun, failed, bought, migration } = await world(t, {
            pendingMigrationReads: 1_000,
        });
        const { id, state } = await failed();
        end(0, "reverted");
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        const again = run({ ...inputs, quantity: 6 }, state);
        await begun(2);
        end(1, "completed");
        assert.equal((await again).migrationId, migration(1).id);
        assert.deepEqual(bought(), ["6 P1Y monthly active"]);
    });
});

/** A program that migrates a subscription, and waits in quick steps. */
async function world(t: TestContext, options: SimulatorOptions = {}) {
    const given = await migrating(t, options);
    const { partner, inputs, migration } = given;
    const run = (news: MigrationInputs = inputs, known: Partial<MigrationState> = {}) =>
        migrate(news, known, partner.client(), partner.tell, pace);
    const end = (index: number, outcome: "completed" | "failed" | "reverted") =>
        partner.simulator.portal.endMigration(partner.customerId, migration(index).id, outcome);
    const begun = async (count: number) => {
        while ((partner.simulator.customers[0]?.migrations.length ?? 0) < count) {
            await new Promise((resolve) => setTimeout(resolve, 1));
        }
    };
    return {
        ...given,
        run,
        end,
        begun,
        /** What is left of one that has failed, while Microsoft still works on it. */
        failed: async () => {
            const failing = failureOf(() => run());
            await begun(1);
            end(0, "failed");
            const failure = await failing;
            assert.ok(failure instanceof IncompleteResource);
            const { id, message } = failure;
            return { id, message, state: failure.state as MigrationState };
        },
    };
}
