import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ApiError, CredentialError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import { connected, get, post, server, useServer } from "./connected";

useServer();

describe("a token that is refused", () => {
    it("is renewed once, and the call is repeated with the same ids", async () => {
        server.answer({ status: 401 }, { body: { id: "1" } });
        const { connection, asked } = connected();
        assert.deepEqual(await connection.begin().call(post), { id: "1" });
        const [one, two] = server.requests;
        assert.equal(one?.headers.authorization, "Bearer t1");
        assert.equal(two?.headers.authorization, "Bearer t2");
        assert.equal(one?.headers["ms-requestid"], two?.headers["ms-requestid"]);
        assert.equal(asked(), 2);
    });

    it("twice is an error", async () => {
        server.answer({ status: 401, body: { code: 400, description: "Denied" } });
        const { connection, asked } = connected();
        const error = await failureOf(() => connection.begin().call(get));
        assert.ok(error instanceof ApiError);
        assert.equal(error.status, 401);
        assert.equal(server.requests.length, 2);
        assert.equal(asked(), 2);
    });

    it("is not repeated where no other token can be had", async () => {
        server.answer({ status: 401 });
        const { connection } = connected({}, async () => ({ token: "t", expiresAt: 1e15 }));
        await assert.rejects(connection.begin().call(get), ApiError);
        assert.equal(server.requests.length, 1);
    });

    it("is renewed once for all calls that it was refused for", async () => {
        server.answer(({ headers }) => ({
            status: headers.authorization === "Bearer t1" ? 401 : 204,
        }));
        const { connection, asked } = connected();
        const operation = connection.begin();
        await Promise.all([operation.call(get), operation.call(get), operation.call(get)]);
        assert.equal(asked(), 2);
        assert.equal(server.requests.length, 6);
    });
});

describe("tokens", () => {
    it("that expire while a call waits for its turn are renewed before it is sent", async () => {
        server.answer({ delayMs: 600, body: {} });
        let count = 0;
        const { connection } = connected({ maxConcurrency: 1 }, async () => {
            count += 1;
            // It is renewed after half of its life.
            return { token: `t${count}`, expiresAt: Date.now() + 800 };
        });
        await Promise.all([connection.begin().call(get), connection.begin().call(get)]);
        const sent = server.requests.map(({ headers }) => headers.authorization);
        assert.deepEqual(sent, ["Bearer t1", "Bearer t2"]);
    });

    it("of calls that begin together are one request", async () => {
        const { connection, asked } = connected();
        const calls = Array.from({ length: 20 }, () => connection.begin().call(get));
        await Promise.all(calls);
        assert.equal(server.requests.length, 20);
        assert.equal(asked(), 1);
    });

    it("that could not be had are asked for again by the next call", async () => {
        let turn = 0;
        const { connection } = connected({}, async () => {
            turn += 1;
            if (turn === 1) {
                throw new CredentialError("refused");
            }
            return { token: "second", expiresAt: 1e15 };
        });
        await assert.rejects(connection.begin().call(get), CredentialError);
        await connection.begin().call(get);
        assert.equal(server.requests[0]?.headers.authorization, "Bearer second");
    });
});
