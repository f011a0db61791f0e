import assert from "node:assert/strict";
import { test } from "node:test";
import { parseChanges } from "./changes";

const none = { create: 0, update: 0, replace: 0, delete: 0, same: 0, errored: 0 };

test("the counts of an operation are read from its summary", () => {
    const done = "Resources:\n    + 12 created\n    ~ 1 updated\n    - 3 deleted\n";
    const rest = "    +-2 replaced\n    18 changes. 7 unchanged\n    1 errored\n\nDuration: 3s\n";
    assert.deepEqual(parseChanges(done + rest), {
        create: 12,
        update: 1,
        replace: 2,
        delete: 3,
        same: 7,
        errored: 1,
    });
});

test("the counts of a preview are what would be done", () => {
    const preview = "Resources:\n    + 1 to create\n    +-1 to replace\n    2 unchanged\n\n";
    assert.deepEqual(parseChanges(preview), { ...none, create: 1, replace: 1, same: 2 });
});

test("of a preview and an update in one output the update counts", () => {
    const output = "Resources:\n    + 1 to create\n\nUpdating:\n\nResources:\n    + 1 created\n\n";
    assert.deepEqual(parseChanges(output), { ...none, create: 1 });
});

test("an output without a summary counts nothing", () => {
    assert.deepEqual(parseChanges("error: the stack is locked, 3 created\n"), none);
});
