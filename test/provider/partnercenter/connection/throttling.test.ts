import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ApiError } from "../../../../provider/partnercenter/errors";
import { connected, get, missing, server, useServer } from "./connected";

useServer();

const secondsToWait = 1;

describe("when one call is throttled", () => {
    const throttled = { status: 429, headers: { "Retry-After": String(secondsToWait) } };

    it("it waits as long as it is told", async () => {
        server.answer(throttled, { body: {} });
        const { connection } = connected();
        await connection.begin().call(get);
        const [first = missing(), second = missing()] = server.requests;
        assert.ok(second.at - first.at >= secondsToWait * 1000 - 5);
    });

    it("it waits until the time that it is told", async () => {
        // Dates of HTTP know no fractions of a second.
        const until = Math.ceil(Date.now() / 1000) * 1000 + 1000;
        server.answer(
            { status: 503, headers: { "Retry-After": new Date(until).toUTCString() } },
            { body: {} },
        );
        const { connection } = connected();
        await connection.begin().call(get);
        assert.ok(Date.now() >= until - 5);
        assert.equal(server.requests.length, 2);
    });

    it("all others wait too, because the quota is the partner's", async () => {
        server.answer(throttled, { body: {} });
        const { connection } = connected();
        await assert.rejects(connection.begin(-1).call(get), ApiError);
        await connection.begin().call(get);
        const [first = missing(), second = missing()] = server.requests;
        assert.equal(server.requests.length, 2);
        assert.ok(second.at - first.at >= secondsToWait * 1000 - 5);
    });

    it("all others wait too, also if its token had to be renewed first", async () => {
        server.answer({ status: 401 }, throttled, { body: {} });
        const { connection } = connected();
        await assert.rejects(connection.begin(-1).call(get), ApiError);
        await connection.begin().call(get);
        const [, second = missing(), third = missing()] = server.requests;
        assert.ok(third.at - second.at >= secondsToWait * 1000 - 5);
    });

    it("the others do not wait beyond the time of their own operation", async () => {
        server.answer({ status: 429, headers: { "Retry-After": "3" } }, { body: {} });
        const { connection } = connected({ retryBudgetSeconds: 0.2 });
        await assert.rejects(connection.begin().call(get), ApiError);
        const from = performance.now();
        await connection
            .begin()
            .call(get)
            .catch(() => undefined);
        assert.ok(performance.now() - from < 2_000);
    });
});
