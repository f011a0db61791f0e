import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newPassword, passwordProblem } from "../../../provider/lifecycle/password";

describe("a password that is made", () => {
    const made = Array.from({ length: 500 }, newPassword);

    it("has 24 characters of four kinds, and breaks no rule", () => {
        for (const password of made) {
            assert.equal(password.length, 24);
            for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]) {
                assert.match(password, kind);
            }
            assert.equal(passwordProblem(password), undefined);
        }
    });

    it("is another one each time, with no kind in a place of its own", () => {
        assert.equal(new Set(made).size, made.length);
        for (let place = 0; place < 24; place += 1) {
            const kinds = new Set(made.map((password) => kindOf(password.charAt(place))));
            assert.equal(kinds.size, 4, `place ${place}`);
        }
    });
});

function kindOf(character: string): string {
    if (/\d/.test(character)) return "digit";
    if (/[a-z]/.test(character)) return "small";
    return /[A-Z]/.test(character) ? "capital" : "other";
}
