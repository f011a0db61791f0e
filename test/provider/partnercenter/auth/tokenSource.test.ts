import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AccessToken, Credential } from "../../../../provider/partnercenter/auth/credential";
import { readyMadeToken } from "../../../../provider/partnercenter/auth/readyMadeToken";
import { TokenSource } from "../../../../provider/partnercenter/auth/tokenSource";
import { CredentialError } from "../../../../provider/partnercenter/errors";
import { partnerTenantId } from "../../fixtures";

const hour = 3_600_000;
const credential: Omit<Credential, "getToken"> = { name: "test", identity: "application" };

describe("a source of tokens", () => {
    it("asks for nothing before it is asked", () => {
        assert.equal(source().asked(), 0);
    });

    it("asks once for many callers, also while they all wait", async () => {
        const { tokens, asked } = source();
        const all = await Promise.all([tokens.token(), tokens.token(), tokens.token()]);
        assert.deepEqual([...all, await tokens.token()], ["t1", "t1", "t1", "t1"]);
        assert.equal(asked(), 1);
    });

    it("forgets a failed request, so that the next caller tries again", async () => {
        let turn = 0;
        const tokens = new TokenSource({
            ...credential,
            getToken: async () => {
                turn += 1;
                if (turn === 1) {
                    throw new CredentialError("refused");
                }
                return { token: "second", expiresAt: Date.now() + hour };
            },
        });
        const failures = await Promise.allSettled([tokens.token(), tokens.token()]);
        assert.deepEqual(
            failures.map(({ status }) => status),
            ["rejected", "rejected"],
        );
        assert.equal(turn, 1);
        assert.equal(await tokens.token(), "second");
    });

    it("renews a token two minutes before its end", async () => {
        const { tokens, pass } = source(hour);
        await tokens.token();
        pass(hour - 121_000);
        assert.equal(await tokens.token(), "t1");
        pass(2_000);
        assert.equal(await tokens.token(), "t2");
    });

    it("uses a token that lives shorter than that for half of its life", async () => {
        const { tokens, pass } = source(60_000);
        await tokens.token();
        pass(29_000);
        assert.equal(await tokens.token(), "t1");
        pass(2_000);
        assert.equal(await tokens.token(), "t2");
    });

    it("asks again for one that the service refused", async () => {
        const { tokens } = source();
        tokens.drop(await tokens.token());
        assert.equal(await tokens.token(), "t2");
    });

    it("does not throw away the new one when a second caller reports the old one", async () => {
        const { tokens, asked } = source();
        const refused = await tokens.token();
        tokens.drop(refused);
        await tokens.token();
        tokens.drop(refused);
        assert.equal(await tokens.token(), "t2");
        assert.equal(asked(), 2);
    });
});

describe("a ready-made token", () => {
    it("is given as it is, whatever it says of its end", async () => {
        const expired = jwt({ exp: 1, tid: partnerTenantId });
        const tokens = new TokenSource(readyMadeToken(expired), () => 4e12);
        assert.equal(await tokens.token(), expired);
        tokens.drop(expired);
        assert.equal(await tokens.token(), expired);
    });
});

/** A source whose tokens are t1, t2 …, on a clock that passes only when told. */
function source(lifetimeMs = hour) {
    let time = 1_000_000;
    let count = 0;
    const getToken = async (): Promise<AccessToken> => {
        count += 1;
        return { token: `t${count}`, expiresAt: time + lifetimeMs };
    };
    return {
        tokens: new TokenSource({ ...credential, getToken }, () => time),
        asked: () => count,
        pass: (ms: number) => {
            time += ms;
        },
    };
}

function jwt(claims: unknown): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "none" })}.${part(claims)}.signature`;
}
