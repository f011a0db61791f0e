import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { azureCli } from "../../../../provider/partnercenter/auth/azureCli";
import { CredentialError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";

const scope = "https://api.partnercenter.microsoft.com/.default";
const claims = Buffer.from(JSON.stringify({ exp: 1_900_000_000 })).toString("base64url");
const token = `header.${claims}.signature`;

describe("a token of the Azure CLI", () => {
    const answers: [title: string, answer: object, expiresAt: number][] = [
        ["says its end", { accessToken: token, expires_on: 1_800_000_000 }, 1_800_000_000_000],
        ["says its end by itself", { accessToken: token, expiresOn: "tonight" }, 1_900_000_000_000],
        ["says no end", { accessToken: "opaque" }, Number.POSITIVE_INFINITY],
    ];
    for (const [title, answer, expiresAt] of answers) {
        it(title, async (t) => {
            await az(t, `echo '${JSON.stringify(answer)}'`);
            const given = await azureCli(scope, undefined).getToken();
            assert.deepEqual(given, {
                token: (answer as { accessToken: string }).accessToken,
                expiresAt,
            });
        });
    }

    it("is asked for the scope and the tenant", async (t) => {
        await az(t, `printf '{"accessToken":"%s","expires_on":1}' "$(echo $* | tr ' ' _)"`);
        const given = await azureCli(scope, "contoso.com").getToken();
        assert.equal(
            given.token,
            `account_get-access-token_--output_json_--scope_${scope}_--tenant_contoso.com`,
        );
    });
});

describe("no token of the Azure CLI", () => {
    const failures: [title: string, script: string, told: RegExp][] = [
        [
            "comes where nobody is signed in, and the reason stands behind a warning",
            "echo 'WARNING: an update' >&2; echo 'ERROR: Please run az login' >&2; exit 1",
            /useAzureCli\): ERROR: Please run az login\n {2}Run `az login --tenant contoso\.com` first/,
        ],
        ["comes where it fails without a word", "exit 1", /it gave no reason/],
        ["comes of what is no JSON", `echo 'token ${token}'`, /`az` gave no token/],
        ["comes of JSON without one", "echo '{}'", /`az` gave no token/],
    ];
    for (const [title, script, told] of failures) {
        it(title, async (t) => {
            await az(t, script);
            const error = await failureOf(() => azureCli(scope, "contoso.com").getToken());
            assert.ok(error instanceof CredentialError, error.stack);
            assert.match(error.message, told);
            assert.ok(!error.message.includes(token));
        });
    }

    it("comes where it is not installed", async (t) => {
        const { PATH } = process.env;
        t.after(() => Object.assign(process.env, { PATH }));
        process.env.PATH = "/nowhere";
        const error = await failureOf(() => azureCli(scope, undefined).getToken());
        assert.match(error.message, /there is no `az` on PATH/);
    });
});

/** An `az` that does this, first on PATH. */
async function az(t: TestContext, script: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    const { PATH } = process.env;
    t.after(async () => {
        process.env.PATH = PATH;
        await rm(folder, { recursive: true });
    });
    await writeFile(join(folder, "az"), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, "az"), 0o700);
    process.env.PATH = `${folder}:${PATH}`;
}
