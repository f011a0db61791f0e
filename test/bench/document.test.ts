import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { performanceDocument } from "../../bench/document/document";
import { table } from "../../bench/document/markdown";
import { plots } from "../../bench/document/plots";
import { fleetTable } from "../../bench/document/tables";
import { targetTable } from "../../bench/document/targets";
import { type Measurement, type Results, readResults } from "../../bench/results";
import { repository } from "../engine/harness/project";

const docs = join(repository, "docs");

test("docs/performance.md and its plots are what their raw figures make", () => {
    const results = readResults(docs);
    assert.equal(readFileSync(join(docs, "performance.md"), "utf8"), performanceDocument(results));
    const drawn = plots(results);
    const files = readdirSync(join(docs, "performance")).filter((file) => file.endsWith(".svg"));
    assert.deepEqual(files.sort(), Object.keys(drawn).sort());
    for (const [file, text] of Object.entries(drawn)) {
        assert.equal(readFileSync(join(docs, "performance", file), "utf8"), text, file);
    }
});

test("each plot and each place that the document leads to is there", () => {
    const text = readFileSync(join(docs, "performance.md"), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
    assert.ok(links.length > 0);
    for (const link of links) {
        assert.ok(existsSync(join(docs, link)), link);
    }
});

function results(...seconds: Record<string, number>[]): Results {
    const measurements = seconds.flatMap((round) =>
        Object.entries(round).map(
            ([contestant, taken]): Measurement => ({
                contestant,
                customers: 100,
                operation: "up",
                seconds: taken,
                cpuSeconds: taken,
                peakMemoryBytes: 1e8,
                stateBytes: 1e5,
                requests: { token: contestant === "ours" ? 1 : 2 },
                latencyMs: 0,
            }),
        ),
    );
    return { scale: { measuredAt: "2026-01-01", machine: "a machine", measurements } };
}

test("Terraform is shown where it was measured, and only there", () => {
    const [without, beside] = [
        { ours: 4, floor: 4 },
        { ours: 4, floor: 4, terraform: 2 },
    ].map((round) => performanceDocument(results(round)));
    assert.match(without ?? "", /^Terraform with the provider `restapi` is not among them/m);
    assert.doesNotMatch(without ?? "", /\| Terraform|Terraform\*\*/);
    assert.match(beside ?? "", /^- \*\*Terraform\*\*: the provider `restapi`/m);
    assert.match(
        beside ?? "",
        /\| ours \| floor \| Terraform \| ours \/ floor \| ours \/ Terraform \|/,
    );
    assert.match(beside ?? "", /`up` \| 100 \| 4\.00 \| 4\.00 \| 2\.00 \| 1\.00 \| 2\.00 \|/);
    assert.match(beside ?? "", /`up` \| Terraform \| 2 × token/);
    const measured = results({ ours: 4, terraform: 2 });
    assert.match(fleetTable(measured), /^\| one state, Terraform \| 2\.0 \|/m);
    assert.doesNotMatch(fleetTable(measured), /hand-written/);
    const drawn = plots(measured);
    assert.match(drawn["operations.svg"] ?? "", />Terraform</);
    assert.doesNotMatch(drawn["operations.svg"] ?? "", />hand-written</);
});

test("columns of words stand to the left, those of numbers to the right", () => {
    const rows = [
        ["one", "1,002", "met", "250 of 750"],
        ["other", "–", "not met", "0"],
    ];
    assert.equal(
        table(["", "calls", "", "made"], rows).split("\n")[1],
        "| --- | ---: | --- | ---: |",
    );
});

test("calls to sign in do not count for the service's limit", () => {
    const [update] = results({ ours: 4 }).scale?.measurements ?? [];
    assert.ok(update);
    const run = {
        ...update,
        requests: { token: 500, "POST /customers": 100 },
        refused: 2,
        made: 98,
    };
    const limit = {
        requestsPerMinute: 50,
        exitCode: 1,
        shareOfLimit: 0,
        answeredBySecond: [50, 48],
    };
    const part = { measuredAt: "2026-01-01", machine: "a machine" };
    const measured = { limit: { ...part, measurements: [{ ...run, ...limit }] } };
    assert.match(
        performanceDocument(measured),
        /\| ours \| fails \| 4 \| 98 of 100 \| 100 \| 2 \|/,
    );
    assert.match(
        targetTable(measured),
        /refused at the limit \| ≤ 0\.01 \| 0\.0200 \| \*\*not met/,
    );
});

test("a target is met or not by the ratio of the medians", () => {
    const rounds = [
        { ours: 4, floor: 4, typical: 8 },
        { ours: 90, floor: 5, typical: 8 },
        { ours: 4.6, floor: 4, typical: 8 },
    ];
    const row = (table: string, what: RegExp) => table.split("\n").find((line) => what.test(line));
    assert.match(
        row(targetTable(results(...rounds)), /`up` of 100 customers/) ?? "",
        /1\.15 \| \*\*not met\*\*/,
    );
    assert.match(
        row(targetTable(results(rounds[0] ?? {})), /`up` of 100 customers/) ?? "",
        /1\.00 \| met/,
    );
    assert.match(row(targetTable(results(...rounds)), /requests of that/) ?? "", /0\.50 \| met/);
    assert.match(row(targetTable({}), /`up` of 500/) ?? "", /– \| not measured/);
});
