import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ApiError, CredentialError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import type { Answer } from "../scriptedServer";
import { connected, get, post, server, useServer } from "./connected";

useServer();

describe("an attempt is repeated with the same ids", () => {
    const passing: [title: string, answer: Answer][] = [
        ...[408, 429, 500, 502, 503, 504].map((status): [string, Answer] => [
            `after HTTP ${status}`,
            { status },
        ]),
        ["after HTTP 429 that asks for no wait", { status: 429, headers: { "Retry-After": "0" } }],
        ["after a cut connection", { cut: "before" }],
        ["after half a body", { body: { id: "x".repeat(100) }, cut: "half" }],
        ["after a page of HTML in the place of JSON", { body: "<html>Busy</html>" }],
    ];
    for (const [title, answer] of passing) {
        it(title, async () => {
            server.answer(answer, answer, { body: { id: "1" } });
            const { connection, asked } = connected();
            assert.deepEqual(await connection.begin().call(post), { id: "1" });
            assert.equal(server.requests.length, 3);
            for (const header of ["ms-requestid", "ms-correlationid", "authorization"]) {
                assert.equal(
                    new Set(server.requests.map(({ headers }) => headers[header])).size,
                    1,
                );
            }
            assert.equal(new Set(server.requests.map(({ body }) => body)).size, 1);
            assert.equal(asked(), 1);
        });
    }

    it("after an answer that took too long", async () => {
        server.answer({ delayMs: 1_000, body: {} }, { body: { id: "1" } });
        const { connection } = connected({ requestTimeoutSeconds: 0.2 });
        assert.deepEqual(await connection.begin().call(post), { id: "1" });
        const [one, two] = server.requests;
        assert.equal(one?.headers["ms-requestid"], two?.headers["ms-requestid"]);
    });

    it("and no more than seven times", async () => {
        server.answer({ status: 503, body: { code: 1, description: "Busy" } });
        const { connection } = connected();
        const error = await failureOf(() => connection.begin().call(get));
        assert.ok(error instanceof ApiError);
        assert.equal(error.status, 503);
        assert.equal(server.requests.length, 8);
    });
});

describe("an attempt is not repeated", () => {
    for (const status of [400, 403, 404, 405, 409, 410, 412, 422, 501]) {
        it(`after HTTP ${status}`, async () => {
            server.answer({ status, headers: { "Retry-After": "0" } });
            const { connection } = connected();
            const error = await failureOf(() => connection.begin().call(get));
            assert.ok(error instanceof ApiError);
            assert.equal(error.status, status);
            assert.equal(server.requests.length, 1);
        });
    }

    it("where the service asks for a wait beyond the time of the operation", async () => {
        server.answer({ status: 429, headers: { "Retry-After": "3600" } });
        const { connection } = connected();
        const error = await failureOf(() => connection.begin().call(get));
        assert.ok(error instanceof ApiError);
        assert.equal(error.retryAfterMs, 3_600_000);
        assert.equal(server.requests.length, 1);
    });

    it("where the sign-in failed", async () => {
        const { connection, asked } = connected({}, async () => {
            throw new CredentialError("refused");
        });
        await assert.rejects(connection.begin().call(get), CredentialError);
        assert.equal(asked(), 1);
        assert.equal(server.requests.length, 0);
    });
});
