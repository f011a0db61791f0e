import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Cell, type Limit, titleOf } from "./cell";
import type { Outcome } from "./life";
import { operations } from "./operations";

/** Where the results stand, and the page that is made of them. */
export const resultsFile = resolve(__dirname, "../../docs/compatibility.json");
export const pageFile = resolve(__dirname, "../../docs/compatibility.md");

/** One row: a project and how it fared. */
export interface Result {
    readonly cell: Cell;
    readonly outcome: Outcome;
}

/** A project that cannot work, and how it fared. */
export interface LimitResult {
    readonly limit: Limit;
    readonly outcome: Outcome;
}

/** What one run of all projects has measured. */
export interface Results {
    /** Day of the run, as `2026-11-24`. */
    readonly day: string;
    /** Version of the Pulumi CLI. */
    readonly engine: string;
    readonly platform: string;
    readonly results: readonly Result[];
    readonly limits: readonly LimitResult[];
}

export function readResults(): Results {
    return JSON.parse(readFileSync(resultsFile, "utf8")) as Results;
}

/** What did not go as it should: a project that does not work, or one that works although it cannot. */
export function faultsOf({ results, limits }: Pick<Results, "results" | "limits">): string[] {
    return [
        ...results
            .filter(({ outcome }) => !isWhole(outcome))
            .map(({ cell, outcome }) => `${titleOf(cell)}: ${said(outcome)}`),
        ...limits
            .filter(({ limit, outcome }) => !outcome.failure?.includes(limit.message))
            .map(
                ({ limit: { cell, message }, outcome }) =>
                    `${titleOf(cell)}: expected "${message}", not ${said(outcome)}`,
            ),
    ];
}

function isWhole({ seconds, failure }: Outcome): boolean {
    return !failure && ["install", ...Object.keys(operations)].every((step) => seconds[step]);
}

function said({ failure }: Outcome): string {
    return failure ?? "success";
}
