import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { signInNetwork } from "../../../../provider/partnercenter/auth/signInNetwork";
import { Network } from "../../../../provider/partnercenter/http/network";
import { type Answer, type ScriptedServer, startScriptedServer } from "../scriptedServer";
import { trustedCertificate } from "../trust";

let server: ScriptedServer;

before(async () => {
    server = await startScriptedServer(await trustedCertificate());
});

after(async () => {
    await server.close();
});

const refused: Answer = {
    status: 400,
    body: { error: "invalid_grant", error_description: "AADSTS65004: Declined." },
};

describe("what sign-in's network remembers", () => {
    const passing: [title: string, answer: Answer, failure: RegExp][] = [
        ["a busy sign-in", { status: 503 }, /answered HTTP 503/],
        ["too many requests", { status: 429 }, /answered HTTP 429/],
        ["a cut connection", { cut: "before" }, /the connection to .* failed/],
    ];
    for (const [title, answer, failure] of passing) {
        it(`is the last failure, until there is an answer again: ${title}`, async () => {
            server.answer(answer, refused);
            const network = signInNetwork(new Network());
            await network.sendPostRequestAsync(`${server.url}/token`).catch(() => undefined);
            assert.match(network.lastFailure ?? "", failure);
            const { body } = await network.sendPostRequestAsync(`${server.url}/token`);
            assert.deepEqual(body, refused.body);
            assert.equal(network.lastFailure, undefined);
            assert.equal(network.lastRefusal, "AADSTS65004: Declined.");
        });
    }
});
