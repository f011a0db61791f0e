import { byStatus, errorCatalogue } from "../../provider/partnercenter/errorCatalogue";

/** The catalogue of errors as a page for people. */
export function errorsPage(): string {
    const codes = Object.entries(errorCatalogue)
        .map(([key, { meaning, remedy }]) => {
            const [code = "", status = ""] = key.split("/").reverse();
            return { code, status, meaning, remedy };
        })
        .sort((one, other) => Number(one.code) - Number(other.code))
        .map(({ code, status, meaning, remedy }) => row(code, status, meaning, remedy));
    const statuses = Object.entries(byStatus).map(([status, { meaning, remedy }]) =>
        row(status, meaning, remedy),
    );
    return `${introduction}
## Codes of the service

Where a code has several meanings, the HTTP status tells them apart.

${row("code", "HTTP", "meaning", "what to do")}
${row("---", "---", "---", "---")}
${codes.join("\n")}

## Answers without a known code

${row("HTTP", "meaning", "what to do")}
${row("---", "---", "---")}
${statuses.join("\n")}
`;
}

const introduction = `---
title: Errors
group: Reference
---

# Errors of Partner Center

<!-- Printed from provider/partnercenter/errorCatalogue/ by \`npm run docs:errors\`. -->

Every error of the provider gives the service's own words, its code, the HTTP status, what they mean, what to do, and the
ids (request id, correlation id, \`MS-CV\`) that Microsoft's support asks for. A code that is not listed here comes with the
service's words and the ids all the same.
`;

function row(...cells: readonly string[]): string {
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
