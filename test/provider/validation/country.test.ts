import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countryProblem } from "../../../provider/validation/country";

describe("a country", () => {
    for (const country of ["US", "us", "GB", "DE", "SS", "CW", "AN", "XK", "xe"]) {
        it(`is accepted: ${country}`, () => {
            assert.equal(countryProblem(country), undefined);
        });
    }

    for (const country of ["", "USA", "840", "Germany", "XX", "U S", " US", "ZZ"]) {
        it(`is refused: "${country}"`, () => {
            assert.match(countryProblem(country) ?? "accepted", /two letters of ISO 3166-1/);
        });
    }

    it("is not UK, which is a common mistake with a name of its own", () => {
        assert.match(countryProblem("UK") ?? "accepted", /GB/);
        assert.match(countryProblem("uk") ?? "accepted", /GB/);
    });
});
