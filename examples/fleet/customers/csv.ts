import { CsvError, parse } from "csv-parse/sync";
import { type Column, isColumn, memberValue } from "./columns";
import type { Fault, ListedCustomer, Listing } from "./listing";

interface Row {
    cells: readonly string[];
    /** Where it ends: a quoted cell may hold line breaks. */
    line: number;
}

/** Reads customers from a table whose first line names the members, separated by commas. */
export function listCsv(text: string): Listing {
    try {
        const [header, ...rows] = rowsOf(text);
        return header === undefined ? nothing : listRows(header, rows);
    } catch (error) {
        if (error instanceof CsvError) {
            const line = typeof error.lines === "number" ? error.lines : 1;
            return { customers: [], faults: [{ line, text: `is not CSV: ${error.message}.` }] };
        }
        throw error;
    }
}

function rowsOf(text: string): Row[] {
    const lines: number[] = [];
    const records = parse(text, {
        bom: true,
        trim: true,
        skip_empty_lines: true,
        // A row of another length is a fault of its line, and not the end of all reading.
        relax_column_count: true,
        on_record: (record, context) => {
            lines.push(context.lines);
            return record;
        },
    });
    return records.map((cells, place) => ({ cells, line: lines[place] ?? 1 }));
}

const nothing: Listing = {
    customers: [],
    faults: [{ line: 1, text: "the file holds nothing; its first line names the columns." }],
};

function listRows({ cells: header, line: top }: Row, rows: readonly Row[]): Listing {
    const problems = header.flatMap((name, place) =>
        problemOf(name, header.indexOf(name) !== place),
    );
    if (problems.length > 0) {
        // Of its rows nothing can be said.
        return { customers: [], faults: problems.map((text) => ({ line: top, text })) };
    }
    return {
        customers: rows.map(({ cells, line }) => customerOf(header, cells, line)),
        faults: rows.flatMap(({ cells, line }) => lengthFault(header.length, cells.length, line)),
    };
}

function lengthFault(columns: number, cells: number, line: number): Fault[] {
    const text = `has ${cells} cells, but there are ${columns} columns.`;
    return cells === columns ? [] : [{ line, text }];
}

function problemOf(name: string, isRepeated: boolean): string[] {
    if (!isColumn(name)) {
        return [`"${name}" is no column of a customer; check its spelling.`];
    }
    return isRepeated ? [`the column ${name} is there more than once.`] : [];
}

function customerOf(
    header: readonly string[],
    cells: readonly string[],
    line: number,
): ListedCustomer {
    const args = {};
    for (const [place, name] of header.entries()) {
        const text = cells[place] ?? "";
        if (isColumn(name) && text !== "") {
            setMember(args, name, memberValue(name, text));
        }
    }
    return { args, lineOf: () => line };
}

function setMember(target: Record<string, unknown>, column: Column, value: unknown): void {
    const [last = "", ...above] = column.split(".").reverse();
    let object = target;
    for (const name of above.reverse()) {
        object[name] ??= {};
        object = object[name] as Record<string, unknown>;
    }
    object[last] = value;
}
