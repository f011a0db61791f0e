import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { migrationLifecycle as lifecycle } from "../../../provider/migration/lifecycle";
import type { MigrationInputs, MigrationState } from "../../../provider/migration/shapes";
import { failureOf, customerId as otherId } from "../fixtures";
import { migrating as world } from "./world";

const list = "GET migrations/newcommerce";
const post = "POST customers/ID/migrations/newcommerce";
const get = "GET customers/ID/migrations/newcommerce/MIGRATION";

describe("a migration", () => {
    it("is looked for, begun and followed, and the state tells what it brought", async (t) => {
        const { inputs, create, calls, bought, migration } = await world(t);
        const { id, state } = await create();
        const held = migration();
        assert.equal(id, `${inputs.customerId}/${inputs.currentSubscriptionId}`);
        assert.deepEqual(state, {
            customerId: inputs.customerId,
            currentSubscriptionId: inputs.currentSubscriptionId,
            deletionPolicy: "prevent",
            migrationId: held.id,
            addOnMigrations: [],
            quantity: 5,
            termDuration: "P1Y",
            billingCycle: "monthly",
            purchaseFullTerm: false,
            status: "Completed",
            catalogItemId: "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
            newCommerceSubscriptionId: held.newCommerceSubscriptionId,
            newCommerceOrderId: held.newCommerceOrderId,
            subscriptionEndDate: "2027-11-24T10:00:00.000Z",
            startedTime: "2026-11-24T10:00:00.000Z",
            completedTime: "2026-11-24T10:00:00.000Z",
        });
        assert.deepEqual(calls(), [list, post, get]);
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
    });

    it("has the terms that are declared, also its add-ons", async (t) => {
        const { inputs, addOnId, create, bought, partner } = await world(t);
        const news: MigrationInputs = {
            ...inputs,
            quantity: 7,
            termDuration: "P1M",
            billingCycle: "monthly",
            customTermEndDate: "2026-11-30",
            addOnMigrations: [
                { currentSubscriptionId: addOnId, billingCycle: "annual", purchaseFullTerm: true },
            ],
        };
        const { id, state } = await create(news);
        assert.deepEqual(bought(), ["7 P1M monthly active", "2 P1Y annual active"]);
        assert.equal(state.customTermEndDate, "2026-11-30");
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: false });
        const [addOn] = state.addOnMigrations ?? [];
        assert.equal(addOn?.currentSubscriptionId, addOnId);
        assert.equal(
            addOn?.newCommerceSubscriptionId,
            partner.simulator.customers[0]?.subscriptions.at(-1)?.id,
        );
    });

    for (const uncertain of [
        { unsetMigrationMembers: "null" },
        { codeType: "string", errorShape: "newer" },
    ] as const) {
        it(`is read as it was made, with ${JSON.stringify(uncertain)}`, async (t) => {
            const { partner, inputs, create } = await world(t, { uncertain });
            const { id, state } = await create();
            assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
            const unknown = {} as MigrationState;
            assert.deepEqual(await lifecycle.read(id, unknown, partner.client()), state);
            assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false });
        });
    }

    it("of another subscription, in a list of all, is none of its own", async (t) => {
        const { partner, addOnId, create, bought } = await world(t);
        const other = { id: otherId, currentSubscriptionId: addOnId, status: "Completed" };
        partner.simulator.misbehave({ on: { method: "GET" }, status: 200, body: [other] });
        assert.equal((await create()).state.status, "Completed");
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
    });

    it("is kept where it cannot be followed", async (t) => {
        const { partner, inputs, create, bought } = await world(t);
        const refusal = { status: 403, body: { code: 900150, description: "Not you" } };
        partner.simulator.misbehave({
            on: { method: "GET", path: "/newcommerce/[0-9a-f-]+$" },
            ...refusal,
        });
        const failure = await failureOf(() => create());
        assert.ok(failure instanceof IncompleteResource);
        assert.match(failure.message, /has begun, and could not be followed.*900150/s);
        const { state } = await create();
        assert.equal(state.status, "Completed");
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
        assert.deepEqual(lifecycle.diff(failure.id, state, inputs), { changes: false });
    });

    for (const uncertain of [
        { idempotentOperations: "createCustomer" },
        { idempotentOperations: "everyWrite" },
    ] as const) {
        it(`whose answer is lost is found again, with ${JSON.stringify(uncertain)}`, async (t) => {
            const { partner, create, bought } = await world(t, { uncertain });
            partner.simulator.misbehave({ on: { method: "POST" }, cut: "after" });
            assert.equal((await create()).state.status, "Completed");
            assert.deepEqual(bought(), ["5 P1Y monthly active"]);
        });
    }

    it("that lists do not show yet is not begun twice, and is taken up when they do", async (t) => {
        const { partner, clock, create, bought, migration } = await world(t, {
            uncertain: { migrationsListedAfterMs: 60_000 },
            pendingMigrationReads: 9,
        });
        partner.simulator.misbehave({ on: { method: "POST" }, cut: "after" });
        const failure = await failureOf(() => create());
        assert.match(failure.message, /900216.*takes that migration up/s);
        clock.now += 61_000;
        partner.simulator.portal.endMigration(partner.customerId, migration().id, "completed");
        assert.equal((await create()).state.migrationId, migration().id);
        assert.deepEqual(bought(), ["5 P1Y monthly active"]);
    });

    it("that lists do not show is read by its id", async (t) => {
        const { partner, create } = await world(t, {
            uncertain: { migrationsListedAfterMs: 60_000 },
        });
        const { id, state } = await create();
        assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
    });

    it("that is there already counts as done, and nothing is sent", async (t) => {
        const { inputs, create, calls } = await world(t);
        const first = await create();
        calls();
        assert.deepEqual(await create(), first);
        assert.deepEqual(await create({ ...inputs, quantity: 5, billingCycle: "monthly" }), first);
        assert.deepEqual(calls(), [list, list]);
    });

    it("that is there on other terms is refused: it does not change", async (t) => {
        const { inputs, addOnId, create, calls } = await world(t);
        const { id, state } = await create();
        calls();
        for (const change of [
            { quantity: 6 },
            { termDuration: "P3Y" },
            { purchaseFullTerm: true },
            { addOnMigrations: [{ currentSubscriptionId: addOnId }] },
        ]) {
            const [member = ""] = Object.keys(change);
            const wanted = new RegExp(
                `^${member}: .*was migrated otherwise .*existingSubscriptionId`,
            );
            const news = { ...inputs, ...change };
            assert.match((await failureOf(() => create(news))).message, wanted);
            assert.match((await failureOf(() => lifecycle.diff(id, state, news))).message, wanted);
        }
        assert.deepEqual(calls(), [list, list, list, list]);
    });

    it("is refused with the service's code and what to do, and nothing is bought", async (t) => {
        const { inputs, create, bought } = await world(t);
        const news = { ...inputs, termDuration: "P3Y", billingCycle: "triennial" };
        assert.match(
            (await failureOf(() => create(news))).message,
            /900222.*Change termDuration or billingCycle/s,
        );
        assert.deepEqual(bought(), []);
    });
});

describe("the end of a migration", () => {
    it("is refused, with what can be done", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        const error = await failureOf(() =>
            lifecycle.delete(id, state, partner.client, partner.tell),
        );
        assert.match(error.message, /no call takes it back.*deploy deletionPolicy "retain" first/);
    });

    it("is that it is forgotten, where that is declared, and nothing is sent", async (t) => {
        const { partner, inputs, create, calls } = await world(t);
        const { id, state } = await create();
        calls();
        const news = { ...inputs, deletionPolicy: "retain", timeoutMinutes: 5 } as const;
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
        const retained = await lifecycle.update(id, state, news, partner.client(), partner.tell);
        assert.deepEqual(retained, { ...state, deletionPolicy: "retain" });
        await lifecycle.delete(id, retained, partner.client, partner.tell);
        assert.deepEqual(calls(), []);
        assert.match(partner.takeTold().join(), /what it has bought stays, and is paid for/);
    });

    it("is that of its customer", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        partner.simulator.portal.removeRelationship(partner.customerId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
    });

    it("is not known where the service does not answer", async (t) => {
        const { partner, create } = await world(t);
        const { id, state } = await create();
        partner.simulator.misbehave({ on: { method: "GET" }, status: 403 });
        const error = await failureOf(() => lifecycle.read(id, state, partner.client()));
        assert.match(error.message, /list the migrations of the subscription .*HTTP 403/);
    });

    for (const member of ["customerId", "currentSubscriptionId"] as const) {
        it(`is what another ${member} would be: refused at preview, unless it may be forgotten`, async (t) => {
            const { partner, inputs, create } = await world(t);
            const { id, state } = await create();
            const news = { ...inputs, [member]: otherId };
            const replaced = { changes: true, replaces: [member] };
            assert.deepEqual(lifecycle.diff(id, state, news), replaced);
            const context = partner.foresight({});
            const { problems } = lifecycle.check(inputs, news, context);
            assert.match(problems.join("\n"), new RegExp(`^${member}: no call takes the migrat`));
            const retained = { ...inputs, deletionPolicy: "retain" } as const;
            assert.deepEqual(lifecycle.check(retained, news, context).problems, []);
        });
    }
});
