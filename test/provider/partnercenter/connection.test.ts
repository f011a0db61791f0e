import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it, mock } from "node:test";
import { inspect } from "node:util";
import type { AccessToken, Credential } from "../../../provider/partnercenter/auth/credential";
import { TokenSource } from "../../../provider/partnercenter/auth/tokenSource";
import { Connection, type ConnectionOptions } from "../../../provider/partnercenter/connection";
import { ApiError, ConnectionError, CredentialError } from "../../../provider/partnercenter/errors";
import { Network } from "../../../provider/partnercenter/http/network";
import { failureOf } from "../fixtures";
import { type Answer, type ScriptedServer, startScriptedServer } from "./scriptedServer";
import { trustedCertificate } from "./trust";

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const get = {
    name: "getCustomer",
    operation: "test",
    method: "GET",
    path: "/customers/1",
} as const;
const post = {
    name: "createCustomer",
    operation: "test",
    method: "POST",
    path: "/customers",
    body: { a: 1 },
} as const;
const secondsToWait = 1;
let server: ScriptedServer;

before(async () => {
    server = await startScriptedServer(await trustedCertificate());
    // The waits between attempts are a random share of a time: here of length nothing.
    mock.method(Math, "random", () => 0);
});

beforeEach(() => {
    server.answer({ body: { id: "1" } });
});

after(async () => {
    mock.restoreAll();
    await server.close();
});

describe("a call", () => {
    it("carries its ids, the token, the language and the name of the caller", async () => {
        const { connection } = connected();
        await connection.begin().call(get);
        const [{ headers, path, method, body } = missing()] = server.requests;
        assert.equal(method, "GET");
        assert.equal(path, "/v1/customers/1");
        assert.equal(body, "");
        assert.equal(headers.authorization, "Bearer t1");
        assert.equal(headers.accept, "application/json");
        assert.match(headers["ms-requestid"] ?? "", guid);
        assert.match(headers["ms-correlationid"] ?? "", guid);
        assert.equal(headers["x-locale"], "de-DE");
        assert.equal(headers["ms-partnercenter-application"], "tests/1");
        assert.equal(headers["user-agent"], "tests/1");
        assert.equal(headers["content-type"], undefined);
    });

    it("with a body says that it is JSON", async () => {
        const { connection } = connected();
        await connection.begin().call(post);
        assert.equal(server.requests[0]?.headers["content-type"], "application/json");
        assert.equal(server.requests[0]?.body, '{"a":1}');
    });

    it("carries the headers that it is given", async () => {
        const { connection } = connected();
        await connection.begin().call({ ...get, headers: { "If-Match": '"5"' } });
        assert.equal(server.requests[0]?.headers["if-match"], '"5"');
    });

    it("carries the request id that it is given", async () => {
        const requestId = "c2e8a4d6-1f3b-5c5d-8e7f-9a0b1c2d3e4f";
        const { connection } = connected();
        await connection.begin().call({ ...post, requestId });
        assert.equal(server.requests[0]?.headers["ms-requestid"], requestId);
    });

    it("of one operation shares the correlation id with the others, but no request id", async () => {
        const { connection } = connected();
        const operation = connection.begin();
        await operation.call(get);
        await operation.call(post);
        await connection.begin().call(get);
        const [one, two, other] = server.requests.map(({ headers }) => headers);
        assert.equal(one?.["ms-correlationid"], two?.["ms-correlationid"]);
        assert.notEqual(one?.["ms-correlationid"], other?.["ms-correlationid"]);
        assert.equal(new Set([one, two, other].map((all) => all?.["ms-requestid"])).size, 3);
    });

    it("answers JSON, or undefined where there is none", async () => {
        const { connection } = connected();
        assert.deepEqual(await connection.begin().call(get), { id: "1" });
        server.answer({ status: 204 });
        assert.equal(await connection.begin().call(get), undefined);
    });
});

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

describe("a call that is not open to an application alone", () => {
    for (const name of ["createResellerCustomer", "removeRelationship"] as const) {
        it(`is not sent, and the error says how to sign in: ${name}`, async () => {
            const { connection, asked } = connected();
            const error = await failureOf(() => connection.begin().call({ ...post, name }));
            assert.match(error.message, /application and user.*refreshToken/);
            assert.equal(asked(), 0);
            assert.equal(server.requests.length, 0);
        });

        it(`is sent with a user, or where it is not known whom the token is for: ${name}`, async () => {
            for (const identity of ["applicationAndUser", undefined] as const) {
                server.answer({ body: { id: "1" } });
                const { connection } = connected({}, undefined, { identity });
                await connection.begin().call({ ...post, name });
                assert.equal(server.requests.length, 1);
            }
        });
    }
});

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

describe("questions", () => {
    it("are beside the calls, of which only so many are under way", async () => {
        server.answer(({ path }) => ({ delayMs: path.includes("domains") ? 0 : 1_500, body: {} }));
        const { connection } = connected({ maxConcurrency: 1 });
        const calls = [connection.begin().call(get), connection.begin().call(get)];
        const question = { ...get, name: "checkDomain", path: "/domains/a" } as const;
        await Promise.all(Array.from({ length: 10 }, () => connection.ask(10).call(question)));
        assert.equal(server.requests.length, 11);
        await Promise.all(calls);
    });
});

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

    it("bounds each attempt too", async () => {
        server.answer({ delayMs: 20_000, body: {} });
        const { connection } = connected({ retryBudgetSeconds: 1, requestTimeoutSeconds: 60 });
        await assert.rejects(
            connection.begin().call(get),
            /did not answer within (0\.\d+|1) seconds/,
        );
    });
});

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

/** A connection to the server, whose tokens are t1, t2 … unless they come from elsewhere. */
function connected(
    options: Partial<ConnectionOptions> = {},
    getToken?: () => Promise<AccessToken>,
    { identity }: Pick<Credential, "identity"> = { identity: "application" },
) {
    let count = 0;
    const tokens = new TokenSource({
        name: "test",
        identity,
        getToken: async () => {
            count += 1;
            return await (getToken?.() ?? {
                token: `t${count}`,
                expiresAt: Date.now() + 3_600_000,
            });
        },
    });
    const connection = new Connection({
        cloud: "global",
        apiUrl: server.url,
        tokens,
        network: new Network(),
        locale: "de-DE",
        requestTimeoutSeconds: 10,
        retryBudgetSeconds: 30,
        maxConcurrency: 16,
        maxRequestsPerMinute: 500,
        application: "tests/1",
        ...options,
    });
    return { connection, asked: () => count };
}

function missing(): never {
    throw new Error("The request did not arrive.");
}
