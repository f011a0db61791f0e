import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext, test } from "node:test";
import type { Simulator } from "../../../simulator/index";
import { call, createCustomer, customerBody, withMember } from "../../simulator/harness";
import { projectRoot, runCommand, simulatorFor } from "./harness";

const size = 300;

test("all customers of the partner come along, from every page, and nothing is written", async (t) => {
    const { simulator, file, program } = await partnerWith(t, size, { pageSize: 70 });
    const { exitCode, out, err } = await runCommand(
        ["import", "--file", file, "--program", program, "--all"],
        simulator.settings(),
    );
    assert.equal(exitCode, 0, err);
    assert.match(out, /^300 customers in .*import\.json, and declared in .*index\.ts\.$/m);
    const { resources } = JSON.parse(await readFile(file, "utf8"));
    assert.equal(resources.length, size);
    assert.equal(new Set(resources.map(({ name }: { name: string }) => name)).size, size);
    const calls = simulator.requests.filter(({ path }) => path.startsWith("/v1/"));
    assert.deepEqual([...new Set(calls.map(({ method }) => method))], ["GET"]);
    const lists = calls.filter(({ path }) => path === "/v1/customers");
    assert.equal(lists.length, Math.ceil(size / 70));
    assert.equal(calls.length - lists.length, size, "one call for each customer");
    assert.equal((await stat(file)).mode & 0o077, 0, "for the caller alone");
});

test("a run that is interrupted goes on where it was", async (t) => {
    const { simulator, file } = await partnerWith(t, 60);
    simulator.misbehave({ on: { path: "/v1/customers/[^/]+$", nth: 21 }, times: 40, status: 400 });
    const command = ["import", "--file", file, "--all"];
    const cut = await runCommand(command, simulator.settings());
    assert.equal(cut.exitCode, 1);
    assert.match(
        cut.err,
        /40 of 60 customers could not be read; what was read is kept in .*\.part/,
    );
    await assert.rejects(stat(file), "no half of a file");

    // Whatever was cut short in the last line is read again.
    await appendFile(`${file}.part`, '{"id":"dfd8');
    simulator.forgetRequests();
    const { exitCode, out } = await runCommand(command, simulator.settings());
    assert.equal(exitCode, 0);
    assert.match(out, /^60 customers in /m);
    assert.equal(readsOf(simulator), 40);
    await assert.rejects(stat(`${file}.part`), "nothing is left behind");
});

test("so does one that was killed", async (t) => {
    const { simulator, file } = await partnerWith(t, 40);
    simulator.misbehave({
        on: { path: "/v1/customers/[^/]+$", nth: 11 },
        times: 16,
        delayMs: 4_000,
    });
    const child = spawn(
        process.execPath,
        [
            "--import",
            "tsx",
            join(projectRoot, "provider/commands/main.ts"),
            "import",
            "--file",
            file,
            "--all",
        ],
        { cwd: projectRoot, env: { ...process.env, ...simulator.settings() }, stdio: "ignore" },
    );
    while ((await readFile(`${file}.part`, "utf8").catch(() => "")).split("\n").length <= 10) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill("SIGKILL");
    await once(child, "exit");
    const kept = (await readFile(`${file}.part`, "utf8")).split("\n").length - 1;

    simulator.forgetRequests();
    const { exitCode } = await runCommand(
        ["import", "--file", file, "--all"],
        simulator.settings(),
    );
    assert.equal(exitCode, 0);
    assert.equal(readsOf(simulator), 40 - kept);
});

test("a filter chooses by how domain and company begin", async (t) => {
    const { simulator, file } = await partnerWith(t, 3);
    const school = withMember(
        customerBody("school.onmicrosoft.com"),
        "billingProfile.companyName",
        "Hillside",
    );
    await createCustomer(simulator, school);
    for (const filter of [
        ["--domain", "SCHO"],
        ["--company", "hill"],
        ["--domain", "s", "--company", "h"],
    ]) {
        const { out } = await runCommand(
            ["import", "--file", file, ...filter],
            simulator.settings(),
        );
        assert.match(out, /school\n1 customer in/, filter.join(" "));
    }
});

test("a customer who is named twice comes along once", async (t) => {
    const { simulator, file, ids } = await partnerWith(t, 2);
    const [first = "", second = ""] = ids;
    const named = [first, second, first.toUpperCase()];
    const { exitCode, out } = await runCommand(
        ["import", "--file", file, ...named],
        simulator.settings(),
    );
    assert.equal(exitCode, 0);
    assert.match(out, /^2 customers in /m);
    const { resources } = JSON.parse(await readFile(file, "utf8"));
    assert.deepEqual(
        resources.map(({ id }: { id: string }) => id),
        ids,
    );
});

test("where nobody comes along, nothing is said of what to run next", async (t) => {
    const { simulator, file } = await partnerWith(t, 1);
    const nobody = ["import", "--file", file, "11111111-2222-3333-4444-555555555555"];
    const { exitCode, out } = await runCommand(nobody, simulator.settings());
    assert.equal(exitCode, 1);
    assert.doesNotMatch(out, /Now run/);
    const filtered = ["import", "--file", file, "--domain", "x"];
    const { exitCode: refused, err } = await runCommand(filtered, simulator.settings());
    assert.equal(refused, 2);
    assert.match(err, /this partner has no such customer/);
});

test("who cannot come along is named, with the reason, and the exit code is 1", async (t) => {
    const { simulator, file, ids } = await partnerWith(t, 3);
    const [gone = "", odd = ""] = ids;
    await call(simulator, `PATCH /v1/customers/${gone}`, {
        body: { relationshipToPartner: "none" },
    });
    simulator.portal.changeBillingProfile(odd, { email: "nobody" });
    const { exitCode, out } = await runCommand(
        ["import", "--file", file, ...ids],
        simulator.settings(),
    );
    assert.equal(exitCode, 1);
    assert.match(out, new RegExp(`${gone}  left out: \n  - Partner Center knows no such customer`));
    assert.match(out, new RegExp(`${odd}  left out: .*\n  - billingProfile\\.email: `));
    assert.match(out, /^1 customer in .*\n2 customers left out\.$/m);
});

test("in a terminal it asks which ones", { skip: !hasTerminals() }, async (t) => {
    const { simulator, file } = await partnerWith(t, 3);
    const command = `${process.execPath} --import tsx provider/commands/main.ts import --file ${file}`;
    const child = spawn("script", ["--quiet", "--command", command, "/dev/null"], {
        cwd: projectRoot,
        env: { ...process.env, ...simulator.settings() },
    });
    let screen = "";
    child.stdout.on("data", (chunk) => {
        const wasAsked = screen.includes("select");
        screen += chunk;
        if (!wasAsked && screen.includes("select")) {
            // The second one of the list.
            child.stdin.write("\u001b[B \r");
        }
    });
    await once(child, "close");
    assert.match(screen, /Which of 3 customers\?/);
    assert.match(screen, /c1\r?\n1 customer in /);
});

describe("what the command does not do", () => {
    it("replaces no program that is there", async (t) => {
        const { simulator, file, program } = await partnerWith(t, 1);
        await appendFile(program, "// mine");
        const args = ["import", "--file", file, "--program", program, "--all"];
        const refused = await runCommand(args, simulator.settings());
        assert.equal(refused.exitCode, 2);
        assert.match(refused.err, /is there already. Give --overwrite/);
        assert.equal(await readFile(program, "utf8"), "// mine");
        const overwritten = await runCommand([...args, "--overwrite"], simulator.settings());
        assert.equal(overwritten.exitCode, 0);
        assert.match(await readFile(program, "utf8"), /new partnercenter\.Customer/);
    });

    for (const [args, reason] of [
        [["import"], /give --file/],
        [["import", "--file", "x.json"], /say which customers/],
        [["import", "--file", "x.json", "--domain", ""], /an empty filter finds every customer/],
        [["import", "--file", "x.json", "contoso.com"], /a tenant id must be a GUID.*contoso\.com/],
        [
            ["import", "--file", "x.json", "--all", "dfd8cc0a-c592-468c-8461-869a38d24738"],
            /not both/,
        ],
    ] as const) {
        it(`guesses nothing: ${args.join(" ")}`, async () => {
            const { exitCode, err } = await runCommand(args);
            assert.equal(exitCode, 2);
            assert.match(err, reason);
        });
    }
});

/** Whether a program can be given a terminal here. */
function hasTerminals(): boolean {
    return process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
}

interface Partner {
    simulator: Simulator;
    ids: string[];
    file: string;
    program: string;
}

/** A partner with so many customers. */
async function partnerWith(
    t: TestContext,
    count: number,
    { pageSize = 500 } = {},
): Promise<Partner> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-import-"));
    t.after(() => rm(folder, { recursive: true }));
    const simulator = await simulatorFor(t, {
        customerLimit: 1000,
        requestsPerMinute: 0,
        uncertain: { maximumPageSize: pageSize },
    });
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
        ids.push(await createCustomer(simulator, customerBody(`c${index}.onmicrosoft.com`)));
    }
    simulator.forgetRequests();
    return { simulator, ids, file: join(folder, "import.json"), program: join(folder, "index.ts") };
}

function readsOf(simulator: Simulator): number {
    return simulator.requests.filter(({ path }) => /^\/v1\/customers\/[^/]+$/.test(path)).length;
}
