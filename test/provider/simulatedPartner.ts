import type { TestContext } from "node:test";
import { openPartnerCenter } from "../../provider";
import { isUnknown } from "../../provider/dynamic/protocol";
import { hasUnknown } from "../../provider/dynamic/values";
import { Inquiry } from "../../provider/lifecycle/inquiry";
import type { ForesightContext } from "../../provider/lifecycle/lifecycle";
import type { PartnerCenter } from "../../provider/partnercenter/client";
import type { Simulator, SimulatorOptions } from "../../simulator";
import { createCustomer, simulatorFor } from "../simulator/harness";

/** A partner with one customer, in a simulated Partner Center, and what a lifecycle asks it with. */
export interface SimulatedPartner {
    simulator: Simulator;
    customerId: string;
    /** A client for one operation. */
    client(): PartnerCenter;
    /** What a preview may ask with. */
    foresight(inputs: object): ForesightContext;
    /** What a lifecycle has told since the last time. */
    takeTold(): string[];
    tell(line: string): void;
    /** The calls of the API since the last time, the customer's id left out. */
    takeCalls(): string[];
}

/** @param kind Whom the sign-in speaks for. */
export async function simulatedPartner(
    t: TestContext,
    options: SimulatorOptions = {},
    kind: "app" | "appAndUser" = "appAndUser",
): Promise<SimulatedPartner> {
    const simulator = await simulatorFor(t, options);
    const customerId = await createCustomer(simulator);
    simulator.forgetRequests();
    const partner = await openPartnerCenter({
        apiUrl: simulator.apiUrl,
        accessToken: simulator.issueToken({ kind }),
        retryBudgetSeconds: 5,
        ...(options.cloud && { cloud: options.cloud }),
    });
    const client = () => partner.begin();
    const told: string[] = [];
    return {
        simulator,
        customerId,
        client,
        foresight: (inputs) => ({
            cloud: options.cloud ?? "global",
            isUnknown,
            isComplete: !hasUnknown(inputs),
            inquiry: new Inquiry(client),
            client,
        }),
        tell: (line) => void told.push(line),
        takeTold: () => told.splice(0),
        takeCalls: () => {
            const calls = simulator.requests.map(({ method, path }) => `${method} ${path}`);
            simulator.forgetRequests();
            return calls.map((call) => call.replace(customerId, "ID").replace("/v1/", ""));
        },
    };
}
