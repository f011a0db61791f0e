import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { matches } from "../../../../../provider/customer/validation/online/pattern";

describe("a text has the form that an expression of .NET asks for", () => {
    const cases: [expression: string | undefined, text: string, expected: boolean][] = [
        [undefined, "anything", true],
        ["^\\d{5}(-\\d{4})?$", "98052", true],
        ["^\\d{5}(-\\d{4})?$", "9805", false],
        ["^[0-9]{5,5}$", "80331", true],
        ["(?i)^[a-z]{2}$", "AB", true],
        ["(?i)^[a-z]{2}$", "ABC", false],
        ["\\A\\d{4}\\z", "1234", true],
        ["\\A\\d{4}\\Z", "12345", false],
        ["^(1[ \\-\\/\\.]?)?\\d{3}$", "1-425", true],
    ];
    for (const [expression, text, expected] of cases) {
        it(`"${text}" and ${expression}: ${expected}`, () => {
            assert.equal(matches(expression, text), expected);
        });
    }

    const unreadable = [
        "(",
        "[z-a]",
        "(?>a+)b",
        "(?x) a b",
        "(?'name'a)",
        "^\\p{Lu}$",
        "^[a-z-[aeiou]]$",
        "\\Gabc",
        "a(?#comment)b",
    ];
    for (const expression of unreadable) {
        it(`is not refused by what only .NET understands: ${expression}`, () => {
            assert.equal(matches(expression, "5"), true);
        });
    }

    it("is not refused for digits of other scripts, which .NET takes for digits", () => {
        assert.equal(matches("^\\d{5}$", "٩٨٠٥٢"), true);
    });
});
