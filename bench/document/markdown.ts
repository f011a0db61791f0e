/** A table; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
    return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** A number for a reader: a few digits, thousands set apart; a dash where there is none. */
export function shown(value: number | undefined, digits = 2): string {
    return value === undefined
        ? "–"
        : value.toLocaleString("en-US", {
              minimumFractionDigits: digits,
              maximumFractionDigits: digits,
          });
}
