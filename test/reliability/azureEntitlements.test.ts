import "./fasterClock";
import assert from "node:assert/strict";
import { it } from "node:test";
import { azureEntitlementLifecycle as lifecycle } from "../../provider/azureEntitlement/lifecycle";
import type { SimulatorOptions } from "../../simulator";
import {
    azurePlan,
    type KillPoint,
    type Shop,
    type Stack,
    startProcess,
    up,
} from "../provider/subscription/shop";
import { type Fault, faults, inShop } from "./shopping";

/** It takes its time, refuses a second cancellation meanwhile, and recognises no repeated request. */
const service: SimulatorOptions = {
    now: () => Date.now(),
    uncertain: {
        repeatedRequestId: "ignore",
        entitlementActiveForMs: 30_000,
        entitlementCancelledAgain: "400-800002",
    },
};

/** The Azure subscription of a new plan is declared by one run, and cancelled by another. */
async function begin(shop: Shop) {
    const stack: Stack = {};
    await up(shop, stack, azurePlan(shop.customerId));
    const { subscriptionId = "", azureSubscriptionIds: [entitlementId = ""] = [] } =
        stack.subscription ?? {};
    const inputs = {
        customerId: shop.customerId,
        subscriptionId,
        entitlementId,
        cancellationReason: "compromise",
        deletionPolicy: "cancel",
    } as const;
    const runs = {
        declare: async (kill?: KillPoint) => {
            const { client, alive } = startProcess(shop, kill);
            return await alive(lifecycle.create(inputs, client()));
        },
        cancel: async (kill?: KillPoint) => {
            const { client, alive } = startProcess(shop, kill);
            const id = Object.values(inputs).slice(0, 3).join("/");
            await alive(lifecycle.delete(id, inputs, client, () => {}));
        },
    };
    shop.simulator.forgetRequests();
    return runs;
}

type Run = keyof Awaited<ReturnType<typeof begin>>;

for (const run of ["declare", "cancel"] as const) {
    for (const [name, fault] of Object.entries(faults)) {
        it(`${run}: ${name}, on each of its first requests, then again: as it was wanted`, async () => {
            const count = run === "declare" ? 1 : 3;
            for (let nth = 1; nth <= count; nth += 1) {
                await inShop(service, (shop) => survive(shop, run, fault, nth));
            }
        });
    }
}

async function survive(shop: Shop, run: Run, fault: Fault, nth: number): Promise<void> {
    const { simulator } = shop;
    const runs = await begin(shop);
    if ("misbehaviour" in fault) {
        simulator.misbehave({ on: { path: "^/v1/", nth }, ...fault.misbehaviour });
    }
    const kill = "kill" in fault ? { nth, when: fault.kill } : undefined;
    await runs[run](kill).catch(() => {});
    const sent = kill?.when === "before" ? nth - 1 : nth;
    assert.ok(simulator.requests.length >= sent, "the fault was met");
    simulator.forgetMisbehaviours();
    const plan = () => simulator.customers[0]?.subscriptions[0]?.purchase;
    if (run === "declare") {
        assert.equal((await runs.declare()).state.status, "active");
        assert.equal(plan()?.azureCancelledAt, undefined);
        return;
    }
    // Refused as long as the former cancellation is not shown, it comes to its end.
    for (let attempt = 0; attempt < 8; attempt += 1) {
        if (
            await runs.cancel().then(
                () => true,
                () => false,
            )
        )
            break;
        await new Promise((resolve) => setTimeout(resolve, 10_000));
    }
    await runs.cancel();
    assert.notEqual(plan()?.azureCancelledAt, undefined);
}
