import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { type TestContext, test } from "node:test";
import { Network } from "../../../../provider/partnercenter/http/network";
import { startSimulator } from "../../../../simulator";

/** A proxy that only tunnels, and says where to. */
async function startProxy(t: TestContext): Promise<{ url: string; tunnels: string[] }> {
    const tunnels: string[] = [];
    const proxy: Server = createServer().on("connect", (request, client, head) => {
        tunnels.push(request.url ?? "");
        const [host = "", port] = (request.url ?? "").split(":");
        const server = connect(Number(port), host, () => {
            client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
            server.write(head);
            server.pipe(client);
            client.pipe(server);
        });
        client.on("error", () => server.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    t.after(() => proxy.close().closeAllConnections());
    return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, tunnels };
}

async function ask(url: string): Promise<number> {
    const answer = await new Network().exchange({
        method: "GET",
        url: `${url}/v1/customers`,
        headers: {},
        timeoutMs: 10_000,
    });
    return answer.status;
}

test("calls go through the proxy of HTTPS_PROXY, unless NO_PROXY names the host", async (t) => {
    const simulator = await startSimulator({ certificateFolder: ".simulator" });
    const { url, tunnels } = await startProxy(t);
    t.after(() => simulator.close());
    t.after(() => {
        delete process.env.HTTPS_PROXY;
        delete process.env.NO_PROXY;
    });
    const { host } = new URL(simulator.apiUrl);

    process.env.HTTPS_PROXY = url;
    assert.equal(await ask(simulator.apiUrl), 401);
    assert.deepEqual(tunnels, [host]);

    process.env.NO_PROXY = "localhost";
    assert.equal(await ask(simulator.apiUrl), 401);
    assert.deepEqual(tunnels, [host], "nothing more went through the proxy");
});
