import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Misbehaviour } from "../../../simulator/misbehaviour";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { withCustomer } from "./world";

const body = (code: number | string) => ({ body: { code, description: "No." } });

const gone: Record<string, Misbehaviour> = {
    "404": { status: 404 },
    "404 with code 60003": { status: 404, ...body(60003) },
    "403 with code 20002": { status: 403, ...body(20002) },
    '403 with code "20002"': { status: 403, ...body("20002") },
    "400 with code 3000": { status: 400, ...body(3000) },
};

const unknown: Record<string, Misbehaviour> = {
    "400": { status: 400 },
    "400 with code 20002": { status: 400, ...body(20002) },
    "401": { status: 401 },
    "401 with code 20002": { status: 401, ...body(20002) },
    "403": { status: 403 },
    "403 with code 900150": { status: 403, ...body(900150) },
    "403 with code 3000": { status: 403, ...body(3000) },
    "404 of the gateway": { status: 404, body: { statusCode: 404, message: "Resource not found" } },
    "404 of a proxy": { status: 404, body: "<html><title>404 Not Found</title></html>" },
    "409": { status: 409 },
    "410": { status: 410 },
    "412": { status: 412 },
    "429": { status: 429 },
    "500 with code 20002": { status: 500, ...body(20002) },
    "501": { status: 501 },
    "502": { status: 502 },
    "503": { status: 503 },
    "504": { status: 504 },
    "no connection": { cut: "before" },
    "an empty body": { body: "empty" },
};

for (const [answer, misbehaviour] of Object.entries(gone)) {
    test(`${answer} means that the customer is gone`, async () => {
        await withCustomer({}, {}, async ({ simulator, stack }) => {
            simulator.misbehave({ on: { path: "^/v1/" }, times: 100, ...misbehaviour });
            const { ok, did } = await stack.refresh();
            assert.deepEqual({ ok, did }, { ok: true, did: { contoso: "gone" } });
        });
    });
}

for (const [answer, misbehaviour] of Object.entries(unknown)) {
    test(`${answer} is an error, and says nothing of the customer`, async () => {
        await withCustomer({}, {}, async ({ simulator, stack }) => {
            const before = structuredClone(stack.resources.get("contoso"));
            simulator.misbehave({ on: { path: "^/v1/" }, times: 100, ...misbehaviour });
            const { ok, messages } = await stack.refresh();
            assert.equal(ok, false);
            assert.match(messages.join(), /Could not read the customer/);
            assert.deepEqual(stack.resources.get("contoso"), before);
        });
    });
}

for (const afterRemoval of uncertainBehaviours.afterRemoval) {
    test(`a customer who has left is gone, where the service says ${afterRemoval}`, async () => {
        await withCustomer(
            {},
            { uncertain: { afterRemoval } },
            async ({ simulator, stack }, id) => {
                simulator.portal.removeRelationship(id);
                assert.deepEqual((await stack.refresh()).did, { contoso: "gone" });
            },
        );
    });
}

test("a customer that was deleted in the portal is gone", async () => {
    await withCustomer({}, {}, async ({ simulator, stack }, id) => {
        simulator.portal.deleteCustomer(id);
        assert.deepEqual((await stack.refresh()).did, { contoso: "gone" });
    });
});
