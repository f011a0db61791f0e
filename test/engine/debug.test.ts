import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack } from "./partner";
import { customerProgram } from "./programs";

test("the debug log shows each request, and masks what is secret or personal", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram(),
        env: { PARTNERCENTER_DEBUG: "1" },
    });
    const { output } = (await stack.up()).expectSuccess();
    assert.match(
        output,
        /partnercenter: POST https:\/\/localhost:\d+\/.*\/token\S* -> 200 in \d+ ms/,
    );
    assert.match(output, /partnercenter: POST https:\/\/localhost:\d+\/v1\/customers -> 201/);
    assert.match(output, /"MS-RequestId":"[0-9a-f-]{36}"/);
    assert.match(output, /"country":"US"/);
    assert.match(output, /"password":"\*\*\*"/);
    for (const personal of ["billing@contoso.com", "Lovelace", "One Microsoft Way"]) {
        assert.ok(!output.includes(personal), personal);
    }
    assert.equal(simulator.customers.length, 1);
});
