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
