import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    companyNameDoubt,
    companyNameProblem,
} from "../../../../provider/customer/validation/companyName";

describe("a company's name", () => {
    for (const name of ["Contoso Ltd.", "3M", "Ü2", "株式会社", "Inc. and Sons", "A/S", "999"]) {
        it(`is accepted: ${name}`, () => {
            assert.equal(companyNameProblem(name), undefined);
        });
    }

    for (const [name, told] of [
        ["", /empty/],
        [" \t", /empty/],
        ["X", /one character/],
        [" 王 ", /one character/],
        ["&$^#", /special characters/],
        ["--", /special characters/],
        ["llc", /legal form/],
        ["Inc.", /legal form/],
        ["L. L. C.", /legal form/],
        ["PTY  LTD", /legal form/],
        [" GmbH ", /legal form/],
    ] as const) {
        it(`is refused: "${name}"`, () => {
            assert.match(companyNameProblem(name) ?? "accepted", told);
        });
    }

    for (const name of ["contoso.com", "Contoso.club", "999", "aaa", "1 2 3", "A B"]) {
        it(`is doubted: ${name}`, () => {
            assert.match(companyNameDoubt(name) ?? "accepted", /may not be the registered name/);
        });
    }

    for (const name of ["Contoso Ltd.", "Dr. Oetker", "AB", "3 Men", "St. Mary", ""]) {
        it(`is not doubted: ${name}`, () => {
            assert.equal(companyNameDoubt(name), undefined);
        });
    }
});
