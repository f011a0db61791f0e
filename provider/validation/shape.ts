import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { dayProblem } from "./day";
import { guidPattern, notGuid } from "./guid";

export const guid = v.pipe(v.string(), v.regex(guidPattern, notGuid));

export const required = v.pipe(v.string(), v.regex(/\S/, "must not be empty"));

export const optional = v.optional(v.string());

export function upTo(length: number) {
    return v.pipe(required, v.maxLength(length, `must have at most ${length} characters`));
}

/** A rule that answers what is wrong, or nothing. */
export function ruled(problem: (text: string) => string | undefined) {
    return v.rawCheck<string>(({ dataset, addIssue }) => {
        const message = dataset.typed ? problem(dataset.value) : undefined;
        if (message !== undefined) {
            addIssue({ message });
        }
    });
}

export const day = v.pipe(v.string(), ruled(dayProblem));

/** How many licences. */
export const quantity = v.pipe(
    v.number(),
    v.integer("must be a whole number"),
    v.minValue(1, "must be at least 1"),
);

const week = 7 * 24 * 60;
const sensible = `must be a number of minutes, above 0 and at most ${week}`;

/** How long a run waits. */
export const minutes = v.pipe(v.number(), v.gtValue(0, sensible), v.maxValue(week, sensible));

/**
 * Faults of single members: missing, empty, of the wrong type or form. Unknown values are no faults.
 *
 * @param kind What the resource is called: `Customer`.
 */
export function shapeProblems(
    kind: string,
    schema: v.GenericSchema,
    inputs: unknown,
    { isUnknown }: CheckContext,
): string[] {
    const { issues = [] } = v.safeParse(schema, inputs);
    return issues
        .filter((issue) => !isUnknown(issue.path?.at(-1)?.value))
        .map((issue) => `${v.getDotPath(issue)}: ${reasonOf(issue, kind)}.`);
}

/** The value itself is not shown: the provider is not told which values are secret. */
function reasonOf(issue: v.BaseIssue<unknown>, kind: string): string {
    if (issue.expected === "never") {
        return `${kind} has no such argument; check its spelling`;
    }
    if (issue.received === "undefined") {
        return "is required";
    }
    if (issue.kind === "validation") {
        return issue.message;
    }
    return `must be ${wordsFor[issue.expected ?? ""] ?? issue.expected}, not ${typeOf(issue.input)}`;
}

const wordsFor: Readonly<Record<string, string>> = {
    string: "a text",
    boolean: "true or false",
    number: "a number",
    Object: "an object",
    Array: "a list",
};

function typeOf(value: unknown): string {
    if (Array.isArray(value)) {
        return "a list";
    }
    const type = typeof value;
    return (
        { string: "this text", object: "an object", boolean: "true or false" }[type as string] ??
        `a ${type}`
    );
}
