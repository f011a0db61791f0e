import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { toNewCustomer } from "../../../../provider/customer/wire";
import { PartnerCenter } from "../../../../provider/partnercenter/client";
import { resolveSettings } from "../../../../provider/settings";
import { connect } from "../../../../provider/settings/connect";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../../simulator/index";
import { someInputs } from "../../fixtures";
import { certificateFolder } from "../trust";

export const requestId = "5b1c7a90-3d2e-5f4a-8b6c-7d8e9f0a1b2c";

export async function simulatorOf(
    t: TestContext,
    options: SimulatorOptions = {},
): Promise<Simulator> {
    const simulator = await startSimulator({ certificateFolder, ...options });
    t.after(() => simulator.close());
    return simulator;
}

export function connectionTo(simulator: Simulator, environment: Record<string, string>) {
    return connect(
        resolveSettings({
            configured: () => undefined,
            environment: {
                PARTNERCENTER_API_URL: simulator.apiUrl,
                PARTNERCENTER_RETRY_BUDGET_SECONDS: "30",
                ...environment,
            },
        }),
    );
}

/** A simulator, and a client for one operation as application and user. */
export async function partnerCenter(t: TestContext, options: SimulatorOptions = {}) {
    const simulator = await simulatorOf(t, options);
    const token = simulator.issueToken({ kind: "appAndUser" });
    const connection = connectionTo(simulator, { PARTNERCENTER_ACCESS_TOKEN: token });
    return { simulator, client: new PartnerCenter(connection.begin()) };
}

export async function oneCustomer(t: TestContext, options: SimulatorOptions = {}) {
    const { simulator, client } = await partnerCenter(t, options);
    const { id } = await client.createCustomer(newCustomer(), requestId);
    return { simulator, client, id };
}

export function newCustomer(domain = "contoso.onmicrosoft.com") {
    return toNewCustomer(someInputs({ companyProfile: { domain } }));
}

export function otherId(): string {
    return crypto.randomUUID();
}

export function lastOf({ requests }: Simulator) {
    const last = requests.at(-1);
    assert.ok(last !== undefined, "Nothing was asked.");
    return last;
}
