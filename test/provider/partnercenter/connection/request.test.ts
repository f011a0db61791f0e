import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { failureOf } from "../../fixtures";
import { connected, get, missing, post, server, useServer } from "./connected";

useServer();

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

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
