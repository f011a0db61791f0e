import {
    findNodeAtLocation,
    getNodeValue,
    type Node,
    type ParseError,
    parseTree,
    printParseErrorCode,
} from "jsonc-parser";
import type { Listing } from "./listing";

/** Reads a list of customers, or an object that holds them by any name. */
export function listJson(source: string): Listing {
    const text = source.replace(/^\uFEFF/, "");
    const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { disallowComments: true });
    if (errors.length > 0 || tree === undefined) {
        const faults = errors.map(({ offset, error }) => ({
            line: lineAt(offset),
            text: `is not JSON: ${printParseErrorCode(error)}.`,
        }));
        return { customers: [], faults };
    }
    if (tree.type !== "array" && tree.type !== "object") {
        const text = "the file must hold a list of customers, or an object of them by name.";
        return { customers: [], faults: [{ line: 1, text }] };
    }
    const nodes = (tree.children ?? []).map((child) => valueNode(child));
    return {
        customers: nodes.map((node) => ({
            // Its objects have no prototype, which the SDK does not expect.
            args: structuredClone(getNodeValue(node)),
            lineOf: (path) => lineAt(nearest(node, path.split(".")).offset),
        })),
        faults: [],
    };
}

/** The value of an object's member; an element of a list is one already. */
function valueNode(node: Node): Node {
    return node.type === "property" ? (node.children?.[1] ?? node) : node;
}

/** Where a member stands, or where it is missing. */
function nearest(node: Node, path: readonly string[]): Node {
    if (path.length === 0) {
        return node;
    }
    const found = node.type === "object" ? findNodeAtLocation(node, [...path]) : undefined;
    return found ?? nearest(node, path.slice(0, -1));
}
