import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pages, root } from "./codeBlocks";

/** What is read where it is found, on GitHub. */
const elsewhere = ["SECURITY.md"];

describe("the site", () => {
    let site: string;

    before(() => {
        site = mkdtempSync(join(tmpdir(), "partnercenter-site-"));
        // A warning fails it; a link to no page, or to no place in one, is among them.
        execFileSync(
            process.execPath,
            [join(root, "node_modules/typedoc/bin/typedoc"), "--out", site],
            {
                cwd: root,
                stdio: ["ignore", "ignore", "inherit"],
            },
        );
    });

    after(() => rmSync(site, { recursive: true }));

    it("has every page of docs/, every example, and how to contribute", () => {
        const texts = htmlFiles(site).map((file) => readFileSync(file, "utf8"));
        for (const page of pages().filter((path) => !elsewhere.includes(path))) {
            const heading = /^# (.+)$/m.exec(readFileSync(join(root, page), "utf8"))?.[1] ?? page;
            const title = heading.replaceAll("`", "").replaceAll("'", "(&#39;|&apos;|')");
            assert.ok(
                texts.some((text) => new RegExp(`<h1[^>]*>[^<]*${title}`).test(text)),
                page,
            );
        }
    });
});

function htmlFiles(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".html"))
        .map((name) => join(folder, name));
}
