import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { Bench } from "../../bench/measuring/bench";
import type { DeploymentSettings } from "../../bench/measuring/deployment";

test("a contestant who cannot begin leaves neither service nor file behind", async () => {
    let given: DeploymentSettings | undefined;
    const contestant = {
        name: "lame",
        program: "",
        async deploy(settings: DeploymentSettings): Promise<never> {
            given = settings;
            assert.deepEqual(await settings.service.takeRequests(), []);
            throw new Error("It is lame.");
        },
    };
    await assert.rejects(Bench.open(contestant, { customers: 1 }), /It is lame/);
    assert.ok(given);
    await assert.rejects(given.service.takeRequests(), /ECONNREFUSED/);
    assert.equal(existsSync(given.customers), false);
});
