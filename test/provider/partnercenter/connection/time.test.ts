import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { connected, get, server, useServer } from "./connected";

useServer();

describe("the time of an operation", () => {
    it("is shared by all its calls", () => {
        const { connection } = connected({ retryBudgetSeconds: 600 });
        const from = Date.now();
        const { deadline } = connection.begin();
        assert.ok(deadline >= from + 600_000 && deadline <= Date.now() + 600_000);
    });

    it("does not pass while a call waits for its turn, and neither does that of an attempt", async () => {
        server.answer({ delayMs: 300, body: {} });
        const time = { retryBudgetSeconds: 0.9, requestTimeoutSeconds: 0.9 };
        const { connection } = connected({ ...time, maxConcurrency: 1 });
        const operations = Array.from({ length: 5 }, () => connection.begin());
        const deadlines = operations.map(({ deadline }) => deadline);
        await Promise.all(operations.map((operation) => operation.call(get)));
        const gained = operations.map(({ deadline }, index) => deadline - (deadlines[index] ?? 0));
        assert.ok((gained[0] ?? 0) < 100 && (gained[4] ?? 0) > 1_000, gained.join(", "));
    });

    it("stands still once while several of its calls wait at the same time", async () => {
        server.answer({ delayMs: 600, body: {} });
        const { connection } = connected({ maxConcurrency: 2 });
        const others = [1, 2].map(() => connection.begin().call(get));
        const operation = connection.begin();
        const { deadline } = operation;
        await Promise.all([...others, operation.call(get), operation.call(get)]);
        const gained = operation.deadline - deadline;
        assert.ok(gained > 400 && gained < 900, `${gained} ms`);
    });

    it("does not cut off the answer to its last attempt", async () => {
        server.answer({ delayMs: 300, body: { id: "1" } });
        const { connection } = connected({ retryBudgetSeconds: 0.05 });
        assert.deepEqual(await connection.begin().call(get), { id: "1" });
    });

    it("bounds each attempt too", async () => {
        server.answer({ delayMs: 20_000, body: {} });
        const { connection } = connected({ retryBudgetSeconds: 1, requestTimeoutSeconds: 60 });
        await assert.rejects(
            connection.begin().call(get),
            /did not answer within (0\.\d+|1) seconds/,
        );
    });
});
