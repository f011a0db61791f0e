import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Cell, titleOf } from "./cell";
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

/** What one run of all projects has measured. */
export interface Results {
    /** Day of the run, as `2026-11-24`. */
    readonly day: string;
    /** Version of the Pulumi CLI. */
    readonly engine: string;
    readonly platform: string;
    readonly results: readonly Result[];
}

export function readResults(): Results {
    return JSON.parse(readFileSync(resultsFile, "utf8")) as Results;
}

/** What is wrong with a result: a project that does not work, or works although it should not. */
export function faultOf({ cell, outcome }: Result): string | undefined {
    const { limit } = cell;
    const title = titleOf(cell);
    if (limit !== undefined) {
        const isAsExpected = outcome.failure?.includes(limit.message);
        return isAsExpected
            ? undefined
            : `${title}: expected "${limit.message}", not ${said(outcome)}`;
    }
    const isWhole = ["install", ...Object.keys(operations)].every((step) => outcome.seconds[step]);
    return isWhole && !outcome.failure ? undefined : `${title}: ${said(outcome)}`;
}

function said({ failure }: Outcome): string {
    return failure ?? "success";
}
