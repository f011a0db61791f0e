import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Anticipation } from "../../../provider/dynamic/anticipation";

interface Inputs {
    name: string;
    other?: string;
}

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
const told = JSON.stringify(names.map((name) => ({ name })));

describe("the resources of which a program has told", () => {
    it("are all worth a question as long as none exists, without the one that is asked about", () => {
        const anticipation = anticipating();
        anticipation.note(true, { name: "c", other: "x" }, told);
        assert.deepEqual(namesOf(anticipation.take()), ["a", "b", "d", "e", "f", "g", "h"]);
    });

    it("are asked about once, however many of them tell", () => {
        const anticipation = anticipating();
        anticipation.note(true, { name: "a" }, told);
        anticipation.take();
        anticipation.note(true, { name: "b" }, told);
        assert.deepEqual(anticipation.take(), []);
    });

    it("may be told of by different ones, and are all heard", () => {
        const anticipation = anticipating();
        anticipation.note(true, { name: "a" }, told);
        anticipation.take();
        anticipation.note(true, { name: "x" }, JSON.stringify([{ name: "x" }, { name: "y" }]));
        assert.deepEqual(namesOf(anticipation.take()), ["y"]);
    });

    it("are not asked about where some exist, but for as many as were new in succession", () => {
        const anticipation = anticipating();
        anticipation.note(false, { name: "a" }, told);
        anticipation.note(false, { name: "b" }, told);
        anticipation.note(true, { name: "c" }, told);
        assert.deepEqual(namesOf(anticipation.take()), ["d"]);
        anticipation.note(true, { name: "d" }, told);
        assert.deepEqual(namesOf(anticipation.take()), ["e", "f"]);
        anticipation.note(false, { name: "e" }, told);
        anticipation.note(true, { name: "f" }, told);
        assert.deepEqual(namesOf(anticipation.take()), ["g"]);
    });

    it("are none where nothing is told, or the kind has no such questions", () => {
        const silent = anticipating();
        silent.note(true, { name: "a" }, undefined);
        assert.deepEqual(silent.take(), []);
        const without = new Anticipation<Inputs>({});
        without.note(true, { name: "a" }, undefined);
        assert.deepEqual(without.take(), []);
    });
});

function anticipating(): Anticipation<Inputs> {
    return new Anticipation<Inputs>({ askedAbout: ({ name }) => ({ name }) });
}

function namesOf(resources: readonly Inputs[]): string[] {
    return resources.map(({ name }) => name);
}
