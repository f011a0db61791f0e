import { type Cell, languageOf } from "./cell";
import { managers } from "./managers";
import { operations } from "./operations";
import type { LimitResult, Result, Results } from "./results";

const steps = Object.keys(operations);

/** The page of what was tried out. */
export function pageOf({ day, engine, platform, results, limits }: Results): string {
    const tools = Object.values(managers).flatMap(({ tool }) => tool ?? []);
    return `---
title: What it works with
group: Reference
---

# What it works with

Each row is a project of its own in an empty folder outside of this repository. It installs the packed
package from a tarball, and the rest from the registry, and then runs \`pulumi preview\`, \`up\`, \`refresh\`
and \`destroy\` with one customer, on the real engine and against the simulated Partner Center: a
preview that makes nothing, a creation, a change in the portal that \`refresh\` shows, and a removal.

\`npm run matrix\` has measured this page on ${day} (Pulumi CLI ${engine}, ${platform}); its figures
are in \`compatibility.json\`. Package managers: npm as it comes with this machine, ${[...new Set(tools)].join(", ")}.
Where the Pulumi CLI cannot be downloaded, \`npm run setup\` builds it with an older Node.js language
host, that of SDK 3.68: so it was here.

${table([...project, ...steps], results.map(rowOf))}

## What does not work

Tried out in the same run: each fails as it says here.

${table([...project, "why", "instead"], limits.map(limitRowOf))}

## What to know

- **The program itself must depend on \`pulumi-partnercenter\`**, also where it uses customers only through
  a component of somebody else: the engine loads the provider from the program's folder, in \`refresh\`
  and \`destroy\` too. npm and Yarn with \`node_modules\` put it there anyway, pnpm and Plug'n'Play do not. So
  a component library names it under \`peerDependencies\`.
- **pnpm** ends \`install\` with \`ERR_PNPM_IGNORED_BUILDS\`, as with every program that uses Pulumi's SDK, until
  \`pnpm-workspace.yaml\` says what becomes of the install script of \`protobufjs\`. It is not needed:
  \`allowBuilds: { protobufjs: false }\`. This package has no install script.
- **Yarn with Plug'n'Play** needs Node.js 24 and \`pnpEnableEsmLoader: true\`, and \`pulumi\` must be started by
  \`yarn exec pulumi ...\`. Else choose \`nodeLinker: node-modules\`.
- **ESM in TypeScript** is loaded by Node.js 24 itself; on older ones install \`ts-node\` 10, which Pulumi then
  uses, or set \`NODE_OPTIONS="--import tsx"\`.
- **Node.js** must be able to \`require\` ES modules: 20.19, 22.12, or newer. On Node.js 20 the newest SDK is 3.248.
`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
    const lines = [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
    return lines.join("\n");
}

const project = ["installed by", "layout", "modules", "language", "Node.js", "`@pulumi/pulumi`"];

function projectOf(cell: Cell): string[] {
    const { manager, layout, modules, node, pulumi } = cell;
    return [manager, layout, modules, languageOf(cell), node, pulumi];
}

function rowOf({ cell, outcome }: Result): string[] {
    const marks = steps.map((step) => (outcome.seconds[step] === undefined ? "✘" : "✔"));
    return [...projectOf(cell), ...marks];
}

function limitRowOf({ limit }: LimitResult): string[] {
    return [...projectOf(limit.cell), limit.reason, limit.instead];
}
