import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { inspect } from "node:util";
import {
    ApiError,
    ConnectionError,
    PartnerCenterError,
} from "../../../../provider/partnercenter/errors";
import type { NetworkRequest } from "../../../../provider/partnercenter/http/exchange";
import { Network } from "../../../../provider/partnercenter/http/network";
import { sendOnce } from "../../../../provider/partnercenter/http/transport";
import { failureOf, ids } from "../../fixtures";
import { type Answer, type ScriptedServer, startScriptedServer } from "../scriptedServer";
import { trustedCertificate } from "../trust";

const token = "t0ken-that-no-message-may-show";
const network = new Network();
let server: ScriptedServer;

before(async () => {
    server = await startScriptedServer(await trustedCertificate());
});

after(async () => {
    await server.close();
});

describe("one request", () => {
    it("is sent as it is stated", async () => {
        server.answer({ body: {} });
        await send({ method: "PUT", body: '{"a":"ä"}', headers: { "X-Test": "yes" } });
        const [arrived] = server.requests;
        assert.equal(arrived?.method, "PUT");
        assert.equal(arrived?.path, "/v1/customers");
        assert.equal(arrived?.headers["x-test"], "yes");
        assert.equal(arrived?.body, '{"a":"ä"}');
    });

    for (const method of ["GET", "HEAD", "POST", "PATCH", "DELETE"] as const) {
        it(`of ${method} without a body sends none`, async () => {
            server.answer({});
            await send({ method });
            assert.equal(server.requests[0]?.method, method);
            assert.equal(server.requests[0]?.body, "");
        });
    }
});

describe("an answer", () => {
    const answers: [title: string, answer: Answer, expected: unknown][] = [
        ["of JSON", { body: { a: 1 } }, { kind: "json", value: { a: 1 } }],
        ["of HTTP 201", { status: 201, body: { a: 1 } }, { kind: "json", value: { a: 1 } }],
        ["of HTTP 204", { status: 204 }, { kind: "empty" }],
        ["of nothing", {}, { kind: "empty" }],
        [
            "behind a byte order mark",
            { body: Buffer.from('\uFEFF{"a":1}') },
            { kind: "json", value: { a: 1 } },
        ],
        [
            "in UTF-16",
            { body: Buffer.from('\uFEFF{"a":"ä"}', "utf16le") },
            { kind: "json", value: { a: "ä" } },
        ],
        [
            "of JSON that is called something else",
            { headers: { "content-type": "text/plain" }, body: '{"a":1}' },
            { kind: "json", value: { a: 1 } },
        ],
    ];
    for (const [title, answer, expected] of answers) {
        it(`${title} is read`, async () => {
            server.answer(answer);
            assert.deepEqual((await send()).body, expected);
        });
    }
});

describe("a refusal", () => {
    it("keeps status, code, words, MS-CV and wait", async () => {
        server.answer({
            status: 429,
            headers: { "MS-CV": "vector.1", "Retry-After": "57" },
            body: { code: 7, description: "Slow down." },
        });
        const error = await failureOf(send);
        assert.ok(error instanceof ApiError);
        assert.equal(error.status, 429);
        assert.equal(error.code, "7");
        assert.equal(error.retryAfterMs, 57_000);
        assert.deepEqual(error.ids, { ...ids, vector: "vector.1" });
        assert.match(error.message, /^Could not test: Slow down \(code 7, HTTP 429\)\./);
        assert.match(error.message, /MS-CV vector\.1/);
    });

    const shapes: [title: string, answer: Answer, code: string | undefined, words: RegExp][] = [
        [
            "the classic shape",
            { body: { code: 3000, description: "Gone", data: [] } },
            "3000",
            /Gone/,
        ],
        ["the newer shape", { body: { code: "5", message: "M", errorName: "N" } }, "5", /M \(/],
        [
            "the gateway's shape",
            { body: { statusCode: 404, message: "Not found" } },
            undefined,
            /Not found/,
        ],
        [
            "the shape of OAuth",
            { body: { error: "x", error_description: "AADSTS1" } },
            undefined,
            /AADSTS1/,
        ],
        ["plain text", { body: "Busy" }, undefined, /Busy/],
        ["HTML", { body: "<h1>Busy</h1>" }, undefined, /: Busy \(/],
        ["nothing", {}, undefined, /gave no reason/],
        ["half of JSON", { body: '{"code":3000,' }, undefined, /\{"code":3000,/],
        [
            "a shape behind a byte order mark",
            { body: Buffer.from('\uFEFF{"code":3000}') },
            "3000",
            /code 3000/,
        ],
        [
            "a shape in UTF-16",
            { body: Buffer.from('\uFEFF{"code":3000}', "utf16le") },
            "3000",
            /code 3000/,
        ],
    ];
    for (const [title, answer, code, words] of shapes) {
        it(`of ${title} is one error`, async () => {
            server.answer({ status: 400, ...answer });
            const error = await failureOf(send);
            assert.ok(error instanceof ApiError);
            assert.equal(error.status, 400);
            assert.equal(error.code, code);
            assert.match(error.message, words);
        });
    }

    it("is also HTTP 304, which is no success and no redirect", async () => {
        server.answer({ status: 304 });
        await assert.rejects(send(), PartnerCenterError);
    });

    it("of HEAD, which has no body, is told by its status", async () => {
        server.answer({ status: 404 });
        const error = await failureOf(() => send({ method: "HEAD" }));
        assert.ok(error instanceof ApiError);
        assert.equal(error.status, 404);
    });
});

describe("no complete answer", () => {
    const cases: [title: string, answer: Answer, told: RegExp][] = [
        [
            "is a page of HTML",
            { body: "<html>Sign in" },
            /HTTP 200 came with a body that is not JSON/,
        ],
        ["is half of JSON", { body: '{"id":"1' }, /not JSON/],
        [
            "is half of a body",
            { body: { id: "1".repeat(500) }, cut: "half" },
            /the connection to localhost:\d+ failed/,
        ],
        ["is a cut connection", { cut: "before" }, /the connection to localhost:\d+ failed/],
        [
            "is an answer that takes too long",
            { delayMs: 2_000, body: {} },
            /did not answer within 0\.1 seconds \(settings? requestTimeoutSeconds/,
        ],
        [
            "is a body that takes too long",
            { delayMs: 2_000, headersFirst: true, body: {} },
            /did not answer within 0\.1 seconds/,
        ],
        ["is a redirect", { status: 302, headers: { Location: "/elsewhere" } }, /redirect/],
    ];
    for (const [title, answer, told] of cases) {
        it(title, async () => {
            server.answer(answer);
            const error = await failureOf(() => send({ timeoutMs: 100 }));
            assert.ok(error instanceof ConnectionError, inspect(error));
            assert.match(error.message, /^Could not test: /);
            assert.match(error.message, told);
            assert.ok(
                error.message.includes(ids.requestId) && error.message.includes(ids.correlationId),
            );
            assert.equal(server.requests.length, 1);
        });
    }

    it("is a server that is not there", async () => {
        const closed = await startScriptedServer(await trustedCertificate());
        await closed.close();
        const error = await failureOf(() => send({ url: closed.url }));
        assert.ok(error instanceof ConnectionError);
        assert.match(error.message, /failed \(ECONNREFUSED\)/);
        assert.ok(error.cause instanceof Error);
    });

    it("is a host that is not there", async () => {
        const error = await failureOf(() => send({ url: "https://nowhere.invalid" }));
        assert.ok(error instanceof ConnectionError);
        assert.match(error.message, /nowhere\.invalid failed \(E[A-Z_]+\)/);
    });

    it("does not take the token along to where a redirect points", async (t) => {
        const other = await startScriptedServer(await trustedCertificate());
        t.after(() => other.close());
        server.answer({ status: 307, headers: { Location: other.url } });
        await assert.rejects(send(), ConnectionError);
        assert.equal(other.requests.length, 0);
    });
});

describe("no error shows the token", () => {
    const answers: Answer[] = [
        { status: 401, body: { code: 400, description: "Denied" } },
        { status: 500 },
        { body: "<html>" },
        { cut: "before" },
        { status: 302, headers: { Location: "/elsewhere" } },
        { delayMs: 2_000 },
    ];
    for (const answer of answers) {
        it(JSON.stringify(answer), async () => {
            server.answer(answer);
            const error = await failureOf(() => send({ timeoutMs: 100 }));
            assert.ok(server.requests[0]?.headers.authorization?.includes(token));
            assert.ok(!everythingOf(error).includes(token));
        });
    }

    it("nor where the token cannot be sent", async () => {
        const Authorization = `Bearer ${token}\nbroken`;
        const error = await failureOf(() => send({ headers: { Authorization } }));
        assert.ok(!everythingOf(error).includes(token));
    });
});

async function send(request: Partial<NetworkRequest> = {}) {
    return await sendOnce(
        "test",
        {
            method: "GET",
            timeoutMs: 10_000,
            ...request,
            url: `${request.url ?? server.url}/v1/customers`,
            headers: { Authorization: `Bearer ${token}`, ...request.headers },
        },
        ids,
        network,
    );
}

/** All that a log of the error could show, hidden members and causes included. */
function everythingOf(error: Error): string {
    return `${error.stack}${inspect(error, { depth: 20, showHidden: true })}`;
}
