import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import * as partnercenter from "../../provider/index";
import { PartnerCenter } from "../../provider/partnercenter/client";
import { dataPaths } from "../../provider/partnercenter/dataPaths";

const repository = resolve(__dirname, "../..");
const page = readFileSync(join(repository, "docs/coverage.md"), "utf8");
const recorded = resolve(repository, "../shared/recorded/PartnerSdkConfiguration.json");
const skip = existsSync(recorded)
    ? false
    : "needs ../shared/recorded: the paths of Microsoft's client";

/** An operation of Microsoft's, with what does the same here. */
interface Row {
    heading: string;
    name: string;
    here: string;
}

const rows = readRows();
const ofSdk = rows.filter(({ heading }) => heading !== "The PowerShell module");

function readRows(): Row[] {
    const found: Row[] = [];
    let heading = "";
    for (const line of page.split("\n")) {
        heading = /^##+ (.+)/.exec(line)?.[1] ?? heading;
        const [, name, , here] = /^\| `([\w-]+)` \|( `[^`]+` \|)? (.+) \|$/.exec(line) ?? [];
        if (name !== undefined && here !== undefined) {
            found.push({ heading, name, here });
        }
    }
    return found;
}

function kindOf({ here }: Row): "ours" | "by hand" | "missing" {
    if (/^(resource|look-up) `/.test(here)) {
        return "ours";
    }
    return here.startsWith("missing: ") ? "missing" : "by hand";
}

function counted(counted: readonly Row[]): number[] {
    const kinds = counted.map(kindOf);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    return [counted.length, count("ours"), count("by hand"), count("missing")];
}

test("what is named as ours is in the package", () => {
    assert.ok(rows.length > 150);
    const exported: Readonly<Record<string, unknown>> = partnercenter;
    for (const row of rows.filter((row) => kindOf(row) === "ours")) {
        for (const [, name = "", member] of row.here.matchAll(
            /(?<!\()`(\w+)(?:\.(\w+))?`(?!\))/g,
        )) {
            const ours = exported[name] as { [name: string]: unknown } | undefined;
            assert.equal(typeof ours, "function", `${row.name}: ${name}`);
            assert.ok(member === undefined || ours?.[member], `${row.name}: ${name}.${member}`);
        }
        for (const [, data = ""] of row.here.matchAll(/`getCustomerData` \(`(\w+)`\)/g)) {
            assert.ok(data in dataPaths, `${row.name}: ${data}`);
        }
    }
});

test("what is not there has a reason, and a way where there is one", () => {
    assert.equal(typeof PartnerCenter.prototype.call, "function");
    for (const row of rows.filter((row) => kindOf(row) !== "ours")) {
        assert.match(row.here, /^(by hand \(`call`\)|missing): .{10,}/, row.name);
    }
});

test("every operation of Microsoft's client on customers is listed, and nothing else", {
    skip,
}, () => {
    const { Apis: apis } = JSON.parse(readFileSync(recorded, "utf8").replace(/^\uFEFF/, "")) as {
        Apis: Record<string, { Path: string }>;
    };
    const theirs = Object.entries(apis)
        .filter(([, { Path: path }]) => /^customers|^migrations/.test(path))
        .map(([name, { Path: path }]) => `${name} ${path}`);
    const listed = [...page.matchAll(/^\| `(\w+)` \| `[A-Z/]+ ([^`]+)` \|/gm)].map(
        ([, name, path]) => `${name} ${path}`,
    );
    assert.deepEqual(listed.sort(), theirs.sort());
});

test("the figures of the page and of the README are counted", () => {
    const readme = readFileSync(join(repository, "README.md"), "utf8");
    const figures = [
        ...readme.matchAll(/^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm),
    ].map(([, what, ...numbers]) => [what, ...numbers.map(Number)]);
    const headings = [...new Set(ofSdk.map(({ heading }) => heading))];
    const powerShell = rows.filter((row) => !ofSdk.includes(row));
    assert.deepEqual(figures, [
        ...headings.map((heading) => [
            heading,
            ...counted(ofSdk.filter((row) => row.heading === heading)),
        ]),
        [".NET SDK, together", ...counted(ofSdk)],
        ["PowerShell module", ...counted(powerShell)],
    ]);
    for (const group of [ofSdk, powerShell]) {
        const [all = 0, ours = 0, byHand = 0] = counted(group);
        const inHundred = (part: number) => `(${Math.floor((part * 100) / all)} in 100)`;
        assert.match(page, new RegExp(`${all} (operations|commands)`));
        assert.ok(page.includes(inHundred(ours)) && page.includes(inHundred(ours + byHand)));
        assert.ok((ours + byHand) / all >= 0.9);
    }
});
