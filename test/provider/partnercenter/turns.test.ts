import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "../../../provider/partnercenter/turns";

/** Work that is done when its test says so. */
function openEnded() {
    let resolve: (answer: string) => void = () => {};
    let reject: (error: Error) => void = () => {};
    const promise = new Promise<string>((...ends) => {
        [resolve, reject] = ends;
    });
    return { work: () => promise, resolve, reject };
}

test("work about one thing waits for the work before it, however that ends, and no other does", async () => {
    const turns = new Turns();
    const begun: string[] = [];
    const [first, second] = [openEnded(), openEnded()];
    const take = (subject: string, name: string, work: () => Promise<string>) =>
        turns.take(subject, () => {
            begun.push(name);
            return work();
        });
    const failing = assert.rejects(take("grace", "first", first.work), /refused/);
    const waiting = take("grace", "second", second.work);
    const last = take("grace", "third", async () => "done");
    assert.equal(await take("alan", "other", async () => "at once"), "at once");
    assert.deepEqual(begun, ["first", "other"]);
    first.reject(new Error("refused"));
    await failing;
    second.resolve("answered");
    assert.equal(await waiting, "answered");
    assert.equal(await last, "done");
    assert.deepEqual(begun, ["first", "other", "second", "third"]);
});
