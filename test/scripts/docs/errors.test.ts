import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { errorCatalogue } from "../../../provider/partnercenter/errorCatalogue";
import { errorsPage } from "../../../scripts/docs/errorsPage";

test("docs/errors.md is what `npm run docs:errors` prints", () => {
    const file = resolve(__dirname, "../../../docs/errors.md");
    assert.equal(readFileSync(file, "utf8"), errorsPage());
});

test("the page has a row for every entry of the catalogue", () => {
    const page = errorsPage();
    for (const [code, entries] of Object.entries(errorCatalogue)) {
        const rows = page.split("\n").filter((line) => line.startsWith(`| ${code} | `));
        assert.ok(rows.length >= entries.length, code);
        for (const { meaning, remedy } of entries) {
            assert.ok(rows.some((line) => line.includes(meaning) && line.includes(remedy)));
        }
    }
});
