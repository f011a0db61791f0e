import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import { ApiError, ConnectionError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import type { Answer } from "../scriptedServer";
import { connected, post, server, useServer } from "./connected";

useServer();

describe("no failure of a call", () => {
    const failures: [title: string, answer: Answer][] = [
        ["that is refused", { status: 403, body: { code: 20002, description: "Gone" } }],
        ["that is not signed in", { status: 401 }],
        ["that has no answer", { cut: "before" }],
        ["that is redirected", { status: 302, headers: { Location: "/" } }],
        ["that is answered by a proxy", { body: "<html>" }],
    ];
    for (const [title, answer] of failures) {
        it(`${title} shows the token or the body`, async () => {
            server.answer(answer);
            const { connection } = connected({}, async () => ({
                token: "t0ken-value",
                expiresAt: 1e15,
            }));
            const body = { password: "passw0rd-value" };
            const error = await failureOf(() => connection.begin().call({ ...post, body }));
            assert.ok(error instanceof ApiError || error instanceof ConnectionError);
            const everything = `${error.stack}${inspect(error, { depth: 20, showHidden: true })}`;
            assert.doesNotMatch(everything, /t0ken-value|passw0rd-value/);
        });
    }
});
