import assert from "node:assert/strict";
import { test } from "node:test";
import manifest from "../../../package.json";
import { version } from "../../../provider/settings/version";

test("the version that calls are made with is the package's", () => {
    assert.equal(version, manifest.version);
});
