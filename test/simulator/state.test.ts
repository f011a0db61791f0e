import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
    existsSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { startSimulator } from "../../simulator/index";
import { at, call, certificateFolder, createCustomer, customerBody, simulatorFor } from "./harness";

function folderFor(t: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), "simulator-test-"));
    t.after(() => rmSync(folder, { recursive: true }));
    return folder;
}

test("customers, repeated requests, taken domains and tokens outlive a restart", async (t) => {
    const stateFile = join(folderFor(t), "state.json");
    const first = await startSimulator({ certificateFolder, stateFile });
    const token = first.issueToken({ kind: "app" });
    const headers = { "MS-RequestId": randomUUID() };
    const made = await call(first, "POST /v1/customers", { body: customerBody(), headers });
    const id = String(at(made.body, "id"));
    first.portal.takeDomain("foreign.onmicrosoft.com");
    first.portal.addSubscription(id, { offerName: "A" });
    const held = first.customers;
    await first.close();

    const second = await simulatorFor(t, { stateFile });
    assert.deepEqual(second.customers, held);
    const again = await call(second, "POST /v1/customers", { body: customerBody(), headers });
    assert.equal(again.text, made.text);
    const head = await call(second, "HEAD /v1/domains/foreign.onmicrosoft.com");
    assert.equal(head.status, 200);
    assert.equal((await call(second, `GET /v1/customers/${id}`, { token })).status, 200);
});

test("what was done is kept before it is answered, and never half", async (t) => {
    const folder = folderFor(t);
    const stateFile = join(folder, "state.json");
    const simulator = await simulatorFor(t, { stateFile });
    simulator.misbehave({ on: { method: "POST" }, delayMs: 1_000 });
    let isAnswered = false;
    const create = call(simulator, "POST /v1/customers", {
        body: customerBody(),
        headers: { "MS-RequestId": randomUUID() },
    }).then(() => {
        isAnswered = true;
    });
    while (!existsSync(stateFile)) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(isAnswered, false);
    const kept = JSON.parse(readFileSync(stateFile, "utf8"));
    assert.equal((at(kept, "customers") as unknown[]).length, 1);
    assert.equal((at(kept, "answers") as unknown[]).length, 1);
    await create;
    assert.deepEqual(readdirSync(folder), ["state.json"]);
    assert.equal(statSync(stateFile).mode & 0o077, 0);
});

test("a file that is not the simulator's is left alone", async (t) => {
    const stateFile = join(folderFor(t), "state.json");
    for (const text of ["", "{", "[]", '{"format":99}']) {
        writeFileSync(stateFile, text);
        await assert.rejects(
            startSimulator({ certificateFolder, stateFile }),
            /is not a state file of the simulator/,
        );
        assert.equal(readFileSync(stateFile, "utf8"), text);
    }
});

test("two simulators know nothing of each other", async (t) => {
    const first = await simulatorFor(t);
    const second = await simulatorFor(t);
    await createCustomer(first);
    assert.equal(second.customers.length, 0);
});

test("a port in use is an error", async (t) => {
    const { apiUrl } = await simulatorFor(t);
    const port = Number(new URL(apiUrl).port);
    await assert.rejects(startSimulator({ certificateFolder, port }), /EADDRINUSE/);
});

const impossible: readonly [object, RegExp][] = [
    [{ staleEtags: "412" }, /There is no uncertain behaviour staleEtags\./],
    [{ staleEtag: "413" }, /staleEtag cannot be 413, but 412 or 2055\./],
    [{ maximumPageSize: "1" }, /maximumPageSize cannot be 1, but a number\./],
];

for (const [uncertain, message] of impossible) {
    test(`${JSON.stringify(uncertain)} is an error`, async () => {
        await assert.rejects(startSimulator({ uncertain }), message);
    });
}

test("close ends it in the midst of a request, and removes its own certificate", async () => {
    const simulator = await startSimulator();
    const folder = join(simulator.certificateFile, "..");
    const trusted = { ca: readFileSync(simulator.certificateFile) };
    simulator.misbehave({ on: {}, delayMs: 60_000 });
    const request = get(`${simulator.apiUrl}/v1/customers`, trusted);
    const failure = once(request, "error");
    while (simulator.requests.length === 0) await new Promise(setImmediate);
    await simulator.close();
    await failure;
    assert.throws(() => readdirSync(folder), /ENOENT/);
    await assert.rejects(fetch(simulator.apiUrl));
});
