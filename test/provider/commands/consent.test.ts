import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { addressesOf, runCommand, simulatorFor } from "./harness";

test("a user who signs in by browser leaves a refresh token, which signs in afterwards", async (t) => {
    const simulator = await simulatorFor(t);
    const folder = await folderFor(t);
    const file = join(folder, "refresh-token.txt");
    const pages: Response[] = [];
    const { exitCode, out, err } = await runCommand(
        ["consent", "--file", file, "--port", "0"],
        // What signs in now, and may have expired, does not stand in the way.
        { ...simulator.settings(), PARTNERCENTER_REFRESH_TOKEN_FILE_PATH: file },
        whenAddress(async (address) => {
            pages.push(await fetch(address));
        }),
    );
    assert.deepEqual([exitCode, err], [0, ""]);
    assert.match(out, new RegExp(`^PARTNERCENTER_REFRESH_TOKEN_FILE_PATH=${file}$`, "m"));
    assert.match(out, /admin@partner\.onmicrosoft\.com of the tenant/);
    assert.match(out, /90 days from its last use/);
    assert.match((await pages[0]?.text()) ?? "", /can be closed/);

    const refreshToken = await readFile(file, "utf8");
    assert.ok(refreshToken.length > 20);
    assert.ok(!out.includes(refreshToken));
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(folder), ["refresh-token.txt"]);

    const check = await runCommand(["check-access"], {
        ...simulator.settings(),
        PARTNERCENTER_REFRESH_TOKEN_FILE_PATH: file,
    });
    assert.equal(check.exitCode, 0, check.err);
    assert.match(check.out, /application and user/);
    assert.notEqual(await readFile(file, "utf8"), refreshToken, "the next one takes its place");
});

test("the address asks for Partner Center as a user, with state and PKCE", async (t) => {
    const simulator = await simulatorFor(t);
    const file = join(await folderFor(t), "refresh-token.txt");
    const asked: URLSearchParams[] = [];
    await runCommand(
        ["consent", "--file", file, "--port", "0"],
        simulator.settings(),
        whenAddress(async (address) => {
            asked.push(new URL(address).searchParams);
            await fetch(address);
        }),
    );
    const scopes = asked[0]?.get("scope")?.split(" ") ?? [];
    assert.ok(scopes.includes("https://api.partnercenter.microsoft.com/user_impersonation"));
    assert.ok(scopes.includes("offline_access"));
    assert.equal(asked[0]?.get("code_challenge_method"), "S256");
    assert.match(asked[0]?.get("redirect_uri") ?? "", /^http:\/\/localhost:\d+$/);
    assert.match(asked[0]?.get("state") ?? "", /^[\w-]{36}$/);
});

test("a foreign request without the state is not listened to, and a refusal of the user ends it", async (t) => {
    const simulator = await simulatorFor(t);
    const folder = await folderFor(t);
    const statuses: number[] = [];
    const { exitCode, err } = await runCommand(
        ["consent", "--file", join(folder, "token"), "--port", "0"],
        simulator.settings(),
        whenAddress(async (address) => {
            const { searchParams } = new URL(address);
            const back = new URL(searchParams.get("redirect_uri") ?? "");
            back.search = "code=foreign&state=guessed";
            statuses.push((await fetch(back)).status);
            statuses.push((await fetch(`${back.origin}//`)).status);
            back.search = new URLSearchParams({
                error: "access_denied",
                error_description: "AADSTS65004: User declined to consent to access the app.",
                state: searchParams.get("state") ?? "",
            }).toString();
            statuses.push((await fetch(back)).status);
        }),
    );
    assert.deepEqual(statuses, [404, 404, 200]);
    assert.equal(exitCode, 1);
    assert.match(err, /AADSTS65004[\s\S]*declined to give consent/);
    assert.deepEqual(await readdir(folder), []);
});

test("a wrong secret is refused when the browser is back", async (t) => {
    const simulator = await simulatorFor(t);
    const folder = await folderFor(t);
    const { exitCode, err, out } = await runCommand(
        ["consent", "--file", join(folder, "token"), "--port", "0"],
        { ...simulator.settings(), PARTNERCENTER_CLIENT_SECRET: "wr0ng-secret" },
        whenAddress(async (address) => {
            await fetch(address);
        }),
    );
    assert.equal(exitCode, 1);
    assert.match(err, /AADSTS7000215/);
    assert.ok(!(out + err).includes("wr0ng-secret"));
    assert.deepEqual(await readdir(folder), []);
});

test("a user who signs in by device code without MFA leaves a refresh token and a warning", async (t) => {
    const simulator = await simulatorFor(t);
    const file = join(await folderFor(t), "refresh-token.txt");
    const { exitCode, out, err } = await runCommand(
        ["consent", "--file", file, "--device-code", "--profile", "eu"],
        simulator.settings(),
        whenCode((code) => simulator.directory.approveDeviceSignIn(code, { mfa: false })),
    );
    assert.equal(exitCode, 0, err);
    assert.match(err, /Warning: .*without multi-factor authentication.*900421/);
    assert.match(out, new RegExp(`^PARTNERCENTER_EU_REFRESH_TOKEN_FILE_PATH=${file}$`, "m"));
    assert.ok(!out.includes(await readFile(file, "utf8")));
});

test("with MFA there is no warning", async (t) => {
    const simulator = await simulatorFor(t);
    const file = join(await folderFor(t), "refresh-token.txt");
    const { exitCode, err } = await runCommand(
        ["consent", "--file", file, "--device-code"],
        simulator.settings(),
        whenCode((code) => simulator.directory.approveDeviceSignIn(code, { mfa: true })),
    );
    assert.deepEqual([exitCode, err], [0, ""]);
});

test("a device whose application is refused says why, before and after the code", async (t) => {
    const simulator = await simulatorFor(t);
    const args = ["consent", "--file", join(await folderFor(t), "token"), "--device-code"];
    const unknown = "00000000-0000-4000-8000-000000000000";
    const before = await runCommand(args, {
        ...simulator.settings(),
        PARTNERCENTER_CLIENT_ID: unknown,
    });
    assert.equal(before.exitCode, 1);
    assert.match(before.err, /AADSTS700016.*\n.*no such application/);

    simulator.misbehave({
        on: { path: "/token$" },
        status: 401,
        body: {
            error: "invalid_client",
            error_description:
                "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        },
    });
    const after = await runCommand(args, simulator.settings());
    assert.equal(after.exitCode, 1);
    assert.match(after.err, /AADSTS7000218[\s\S]*public client flows/);
});

for (const way of [["--port", "0"], ["--device-code"]]) {
    test(`nobody who signs in is waited for without end (${way[0]})`, async (t) => {
        const simulator = await simulatorFor(t);
        const folder = await folderFor(t);
        const file = join(folder, "token");
        const { exitCode, err } = await runCommand(
            ["consent", "--file", file, ...way, "--timeout", "1"],
            simulator.settings(),
        );
        assert.equal(exitCode, 1);
        assert.match(err, /Nobody signed in within 1 seconds/);
        assert.deepEqual(await readdir(folder), []);
    });
}

test("wrong use is one sentence and exit code 2, before the user is asked", async (t) => {
    const simulator = await simulatorFor(t);
    const file = join(await folderFor(t), "token");
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    t.after(() => taken.close());
    const { port } = taken.address() as AddressInfo;
    const settings = simulator.settings();
    for (const [args, reason, environment] of [
        [[], /--file is missing/, settings],
        [["--file", "/no/such/folder/token"], /folder \/no\/such\/folder \(ENOENT\)/, settings],
        [["--file", file, "--port", "x"], /--port is a number/, settings],
        [["--file", file, "--timeout", "-1"], /--timeout/, settings],
        [["--file", file, "--port", "1", "--device-code"], /--port is for the browser/, settings],
        [["--file", file, "--port", String(port)], /EADDRINUSE.*--port/, settings],
        [["--file", file], /there is no credential/, addressesOf(simulator)],
    ] as const) {
        const { exitCode, out, err } = await runCommand(["consent", ...args], environment);
        assert.deepEqual([exitCode, out], [2, ""], args.join(" "));
        assert.match(err, reason);
        assert.doesNotMatch(err, /\n {4}at /);
    }
    assert.deepEqual(simulator.requests, []);
});

async function folderFor(t: TestContext): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-"));
    t.after(() => rm(folder, { recursive: true }));
    return folder;
}

/** Plays the user who opens the address that is shown, once. */
function whenAddress(open: (address: string) => Promise<void>): (out: string) => void {
    return firstTime(/^https:\/\/\S+\/authorize\?\S+(?=\n)/m, open);
}

/** Plays the user who enters the code that is shown, once. */
function whenCode(approve: (code: string) => void): (out: string) => void {
    return firstTime(/SIM\d{6}/, async (code) => approve(code));
}

function firstTime(pattern: RegExp, act: (shown: string) => Promise<void>): (out: string) => void {
    let done = false;
    return (out) => {
        const [shown] = pattern.exec(out) ?? [];
        if (shown !== undefined && !done) {
            done = true;
            act(shown).catch(assert.ifError);
        }
    };
}
