import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { faultPoints, runTable, violationsOf } from "./table";

test("whatever goes wrong on whichever request: one tenant, its password, and a state that agrees", async () => {
    assert.ok(faultPoints.length >= 60);
    assert.deepEqual(violationsOf(await runTable()), []);
});
