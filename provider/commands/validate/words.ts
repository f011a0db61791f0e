import type { Validation, Verdict } from "./validate";

/** What was found out, for a person to read. */
export function inWords({ customers, warnings }: Validation): string {
    const invalid = customers.filter(({ isValid }) => !isValid).length;
    const total =
        invalid === 0
            ? `All ${customers.length} customers are valid.`
            : `${invalid} of ${customers.length} customers would be refused.`;
    return [...customers.flatMap(linesOf), ...warnings.map((text) => `! ${text}`), total].join(
        "\n",
    );
}

function linesOf({ name, domain, isValid, problems, warnings }: Verdict): string[] {
    const title = domain === undefined ? name : `${name} (${domain})`;
    return [
        `${isValid ? "ok     " : "refused"}  ${title}`,
        ...problems.map((problem) => `           - ${problem}`),
        ...warnings.map((warning) => `           ! ${warning}`),
    ];
}
