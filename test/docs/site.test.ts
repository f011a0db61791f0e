import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { pages, root } from "./codeBlocks";

describe("the site", () => {
    let site: string;

    before(() => {
        site = mkdtempSync(join(tmpdir(), "partnercenter-site-"));
        // A warning, a dead link in a comment among them, fails it.
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

    it("has no link inside itself that leads nowhere, to a page or to a place in it", () => {
        const dead = htmlFiles(site).flatMap((file) =>
            deadLinks(file).map((link) => `${relative(site, file)}: ${link}`),
        );
        assert.deepEqual(dead, []);
    });

    it("has every page of docs/", () => {
        const texts = htmlFiles(site).map((file) => readFileSync(file, "utf8"));
        for (const page of pages().filter((path) => path.startsWith("docs/"))) {
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

function deadLinks(file: string): string[] {
    const links = [...readFileSync(file, "utf8").matchAll(/ href="([^"]+)"/g)].map(
        ([, link = ""]) => link,
    );
    return [...new Set(links)].filter((link) => {
        const [path = "", place] = decodeURI(link).split("#");
        if (/^[a-z]+:/.test(path)) {
            return false;
        }
        const target = path === "" ? file : pageAt(resolve(dirname(file), path));
        return (
            !existsSync(target) || (place !== undefined && place !== "" && !hasPlace(target, place))
        );
    });
}

/** A folder shows its index, as every web server does. */
function pageAt(path: string): string {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory()
        ? join(path, "index.html")
        : path;
}

function hasPlace(file: string, place: string): boolean {
    return readFileSync(file, "utf8").includes(` id="${place}"`);
}
