import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, simulatorFor } from "./harness";

const day = 24 * 60 * 60 * 1000;
const businessBasic = "CFQ7TTC0LH18:0001:CFQ7TTC0K971";

/** A customer with five licences of the former commerce, and a clock that the test moves. */
async function oldCustomer(t: TestContext, options: SimulatorOptions = {}) {
    const clock = { now: Date.parse("2026-11-24T10:00:00Z") };
    const simulator = await simulatorFor(t, { now: () => clock.now, ...options });
    const id = await createCustomer(simulator);
    const order = { offerName: "Microsoft 365 Business Basic", quantity: 5 };
    const currentSubscriptionId = simulator.portal.addSubscription(id, order);
    const path = `/v1/customers/${id}/migrations/newcommerce`;
    const post = (end: string, body: object) =>
        call(simulator, `POST ${path}${end}`, { body: { currentSubscriptionId, ...body } });
    const get = async (line: string) => (await call(simulator, `GET ${line}`)).body;
    const schedulePath = `${path}/schedules`;
    return { simulator, id, clock, currentSubscriptionId, path, schedulePath, post, get };
}

test("a migration suspends the old subscription at once, and brings the new one when it is completed", async (t) => {
    const { simulator, id, currentSubscriptionId, path, post, get } = await oldCustomer(t, {
        pendingMigrationReads: 1,
    });
    assert.deepEqual((await post("/validate", {})).body, {
        currentSubscriptionId,
        isEligible: true,
        catalogItemId: businessBasic,
    });
    const { status, body } = await post("", {});
    assert.equal(status, 201);
    const migration = String(at(body, "id"));
    const started = {
        addOnMigrations: [],
        id: migration,
        startedTime: "2026-11-24T10:00:00.000Z",
        status: "Processing",
        currentSubscriptionId: currentSubscriptionId.toUpperCase(),
        customerTenantId: id,
        catalogItemId: businessBasic,
        subscriptionEndDate: "2027-11-24T10:00:00.000Z",
        quantity: 5,
        termDuration: "P1Y",
        billingCycle: "Monthly",
        purchaseFullTerm: false,
    };
    assert.deepEqual(body, started);
    const old = `/v1/customers/${id}/subscriptions/${currentSubscriptionId}`;
    assert.equal(at(await get(old), "status"), "suspended");
    const again = await post("", {});
    assert.deepEqual([again.status, at(again.body, "code")], [400, 900216]);

    assert.deepEqual(await get(`${path}/${migration}`), started);
    const done = await get(`${path}/${migration}`);
    const newId = String(at(done, "newCommerceSubscriptionId"));
    assert.deepEqual(done, {
        ...started,
        status: "Completed",
        completedTime: "2026-11-24T10:00:00.000Z",
        newCommerceSubscriptionId: newId,
        newCommerceOrderId: at(done, "newCommerceOrderId"),
    });
    const bought = await get(`/v1/customers/${id}/subscriptions/${newId}`);
    for (const [name, value] of Object.entries({
        offerId: businessBasic,
        quantity: 5,
        status: "active",
        commitmentEndDate: "2027-11-24T10:00:00.000Z",
    })) {
        assert.equal(at(bought, name), value, name);
    }
    assert.equal(simulator.customers[0]?.subscriptions.length, 2);
    const over = await post("", {});
    assert.deepEqual([over.status, at(over.body, "code")], [400, 900215]);
});

test("terms are as they are asked for, also those of an add-on", async (t) => {
    const { simulator, id, path, post, get } = await oldCustomer(t);
    const offerName = "Office 365 E5 without Audio Conferencing";
    const addOn = simulator.portal.addSubscription(id, { offerName });
    const { body } = await post("", {
        quantity: 7,
        termDuration: "p1m",
        billingCycle: "Monthly",
        addOnMigrations: [
            { currentSubscriptionId: addOn, billingCycle: "Annual", purchaseFullTerm: true },
        ],
    });
    const done = await get(`${path}/${at(body, "id")}`);
    for (const [name, value] of Object.entries({
        quantity: 7,
        termDuration: "P1M",
        subscriptionEndDate: "2026-12-24T10:00:00.000Z",
        "addOnMigrations.0.currentSubscriptionId": addOn.toUpperCase(),
        "addOnMigrations.0.billingCycle": "Annual",
        "addOnMigrations.0.subscriptionEndDate": "2027-11-24T10:00:00.000Z",
    })) {
        assert.equal(at(done, name), value, name);
    }
    const [, , ...bought] = simulator.customers[0]?.subscriptions ?? [];
    assert.deepEqual(
        bought.map(({ purchase }) => [purchase?.quantity, purchase?.billingCycle]),
        [
            [7, "monthly"],
            [1, "annual"],
        ],
    );
    assert.deepEqual(
        bought.map((one) => one.id),
        [
            at(done, "newCommerceSubscriptionId"),
            at(done, "addOnMigrations.0.newCommerceSubscriptionId"),
        ],
    );
});

for (const [what, change, code] of [
    ["an unsupported term", { termDuration: "P3Y", billingCycle: "triennial" }, 900222],
    ["too many licences", { quantity: 301 }, 900275],
    ["an end that nothing has", { customTermEndDate: "2026-12-15" }, 900292],
    ["an end beyond the term", { customTermEndDate: "2028-01-31" }, 900291],
    [
        "an add-on that is not there",
        { addOnMigrations: [{ currentSubscriptionId: "none" }] },
        900262,
    ],
    [
        "an add-on twice",
        {
            addOnMigrations: [{ currentSubscriptionId: "none" }, { currentSubscriptionId: "none" }],
        },
        900248,
    ],
] as const) {
    test(`a migration with ${what} is not possible, and validation says so`, async (t) => {
        const { simulator, post } = await oldCustomer(t);
        const { body } = await post("/validate", change);
        assert.deepEqual([at(body, "isEligible"), at(body, "errors.0.code")], [false, code]);
        const refused = await post("", change);
        assert.deepEqual([refused.status, at(refused.body, "code")], [400, code]);
        assert.deepEqual(simulator.customers[0]?.migrations, []);
    });
}

test("a term may end with the month", async (t) => {
    const { post } = await oldCustomer(t);
    const { body } = await post("", { customTermEndDate: "2027-01-31T00:00:00Z" });
    assert.equal(at(body, "subscriptionEndDate"), "2027-01-31T00:00:00Z");
    assert.equal(at(body, "customTermEndDate"), "2027-01-31T00:00:00.000Z");
});

test("what has no successor, or is too new or too old, is not migrated", async (t) => {
    const { simulator, id, clock, post } = await oldCustomer(t, { environment: "production" });
    const other = simulator.portal.addSubscription(id, { offerName: "Intune Extra Storage" });
    const none = await post("/validate", { currentSubscriptionId: other });
    assert.deepEqual(at(none.body, "errors.0.code"), 5);
    const young = await post("", {});
    assert.deepEqual([young.status, at(young.body, "code")], [403, 900226]);
    clock.now += 364.5 * day;
    const old = await post("", {});
    assert.deepEqual([old.status, at(old.body, "code")], [400, 900217]);
    assert.equal((await post("", { purchaseFullTerm: true })).status, 201);
    const unknown = await post("", {
        currentSubscriptionId: "00000000-0000-4000-8000-000000000000",
    });
    assert.deepEqual([unknown.status, at(unknown.body, "code")], [404, 20003]);
});

test("validation may refuse instead of answering", async (t) => {
    const { post } = await oldCustomer(t, { uncertain: { ineligibleMigration: "refused" } });
    const { status, body } = await post("/validate", { quantity: 301 });
    assert.deepEqual([status, at(body, "code")], [400, 900275]);
});

test("migrations are found by customer, by old subscription and by batch, in a bare list", async (t) => {
    const { id, currentSubscriptionId, post, get } = await oldCustomer(t);
    const batch = "771317a4-275d-47d9-9724-3eefa4a168ad";
    const { body } = await post("", { externalReferenceId: batch });
    for (const query of [
        `CustomerTenantId=${id}`,
        `currentSubscriptionId=${currentSubscriptionId.toUpperCase()}`,
        `ExternalReferenceId=${batch}`,
        `CustomerTenantId=${id}&CurrentSubscriptionId=${currentSubscriptionId}`,
    ]) {
        assert.deepEqual(await get(`/v1/migrations/newcommerce?${query}`), [body]);
    }
    const other = `/v1/migrations/newcommerce?CurrentSubscriptionId=${batch}`;
    assert.deepEqual(await get(other), []);
    assert.equal(at(await get("/v1/migrations/newcommerce"), "code"), 800002);
});

for (const [missingMigration, status] of [
    ["400-900224", 400],
    ["404-900224", 404],
] as const) {
    test(`a migration that is not there gets ${missingMigration}`, async (t) => {
        const { simulator, path } = await oldCustomer(t, { uncertain: { missingMigration } });
        const line = `GET ${path}/00000000-0000-4000-8000-000000000000`;
        const answer = await call(simulator, line);
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, 900224]);
    });
}

test("Microsoft ends a migration as it does: it fails, is taken back, or succeeds in the end", async (t) => {
    const { simulator, id, path, post, get } = await oldCustomer(t, { pendingMigrationReads: 9 });
    const { body } = await post("", {});
    const migration = String(at(body, "id"));
    const statuses = async () => [
        at(await get(`${path}/${migration}`), "status"),
        ...(simulator.customers[0]?.subscriptions ?? []).map(({ status }) => status),
    ];
    simulator.portal.endMigration(id, migration, "failed");
    assert.deepEqual(await statuses(), ["Failed", "suspended"]);
    simulator.portal.endMigration(id, migration, "reverted");
    assert.deepEqual(await statuses(), ["Failed", "active"]);
    simulator.portal.endMigration(id, migration, "completed");
    assert.equal((await statuses())[0], "Completed");
    assert.throws(() => simulator.portal.endMigration(id, "none", "failed"), /no migration none/);
});

test("an application alone may migrate", async (t) => {
    const { simulator, path, currentSubscriptionId } = await oldCustomer(t);
    const token = simulator.issueToken({ kind: "app" });
    const body = { currentSubscriptionId };
    assert.equal((await call(simulator, `POST ${path}`, { body, token })).status, 201);
});

const target = { targetDate: "2027-01-15T00:00:00.000Z" };

test("a schedule is made, changed and cancelled, and shown as the samples do", async (t) => {
    const { id, clock, currentSubscriptionId, schedulePath, simulator, post, get } =
        await oldCustomer(t);
    const { status, body } = await post("/schedules", target);
    assert.equal(status, 201);
    const schedule = String(at(body, "id"));
    const made = {
        id: schedule,
        currentSubscriptionId: currentSubscriptionId.toUpperCase(),
        customerTenantId: id,
        catalogItemId: businessBasic,
        subscriptionEndDate: "2027-11-24T10:00:00.000Z",
        quantity: 5,
        termDuration: "P1Y",
        billingCycle: "Monthly",
        purchaseFullTerm: false,
        status: "Created",
        targetDate: "2027-01-15T00:00:00",
        createdTime: "2026-11-24T10:00:00.000Z",
        lastModifiedTime: "2026-11-24T10:00:00.000Z",
        addOnMigrationSchedules: [],
    };
    assert.deepEqual(body, made);
    const one = `${schedulePath}/${schedule}`;
    assert.deepEqual(await get(one), made);
    clock.now += day;
    const { targetDate: _, ...rest } = made;
    const put = await call(simulator, `PUT ${one}`, {
        body: { ...rest, targetDate: null, migrateOnRenewal: true, quantity: 9 },
    });
    const lastModifiedTime = "2026-11-25T10:00:00.000Z";
    const changed = { ...rest, quantity: 9, migrateOnRenewal: true, lastModifiedTime };
    assert.deepEqual(put.body, {
        ...changed,
        subscriptionEndDate: at(put.body, "subscriptionEndDate"),
    });
    const cancelled = await call(simulator, `POST ${one}/cancel`);
    assert.equal(at(cancelled.body, "status"), "Cancelled");
    for (const late of [
        await call(simulator, `POST ${one}/cancel`),
        await call(simulator, `PUT ${one}`, { body: made }),
    ]) {
        assert.deepEqual([late.status, at(late.body, "code")], [400, 800002]);
    }
    const list = `/v1/migrations/newcommerce/schedules?CustomerTenantId=${id}`;
    assert.equal(at(await get(list), "0.status"), "Cancelled");
});

for (const scheduledAgain of ["400-800002", "409-800002", "accepted"] as const) {
    test(`a subscription that has a schedule is scheduled again: ${scheduledAgain}`, async (t) => {
        const uncertain = { scheduledAgain, cancelledSchedules: "absent" } as const;
        const { id, post, get } = await oldCustomer(t, { uncertain });
        await post("/schedules", target);
        const { status } = await post("/schedules", target);
        assert.equal(
            status,
            scheduledAgain === "accepted" ? 201 : Number(scheduledAgain.slice(0, 3)),
        );
        const list = await get(`/v1/migrations/newcommerce/schedules?CustomerTenantId=${id}`);
        assert.equal((list as unknown[]).length, status === 201 ? 2 : 1);
    });
}

test("a schedule without a day, or with one that is past, is refused", async (t) => {
    const { post } = await oldCustomer(t);
    for (const when of [{}, { targetDate: "2026-11-01" }, { targetDate: "soon" }]) {
        const { status, body } = await post("/schedules", when);
        assert.deepEqual([status, at(body, "code")], [400, 800002]);
    }
});

test("a schedule is carried out when it is due, and says which migration that was", async (t) => {
    for (const when of [target, { migrateOnRenewal: true }]) {
        const { clock, path, schedulePath, simulator, post, get } = await oldCustomer(t, {
            tokenLifetimeSeconds: 10 ** 9,
            uncertain: { carriedOutSchedule: "Processed" },
        });
        const { body } = await post("/schedules", { ...when, quantity: 6 });
        clock.now += 400 * day;
        const done = await get(`${schedulePath}/${at(body, "id")}`);
        assert.equal(at(done, "status"), "Processed");
        const migration = await get(`${path}/${at(done, "newCommerceMigrationId")}`);
        assert.deepEqual([at(migration, "status"), at(migration, "quantity")], ["Completed", 6]);
        assert.equal(simulator.customers[0]?.subscriptions[0]?.status, "suspended");
    }
});

test("a schedule whose subscription is suspended by then fails, and says why", async (t) => {
    const { id, clock, currentSubscriptionId, schedulePath, simulator, post, get } =
        await oldCustomer(t);
    const { body } = await post("/schedules", target);
    simulator.portal.suspendSubscription(id, currentSubscriptionId);
    clock.now += 60 * day;
    const late = await get(`${schedulePath}/${at(body, "id")}`);
    assert.deepEqual([at(late, "status"), at(late, "errorCode")], ["Failed", 900215]);
    assert.match(String(at(late, "errorDescription")), /because the status is not active/);
});
