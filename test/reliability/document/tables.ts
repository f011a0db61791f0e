import { operations } from "../faults/operations";
import type { PointResult } from "../faults/runPoint";
import type { SequenceTotals } from "../sequences/run";

/** Operation by fault, as the run has measured it. */
export function faultTable(results: readonly PointResult[]): string {
    const faults = [...new Set(results.map(({ fault }) => fault.name))];
    const names = operations.map(({ name }) => name);
    return table(
        ["fault", ...names],
        faults.map((fault) => [
            fault,
            ...names.map((name) =>
                cellOf(
                    results.filter(
                        ({ operation, ...result }) =>
                            operation.name === name && result.fault.name === fault,
                    ),
                ),
            ),
        ]),
    );
}

function cellOf(results: readonly PointResult[]): string {
    if (results.length === 0) return "";
    const injected = sum(results.map((result) => result.injected));
    const tenants = Math.max(...results.map(({ tenantsMade }) => tenantsMade));
    const lost = sum(results.map(({ passwordsLost }) => passwordsLost));
    const manual = sum(results.map(({ manualSteps }) => manualSteps.length));
    return [injected, tenants, lost, manual].join(" · ");
}

/** Each operation with all its faults. */
export function operationTable(results: readonly PointResult[]): string {
    return table(
        [
            "operation",
            "fault points",
            "injected",
            "tenants made, at most",
            "passwords lost",
            "manual steps",
        ],
        operations.map(({ name }) => {
            const own = results.filter(({ operation }) => operation.name === name);
            const [injected = "", tenants = "", lost = "", manual = ""] = cellOf(own).split(" · ");
            return [name, String(own.length), injected, tenants, lost, manual];
        }),
    );
}

/** What the generated histories came to. */
export function totalsTable(totals: SequenceTotals): string {
    const { manualSteps } = totals;
    const rows: [string, number][] = [
        ["played", totals.sequences],
        ["steps in them", totals.steps],
        ["faults that came about", totals.faults],
        ["processes killed", totals.kills],
        ["tenants made, one after the other", totals.tenantsMade],
        ["two tenants for one resource", totals.duplicates],
        ["passwords lost", totals.passwordsLost],
        ["states that disagree with the service", totals.disagreements],
        ["`existingCustomerId` pasted", manualSteps.existingCustomerId ?? 0],
        ["`existingCustomerId` taken out", manualSteps.withoutExistingCustomerId ?? 0],
        ["passwords that had to be reset", manualSteps.resetPassword ?? 0],
        ["another domain chosen", manualSteps.anotherDomain ?? 0],
    ];
    return table(
        ["", "number"],
        rows.map(([name, value]) => [`histories: ${name}`, String(value)]),
    );
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
