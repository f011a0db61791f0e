import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { parseCommandLine } from "../../simulator/commandLine";
import { type SimulatorOptions, startSimulator } from "../../simulator/index";
import { uncertainBehaviours } from "../../simulator/uncertain";
import { certificateFolder, projectRoot } from "./harness";

function runCommand(...args: string[]): ChildProcess {
    const command = join(projectRoot, "simulator/command.ts");
    return spawn(process.execPath, ["--import", "tsx", command, ...args], { cwd: projectRoot });
}

async function outputOf(child: ChildProcess): Promise<[string, string, number | null]> {
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk) => (out += chunk));
    child.stderr?.on("data", (chunk) => (err += chunk));
    const [code] = await once(child, "close");
    return [out, err, code];
}

test("the command prints settings that work, and ends with Ctrl-C", async () => {
    const child = runCommand("--certificate-folder", certificateFolder, "--client-secret", "s1");
    const output = outputOf(child);
    let seen = "";
    for await (const chunk of child.stdout ?? []) {
        seen += chunk;
        if (seen.includes("Ctrl-C")) break;
    }
    child.kill("SIGINT");
    const [, err, code] = await output;
    assert.deepEqual([err, code], ["", 0]);
    const lines = seen.split("\n").filter((line) => /^[A-Z_]+=/.test(line));
    const settings = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s)));
    assert.deepEqual(Object.keys(settings), [
        "PARTNERCENTER_API_URL",
        "PARTNERCENTER_AUTHORITY_URL",
        "PARTNERCENTER_TENANT_ID",
        "PARTNERCENTER_CLIENT_ID",
        "PARTNERCENTER_CLIENT_SECRET",
        "NODE_EXTRA_CA_CERTS",
    ]);
    assert.equal(settings.PARTNERCENTER_CLIENT_SECRET, "s1");
    assert.equal(settings.NODE_EXTRA_CA_CERTS, join(certificateFolder, "certificate.pem"));
});

for (const [args, message] of [
    [["--bogus"], /Unknown option '--bogus'/],
    [["--port", "x"], /--port is a number/],
    [["--cloud", "mars"], /--cloud is global or usGov or china/],
    [["--sandbox", "--production"], /exclude each other/],
    [["--uncertain", "staleEtag=7"], /staleEtag cannot be 7, but 412 or 2055/],
] as const) {
    test(`${args.join(" ")} is one clear error`, async () => {
        const [out, err, code] = await outputOf(runCommand(...args));
        assert.equal(out, "");
        assert.match(err, message);
        assert.equal(err.trim().split("\n").length, 1);
        assert.equal(code, 1);
    });
}

test("--help tells every flag", async () => {
    const [out, , code] = await outputOf(runCommand("--help"));
    assert.equal(code, 0);
    for (const name of ["--port", "--state-file", "--certificate-folder", "--uncertain"]) {
        assert.ok(out.includes(name), name);
    }
});

test("every choice of an uncertain behaviour can be given, and nothing else", async () => {
    for (const [name, choices] of Object.entries(uncertainBehaviours)) {
        for (const choice of choices) {
            const options = parseCommandLine(["--uncertain", `${name}=${choice}`]);
            assert.deepEqual(options, {
                partner: {},
                environment: "sandbox",
                uncertain: { [name]: choice },
            });
        }
    }
    const options = parseCommandLine(["--uncertain", "requestIdKeptMs=soon"]);
    assert.notEqual(options, "help");
    await assert.rejects(startSimulator(options as SimulatorOptions), /requestIdKeptMs cannot be/);
});

test("arguments become options", () => {
    const line =
        "--port 1 --production --cloud china --country de --region de,fr --kind direct " +
        "--customer-limit 9 --requests-per-minute 0 --token-lifetime 20 " +
        "--uncertain createStatus=200 --uncertain codeType=string";
    assert.deepEqual(parseCommandLine(line.split(" ")), {
        port: 1,
        environment: "production",
        cloud: "china",
        partner: { country: "DE", region: ["DE", "FR"], kind: "direct" },
        customerLimit: 9,
        requestsPerMinute: 0,
        tokenLifetimeSeconds: 20,
        uncertain: { createStatus: 200, codeType: "string" },
    });
});
