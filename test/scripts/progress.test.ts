import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { type TestContext, test } from "node:test";
import { progressOn } from "../../scripts/engine/progress";

/** What is printed while a step takes some seconds. */
async function printed(t: TestContext, isTTY: boolean, seconds: number): Promise<string> {
    t.mock.timers.enable({ apis: ["setInterval", "Date"] });
    const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
    const result = await progressOn(stream as unknown as NodeJS.WriteStream).step(
        "Building",
        async () => {
            for (let second = 0; second < seconds; second += 1) {
                t.mock.timers.tick(1_000);
            }
            return "built";
        },
    );
    assert.equal(result, "built");
    return String(stream.read());
}

test("in a log a step is one line, and another one now and then", async (t) => {
    assert.equal(await printed(t, false, 31), "Building\nBuilding … 15 s\nBuilding … 30 s\n");
});

test("in a terminal a step is one line that counts", async (t) => {
    assert.equal(
        await printed(t, true, 2),
        "Building\rBuilding … 1 s\rBuilding … 2 s\rBuilding … 2 s\n",
    );
});
