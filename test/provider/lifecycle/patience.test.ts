import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../../provider/lifecycle/patience";
import type { PartnerCenter } from "../../../provider/partnercenter/client";
import { refusal } from "../fixtures";

const client = { deadline: Date.now() + 600_000 } as PartnerCenter;

test("what a slow first look does not find is looked for once more", async () => {
    const slow = async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw refusal(404);
    };
    const looks = [slow, async () => "there"];
    assert.equal(await patiently(async () => await looks.shift()?.(), client, 10), "there");
    assert.deepEqual(looks, []);
});

test("what is not found for as long as patience lasts is not there", async () => {
    let looks = 0;
    const failing = patiently(
        async () => {
            looks += 1;
            throw refusal(404);
        },
        client,
        10,
    );
    await assert.rejects(failing, { status: 404 });
    assert.equal(looks, 2);
});

test("a pause that the machine slept through is one pause", async (t) => {
    const looks: number[] = [];
    const failing = patiently(
        async () => {
            looks.push(Date.now());
            t.mock.method(Date, "now", () => Number(looks.at(-1)) + 3_600);
            throw refusal(404);
        },
        client,
        800,
    );
    await assert.rejects(failing, { status: 404 });
    assert.equal(looks.length, 3);
});

test("nothing is looked for beyond the time of the operation", async () => {
    let looks = 0;
    const failing = patiently(
        async () => {
            looks += 1;
            throw refusal(404);
        },
        { deadline: Date.now() - 1 } as PartnerCenter,
    );
    await assert.rejects(failing, { status: 404 });
    assert.equal(looks, 1);
});
