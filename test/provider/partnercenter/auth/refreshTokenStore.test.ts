import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { inFile, inMemory } from "../../../../provider/partnercenter/auth/refreshTokenStore";
import { CredentialError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";

describe("a refresh token in a file", () => {
    it("is replaced by a new one, for this user's eyes only", async (t) => {
        const { path, folder } = await fileWith(t, "first\n");
        const store = inFile(path);
        assert.equal(await store.read(), "first");
        await store.write("second");
        assert.equal(await store.read(), "second");
        assert.equal((await stat(path)).mode & 0o777, 0o600);
        assert.deepEqual(await readdir(folder), ["token"]);
    });

    it("may be replaced by two at the same time: one of them stays, whole", async (t) => {
        const { path, folder } = await fileWith(t, "first");
        const renewed = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
        await Promise.all(renewed.map((token) => inFile(path).write(token)));
        assert.ok(renewed.includes(await readFile(path, "utf8")));
        assert.deepEqual(await readdir(folder), ["token"]);
    });

    it("that cannot be replaced is an error, and leaves no token behind", async (t) => {
        const { path, folder } = await fileWith(t, "first");
        await rm(path);
        await mkdir(join(path, "not empty"), { recursive: true });
        const error = await failureOf(() => inFile(path).write("s3cond"));
        assert.ok(error instanceof CredentialError);
        assert.match(error.message, /cannot be written to .*token.*must be writable/);
        assert.ok(!error.message.includes("s3cond"));
        assert.deepEqual(await readdir(folder), ["token"]);
    });

    it("that is not there, or empty, is an error that says how to get one", async (t) => {
        const { path } = await fileWith(t, " \n");
        for (const [file, told] of [
            [path, /is empty.*partnercenter consent/],
            [`${path}.other`, /cannot be read .*ENOENT.*partnercenter consent/],
        ] as const) {
            const error = await failureOf(() => inFile(file).read());
            assert.ok(error instanceof CredentialError);
            assert.match(error.message, told);
        }
    });
});

describe("a refresh token of a setting", () => {
    it("is used once, and told to the hook when there is a new one", async () => {
        const told: string[] = [];
        const store = inMemory("first", (renewed) => void told.push(renewed));
        assert.equal(await store.read(), "first");
        await store.write("second");
        assert.equal(await store.read(), "second");
        assert.deepEqual(told, ["second"]);
    });
});

async function fileWith(t: TestContext, text: string): Promise<{ path: string; folder: string }> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    t.after(() => rm(folder, { recursive: true }));
    const path = join(folder, "token");
    await writeFile(path, text);
    return { path, folder };
}
