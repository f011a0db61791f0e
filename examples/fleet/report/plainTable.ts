import Table from "cli-table3";

/** A table without lines, so that ten columns fit on a terminal. The first and the last are texts. */
export function plainTable(head: string[], rows: string[][]): string {
    const none = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "", left: "", right: "" };
    const table = new Table({
        head,
        chars: {
            ...{ ...none, middle: "  " },
            ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
            ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
        },
        colAligns: head.map((_, place) =>
            place === 0 || place === head.length - 1 ? "left" : "right",
        ),
        style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    });
    table.push(...rows);
    return table.toString();
}
