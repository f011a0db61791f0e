/** A table; columns of numbers stand to the right, the first one and those of words to the left. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const hasWords = (column: number) =>
        rows.some((cells) => /[a-z]{3}/i.test(cells[column] ?? ""));
    const rule = head.map((_, column) => (column === 0 || hasWords(column) ? "---" : "---:"));
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
