import "./fasterClock";
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { customerLifecycle } from "../../provider/customer/lifecycle";
import { PartnerCenter } from "../../provider/partnercenter/client";
import { resolveSettings } from "../../provider/settings";
import { connect } from "../../provider/settings/connect";
import { type Simulator, startSimulator } from "../../simulator";
import { someInputs } from "../provider/fixtures";

/** Calls of a creation: the creation itself, and reading it back. */
const callsEach = 2;

test("customers whose calls take minutes at the limit are created without a refusal, each in its own time", async (t) => {
    const { simulator, create } = await partner(t, {
        requestsPerMinute: 100,
        maxRequestsPerMinute: 100,
        // Much less than all of them take together.
        retryBudgetSeconds: 90,
    });
    simulator.misbehave({ on: { path: "/v1/customers", nth: 250 }, times: 20, status: 503 });
    const took = await minutesOf(() => create(200));
    assert.equal(simulator.customers.length, 200);
    const statuses = simulator.requests.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 429).length, 0);
    assert.equal(callsOf(simulator), 200 * callsEach + 20, "repeated ones count as well");
    assert.ok(took > 3, `${took} minutes`);
});

test("a limit that is lower than the setting makes it slower, and none fails", async (t) => {
    const { simulator, create } = await partner(t, {
        requestsPerMinute: 60,
        maxRequestsPerMinute: 100,
        retryBudgetSeconds: 600,
    });
    await create(100);
    assert.equal(simulator.customers.length, 100);
    const refused = simulator.requests.filter(({ status }) => status === 429).length;
    t.diagnostic(`${refused} of ${callsOf(simulator)} calls were refused`);
    assert.ok(refused > 0);
});

interface Limited {
    /** What the service allows. */
    requestsPerMinute: number;
    /** What the provider believes that it allows. */
    maxRequestsPerMinute: number;
    retryBudgetSeconds: number;
}

async function partner(t: TestContext, { requestsPerMinute, ...settings }: Limited) {
    const simulator = await startSimulator({
        certificateFolder: ".simulator",
        customerLimit: 1_000,
        requestsPerMinute,
        now: Date.now,
    });
    t.after(() => simulator.close());
    const all: Record<string, unknown> = {
        apiUrl: simulator.apiUrl,
        accessToken: simulator.issueToken({ kind: "app" }),
        ...settings,
    };
    const connection = connect(
        resolveSettings({
            configured: (key) => all[key.replace("partnercenter:", "")],
            environment: {},
        }),
    );
    const create = async (count: number) => {
        const domains = Array.from({ length: count }, (_, at) => `c${at}.onmicrosoft.com`);
        await Promise.all(
            domains.map((domain) =>
                customerLifecycle.create(
                    someInputs({ companyProfile: { domain }, requestKey: domain }),
                    new PartnerCenter(connection.begin()),
                ),
            ),
        );
    };
    return { simulator, create };
}

function callsOf(simulator: Simulator): number {
    return simulator.requests.filter(({ path }) => path.startsWith("/v1/customers")).length;
}

async function minutesOf(work: () => Promise<void>): Promise<number> {
    const startedAt = Date.now();
    await work();
    return (Date.now() - startedAt) / 60_000;
}
