import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import ts from "typescript";
import * as partnercenter from "../../provider/index";
import * as simulator from "../../simulator/index";
import { type CodeBlock, codeBlocks, root } from "./codeBlocks";

const blocks = codeBlocks();
const programs = blocks.filter(({ language }) => language === "ts");

describe("the programs in the pages and in the examples of the sources", () => {
    let folder: string;
    let problems: Map<string, string[]>;

    before(() => {
        // Inside the package, so that they find it by its name, as built.
        mkdirSync(join(root, ".simulator"), { recursive: true });
        folder = mkdtempSync(join(root, ".simulator/blocks-"));
        problems = compile(folder);
    });

    after(() => rmSync(folder, { recursive: true }));

    it("are there", () => {
        assert.ok(programs.length >= 10, `${programs.length} programs`);
        assert.deepEqual(problems.get("elsewhere") ?? [], []);
    });

    for (const { place } of programs) {
        it(`compile: ${place}`, () => {
            assert.deepEqual(problems.get(place) ?? [], []);
        });
    }
});

describe("the commands and data in the pages", () => {
    const commands = blocks.filter(({ language }) => language === "sh");

    it("are there", () => {
        assert.ok(commands.length >= 10, `${commands.length} blocks of commands`);
    });

    for (const { place, code } of commands) {
        it(`are what a shell understands: ${place}`, () => {
            execFileSync("sh", ["-n"], { input: code });
        });
    }

    for (const { place, code } of blocks.filter(({ language }) => language === "json")) {
        it(`are JSON: ${place}`, () => {
            assert.doesNotThrow(() => JSON.parse(code));
        });
    }
});

/** Compiles all programs at once; what is wrong with each stands under its place. */
function compile(folder: string): Map<string, string[]> {
    const places = new Map<string, string>();
    for (const [index, block] of programs.entries()) {
        const file = join(folder, `block${index}.mts`);
        writeFileSync(file, `${preludeOf(block)}\n${block.code}`);
        places.set(file, block.place);
    }
    const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    const program = ts.createProgram([...places.keys()], { ...options, rootDir: root });
    const problems = new Map<string, string[]>();
    for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
        const place = places.get(file?.fileName ?? "") ?? "elsewhere";
        const text = ts.flattenDiagnosticMessageText(messageText, "\n");
        problems.set(place, [...(problems.get(place) ?? []), text]);
    }
    return problems;
}

/** What a passage of a program takes for granted: its imports, and what an earlier passage declared. */
function preludeOf({ code }: CodeBlock): string {
    if (/^import /m.test(code)) {
        return "";
    }
    const isUsed = (name: string) =>
        new RegExp(`\\b${name}\\(`).test(code) && !code.includes(`.${name}(`);
    const lines = [
        'import * as partnercenter from "pulumi-partnercenter";',
        'import * as pulumi from "@pulumi/pulumi";',
        ...Object.keys(partnercenter)
            .filter(isUsed)
            .map((name) => `import { ${name} } from "pulumi-partnercenter";`),
        ...Object.keys(simulator)
            .filter(isUsed)
            .map((name) => `import { ${name} } from "pulumi-partnercenter/simulator";`),
        ...(code.includes("DefaultAzureCredential")
            ? ['import { DefaultAzureCredential } from "@azure/identity";']
            : []),
        ...(code.includes("assert.") ? ['import assert from "node:assert/strict";'] : []),
        ...(code.includes("spawn(") ? ['import { spawn } from "node:child_process";'] : []),
        ...earlier(code, "args", "partnercenter.CustomerArgs"),
        ...earlier(code, "contoso", "partnercenter.Customer"),
    ];
    return lines.join(" ");
}

function earlier(code: string, name: string, type: string): string[] {
    return new RegExp(`\\b(const|let) ${name}\\b`).test(code)
        ? []
        : [`declare const ${name}: ${type};`];
}
