import Table from "cli-table3";
import type { FleetReport, StackReport } from "./report";

/** The report for a terminal: a line for each stack, the whole, and what failed. */
export function inWords(report: FleetReport): string {
    return [tableOf(report), totalOf(report), ...failuresOf(report)].join("\n\n");
}

/** The report as Markdown, for a pipeline's summary. */
export function inMarkdown(report: FleetReport): string {
    const rows = [head, head.map(() => "---"), ...report.stacks.map(cellsOf)];
    return [
        `# Customer fleet: ${report.operation}`,
        totalOf(report),
        rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n"),
        ...failuresOf(report).map((text) => `\`\`\`text\n${text}\n\`\`\``),
        "",
    ].join("\n\n");
}

const head = ["stack", "customers", "changed", "same", "failed", "seconds", "outcome"];

function tableOf({ stacks }: FleetReport): string {
    const table = new Table({
        head,
        colAligns: ["left", "right", "right", "right", "right", "right", "left"],
        style: { head: [], border: [], compact: true },
    });
    table.push(...stacks.map(cellsOf));
    return table.toString();
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
    const counts = Object.entries(changes).map(([name, count]) => `${count} ${name}`);
    const failed = failedCustomers > 0 ? [`${failedCustomers} failed`] : [];
    const unfinished = stacks.filter(({ outcome }) => outcome === "interrupted").length;
    return [
        `${operation} of ${customers} customers in ${stacks.length} stacks took ${seconds.toFixed(1)} s`,
        [...counts, ...failed].join(", ") || "nothing was done",
        ...(unfinished > 0 ? [`${unfinished} stacks are left: run it again to go on`] : []),
    ].join("; ");
}

/** What failed and why, a text for each customer or stack. */
function failuresOf({ stacks }: FleetReport): string[] {
    return stacks.flatMap(({ stack, problem, failures }) => [
        ...(problem === undefined ? [] : [`${stack}\n${indented(problem)}`]),
        ...failures.map(({ domain, message }) => `${domain} (${stack})\n${indented(message)}`),
    ]);
}

function indented(text: string): string {
    return text.replace(/^/gm, "    ");
}
