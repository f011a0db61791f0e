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
    for (const [key, { meaning, remedy }] of Object.entries(errorCatalogue)) {
        const [code, status = ""] = key.split("/").reverse();
        assert.ok(page.includes(`\n| ${code} | ${status} | ${meaning} | ${remedy} |\n`), key);
    }
});
