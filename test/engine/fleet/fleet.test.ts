import assert from "node:assert/strict";
import { test } from "node:test";
import { untilAsked } from "../kill/killed";
import { apiCalls } from "../partner";
import { partnerFleet } from "./partnerFleet";

const columns = [
    "companyProfile.domain",
    "billingProfile.companyName",
    "billingProfile.email",
    "billingProfile.culture",
    "billingProfile.language",
    "billingProfile.defaultAddress.country",
    "billingProfile.defaultAddress.addressLine1",
    "billingProfile.defaultAddress.city",
    "billingProfile.defaultAddress.state",
    "billingProfile.defaultAddress.postalCode",
    "billingProfile.defaultAddress.firstName",
    "billingProfile.defaultAddress.lastName",
    "deletionPolicy",
];
const rest = "en-US,en,US,One Microsoft Way,Redmond,WA,98052,Ada,Lovelace,delete";

/** Twelve customers; of those that are bad the service takes the e-mail for the partner's own. */
function table(bad: readonly number[]): string {
    const rows = Array.from({ length: 12 }, (_, index) => {
        const email = bad.includes(index) ? "us@partner.onmicrosoft.com" : "billing@contoso.com";
        return `customer${index}.onmicrosoft.com,Company ${index},${email},${rest}`;
    });
    return [columns.join(","), ...rows].join("\n");
}

const creation = { method: "POST", path: "/v1/customers$" };

test("a fleet fails with its bad customers alone, is resumed after a kill, and doubles nothing", async (t) => {
    const fleet = await partnerFleet(t);
    const { simulator } = fleet;

    await fleet.write("customers.csv", table([3, 7]));
    const first = await fleet.run("up", "customers.csv", "--shards", "3");
    assert.equal(first.code, 1, first.output);
    const report = await fleet.report();
    const failed = report.stacks.flatMap(({ failures }) => failures);
    assert.deepEqual(failed.map(({ domain }) => domain).sort(), [
        "customer3.onmicrosoft.com",
        "customer7.onmicrosoft.com",
    ]);
    assert.match(failed[0]?.message ?? "", /EmailInvalid.*\(code 27002[\s\S]*Request id /);
    assert.match(
        first.stdout,
        /customer3\.onmicrosoft\.com \(shard-\d-of-3\) failed\n {4}Could not/,
    );
    assert.equal(simulator.customers.length, 10, "the others were created");
    assert.deepEqual(report.changes, { create: 10 });

    await fleet.write("customers.csv", table([]));
    simulator.misbehave({ on: creation, delayMs: 60_000 });
    simulator.forgetRequests();
    const killed = fleet.start("up", "customers.csv");
    await untilAsked(killed, simulator, "POST", /\/v1\/customers$/);
    killed.killAll();
    await killed.result;
    simulator.forgetMisbehaviours();
    assert.equal((await fleet.run("status", "customers.csv")).code, 1);

    const resumed = await fleet.run("up", "customers.csv", "--json");
    resumed.expectSuccess();
    const { stacks, changes } = JSON.parse(resumed.stdout) as typeof report;
    assert.deepEqual(changes.create, 2);
    assert.deepEqual(
        stacks.map(({ outcome }) => outcome).sort(),
        ["done before", "succeeded", "succeeded"],
        "the stack that was done with is left alone",
    );
    assert.equal(simulator.customers.length, 12);
    const domains = simulator.customers.map(({ domain }) => domain);
    assert.equal(new Set(domains).size, 12, "each was created once");

    simulator.forgetRequests();
    (await fleet.run("up", "customers.csv")).expectSuccess();
    assert.deepEqual(apiCalls(simulator), [], "nothing has changed");
    assert.deepEqual((await fleet.report()).changes, { same: 12 });

    (await fleet.run("destroy", "customers.csv", "--yes")).expectSuccess();
    assert.ok(simulator.customers.every(({ deleted }) => deleted));
});

test("without a backend, or without a CLI, one sentence says so and nothing is run", async (t) => {
    const fleet = await partnerFleet(t);
    fleet.env.PULUMI_BACKEND_URL = `file://${fleet.folder}/nowhere`;
    const status = await fleet.run("status", "customers.csv", "--shards", "3");
    const update = await fleet.run("up", "customers.csv", "--shards", "3");
    fleet.env.PATH = fleet.folder;
    const withoutCli = await fleet.run("up", "customers.csv", "--shards", "3");

    assert.deepEqual([status.code, update.code, withoutCli.code], [2, 2, 2]);
    for (const { stderr } of [status, update]) {
        assert.match(
            stderr,
            /^Nothing was run, because Pulumi .*nowhere: no such file or directory$/m,
        );
    }
    assert.match(withoutCli.stderr, /^Nothing was run, for want of the Pulumi CLI \(https:/m);
    assert.doesNotMatch(withoutCli.stderr + update.stderr, /^ +at |code: -2/m);
    assert.deepEqual(fleet.simulator.requests, []);
});
