import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { customerBody } from "../../simulator/harness";
import { exampleStack } from "./exampleStack";

test("the service makes a customer for an order, once, and says why it refuses another", async (t) => {
    const { simulator, stack } = await exampleStack(t, "service");
    const { folder } = stack.project;
    const url = await serviceIn(t, folder, stack.env);

    const { billingProfile, companyProfile } = customerBody("contoso.onmicrosoft.com");
    const order = { billingProfile, companyProfile };
    assert.deepEqual(await deployed(url, "contoso", order), {
        status: "ready",
        tenantId: simulator.customers[0]?.id,
    });
    assert.equal((await deployed(url, "contoso", order)).status, "ready");
    assert.equal(simulator.customers.length, 1);

    const refused = await deployed(url, "fabrikam", {
        ...order,
        billingProfile: { email: "nobody" },
    });
    assert.equal(refused.status, "failed");
    assert.match(
        String(refused.reason),
        /billingProfile\.email: .*\n.*billingProfile\.culture: is required/,
    );
    assert.equal((await fetch(`${url}/customers/nobody`)).status, 404);
});

/** Starts the example's service. */
async function serviceIn(t: TestContext, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
    const port = await freePort();
    const service = spawn(process.execPath, ["--import", require.resolve("tsx"), "index.ts"], {
        cwd: folder,
        env: { ...env, PORT: String(port) },
    });
    t.after(async () => {
        service.kill();
        await once(service, "exit");
    });
    const [said] = await Promise.race([once(service.stdout, "data"), once(service.stderr, "data")]);
    assert.match(String(said), /^Listening/);
    return `http://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    server.close();
    return typeof address === "object" && address !== null ? address.port : 0;
}

/** Orders a customer, and waits for what becomes of it. */
async function deployed(
    url: string,
    name: string,
    order: unknown,
): Promise<Record<string, unknown>> {
    const address = `${url}/customers/${name}`;
    const headers = { "Content-Type": "application/json" };
    const accepted = await fetch(address, { method: "PUT", headers, body: JSON.stringify(order) });
    assert.equal(accepted.status, 202);
    const deadline = Date.now() + 120_000;
    while (Date.now() < deadline) {
        const status = (await (await fetch(address)).json()) as Record<string, unknown>;
        if (status.status !== "working") {
            return status;
        }
        await sleep(200);
    }
    assert.fail(`the service works on ${name} for ever`);
}
