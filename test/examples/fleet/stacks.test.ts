import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { readShards, settleShards } from "../../../examples/fleet/stacks/fleetFile";
import { Journal } from "../../../examples/fleet/stacks/journal";
import { holdersIn, isOfRun, lives } from "../../../examples/fleet/stacks/lock";
import { Observer } from "../../../examples/fleet/stacks/observer";
import { temporaryFolder } from "../../temporaryFolder";

test("the number of shards is decided once", async (t) => {
    const folder = await temporaryFolder(t);
    await assert.rejects(settleShards(folder, undefined, []), /--shards <number>/);
    assert.equal(await readShards(folder), undefined);
    assert.equal(await settleShards(folder, 10, []), 10);
    assert.equal(await settleShards(folder, undefined, ["shard-03-of-10", "other"]), 10);
    await assert.rejects(
        settleShards(folder, 12, []),
        /fleet\.json says 10 shards, not 12\. Another number would move customers between stacks/,
    );
    await assert.rejects(
        settleShards(folder, undefined, ["shard-03-of-10", "shard-2-of-4"]),
        /would have 10 shards, but the backend has shard-2-of-4\./,
    );
});

test("where fleet.json is lost, the stacks say how many shards there are", async (t) => {
    const folder = await temporaryFolder(t);
    await assert.rejects(settleShards(folder, 4, ["shard-1-of-3"]), /has shard-1-of-3/);
    assert.equal(await settleShards(folder, undefined, ["shard-1-of-3"]), 3);
    assert.equal(await readFile(join(folder, "fleet.json"), "utf8"), '{\n    "shards": 3\n}\n');
    for (const text of ["{", '{"shards": "3"}', '{"shards": 0}']) {
        await writeFile(join(folder, "fleet.json"), text);
        await assert.rejects(readShards(folder), /does not say how many/);
    }
});

test("a lock tells who holds it; only one of this machine, and not older than the run, is the run's", () => {
    const since = "2026-11-24T00:36:54Z";
    const message = `error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with \`pulumi cancel\`.
  file:///state/.pulumi/locks/organization/fleet/shard-1-of-3/9855.json: created by root@${hostname()} (pid 4711) at ${since}`;
    const at = Date.parse(since);
    assert.deepEqual(holdersIn(message), [{ host: hostname(), pid: 4711, since: at }]);
    const [holder] = holdersIn(message);
    assert.ok(holder);
    assert.equal(isOfRun(holder, at + 900), true);
    assert.equal(isOfRun(holder, at + 2_000), false);
    assert.equal(isOfRun({ ...holder, host: "another" }, at), false);
    assert.deepEqual(holdersIn("[409] Conflict: Another update is currently in progress."), []);
    assert.equal(lives(process.pid), true);
});

const urn = (domain: string) =>
    `urn:pulumi:shard-1-of-3::fleet::pulumi-nodejs:dynamic/partnercenter:Customer::${domain}`;

/** An event of the engine, with what the observer reads of it. */
function event(content: object): EngineEvent {
    return { sequence: 1, timestamp: 1, ...content } as EngineEvent;
}

function done(domain: string, op: string): EngineEvent {
    return event({ resOutputsEvent: { metadata: { urn: urn(domain), op } } });
}

function said(domain: string, severity: string, message: string): EngineEvent {
    return event({ diagnosticEvent: { urn: urn(domain), severity, message } });
}

test("each customer is counted once, with what was done last and said of it", () => {
    let customers = 0;
    const observer = new Observer(() => {
        customers += 1;
    });
    for (const it of [
        done("a", "create"),
        said("b", "error", "refused\n"),
        said("c", "warning", "look\n"),
        // The engine is run again without b.
        done("a", "same"),
        done("b", "same"),
        done("c", "same"),
        said("c", "warning", "look\n"),
        event({ resOpFailedEvent: { metadata: { urn: urn("d"), op: "create" } } }),
        said("d", "error", "failed\n"),
        event({
            resOutputsEvent: {
                metadata: { urn: "urn:pulumi:s::p::pulumi:pulumi:Stack::s", op: "create" },
            },
        }),
    ]) {
        observer.observe(it);
    }
    assert.equal(customers, 4);
    assert.deepEqual([...observer.done.values()], ["create", "same"]);
    assert.deepEqual(observer.refused, [urn("b")], "what has failed was begun");
    assert.deepEqual(observer.failures, [
        { domain: "b", message: "refused" },
        { domain: "d", message: "failed" },
    ]);
    assert.deepEqual(observer.warnings, [{ domain: "c", message: "look" }]);
    assert.equal(observer.hasSeenWork, true);
});

test("debugging texts of the engine, which hold passwords, are not kept", () => {
    const observer = new Observer(() => {});
    observer.observe(said("a", "debug", "RegisterResource RPC finished: password,,,Vdfffntfha40!"));
    observer.observe(said("a", "info#err", "password Vdfffntfha40!"));
    const kept = [observer.failures, observer.warnings, [...observer.done]];
    assert.doesNotMatch(JSON.stringify(kept), /Vdf/);
    assert.equal(observer.hasSeenWork, false);
});

test("a run goes on with what the one before has done, if that did not succeed everywhere", async (t) => {
    const file = join(await temporaryFolder(t), ".fleet", "run.json");
    const first = await Journal.begin(file, "up");
    await first.start("one", "digest");
    await first.lend("one", 100);
    await first.lend("one", 25);
    await first.finish("one", "succeeded");
    await first.start("two", "digest");
    await first.lend("two", 50);
    // It is killed here.
    const second = await Journal.begin(file, "up");
    assert.equal(second.isDone("one", "digest"), true);
    assert.equal(second.isDone("one", "other customers"), false);
    assert.equal(second.isDone("two", "digest"), false);
    assert.equal(second.killedRun("one"), undefined);
    const killedRun = second.killedRun("two");
    assert.ok(killedRun !== undefined && killedRun <= Date.now());
    assert.deepEqual(
        second.lentShares.map(({ perMinute }) => perMinute),
        [125, 50],
    );
    await second.start("two", "digest");
    // ... and there again, before it could release the stack; or it finds it locked, or is cut off.
    await second.finish("two", "locked");
    await second.finish("two", "interrupted");
    const third = await Journal.begin(file, "destroy");
    assert.equal(third.killedRun("two"), killedRun);
    assert.equal(third.isDone("one", "digest"), false, "that was another operation");
    await third.start("two", "digest");
    await third.finish("two", "succeeded");
    await third.end(true);
    await third.start("three", "digest");
    await third.finish("three", "locked");
    assert.equal(third.killedRun("three"), undefined, "somebody else holds it");
    const fourth = await Journal.begin(file, "destroy");
    assert.equal(fourth.isDone("two", "digest"), false, "what succeeded everywhere is over");
});

test("two runs of one fleet at the same time are refused", async (t) => {
    const file = join(await temporaryFolder(t), "run.json");
    const other = { operation: "up", host: hostname(), pid: process.ppid, entries: {} };
    await writeFile(file, JSON.stringify(other));
    await assert.rejects(
        Journal.begin(file, "up"),
        new RegExp(`Process ${process.ppid} runs this fleet already`),
    );
    await writeFile(file, JSON.stringify({ ...other, host: "another" }));
    await Journal.begin(file, "up");
});
