import type { OperationName } from "../stacks/operations";
import { plainTable } from "./plainTable";
import type { FleetReport, StackReport } from "./report";

/** The report for a terminal: a line for each stack, the whole, and what failed. */
export function inWords(report: FleetReport): string {
    return [tableOf(report), totalOf(report), ...remarksOf(report)].join("\n\n");
}

/** The report as Markdown, for a pipeline's summary. */
export function inMarkdown(report: FleetReport): string {
    const rows = [head, head.map(() => "---"), ...report.stacks.map(cellsOf)];
    return [
        `# Customer fleet: ${report.operation}`,
        totalOf(report),
        rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n"),
        ...remarksOf(report).map((text) => `\`\`\`text\n${text}\n\`\`\``),
        "",
    ].join("\n\n");
}

const head = ["stack", "customers", "changed", "same", "failed", "seconds", "outcome"];

function tableOf({ stacks }: FleetReport): string {
    return plainTable(head, stacks.map(cellsOf));
}

function cellsOf({ stack, customers, changes, failures, seconds, outcome }: StackReport): string[] {
    const { same = 0, ...others } = changes;
    const changed = Object.values(others).reduce((total, count) => total + count, 0);
    return [
        stack,
        ...[customers, changed, same, failures.length].map(String),
        seconds.toFixed(1),
        outcome,
    ];
}

function totalOf({ operation, customers, failedCustomers, changes, seconds, stacks }: FleetReport) {
    const counts = Object.entries(changes).map(
        ([name, count]) => `${count} ${wordFor(name, operation)}`,
    );
    const failed = failedCustomers > 0 ? [`${failedCustomers} failed`] : [];
    const unfinished = stacks.filter(({ outcome }) => outcome === "interrupted").length;
    return [
        `${operation} of ${customers} customers in ${counted(stacks.length, "stack")} took ${seconds.toFixed(1)} s`,
        [...counts, ...failed].join(", ") || "nothing was done",
        ...(unfinished > 0 ? [`${counted(unfinished, "stack")} left: run it again to go on`] : []),
    ].join("; ");
}

function wordFor(change: string, operation: OperationName): string {
    if (change === "same") {
        return "unchanged";
    }
    return operation === "preview" ? `to ${change}` : change.replace(/e?$/, "ed");
}

/** What failed and why, and what the provider warns of; a text for each customer or stack. */
function remarksOf({ stacks }: FleetReport): string[] {
    return stacks.flatMap(({ stack, problem, failures, warnings }) => [
        ...(problem === undefined ? [] : [`${stack} failed\n${indented(problem)}`]),
        ...failures.map(
            ({ domain, message }) => `${domain} (${stack}) failed\n${indented(message)}`,
        ),
        ...warnings.map(
            ({ domain, message }) => `${domain} (${stack}) warns\n${indented(message)}`,
        ),
    ]);
}

function counted(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function indented(text: string): string {
    return text.replace(/^/gm, "    ");
}
