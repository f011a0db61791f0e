import "./fasterClock";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SimulatorOptions } from "../../simulator";
import type { Misbehaviour } from "../../simulator/misbehaviour";
import {
    Killed,
    type KillPoint,
    licences,
    openShop,
    ordersOf,
    refresh,
    type Shop,
    type Stack,
    up,
} from "../provider/subscription/shop";

type Fault = { misbehaviour: Misbehaviour } | { kill: KillPoint["when"] };

const faults: Readonly<Record<string, Fault>> = {
    "lost before the work": { misbehaviour: { cut: "before" } },
    "lost after the work": { misbehaviour: { cut: "after" } },
    "500": { misbehaviour: { status: 500 } },
    "500 after the work": { misbehaviour: { status: 500, afterWork: true } },
    "429": { misbehaviour: { status: 429, retryAfter: "5" } },
    "401": { misbehaviour: { status: 401 } },
    "killed before": { kill: "before" },
    "killed after": { kill: "after" },
};

/** What lasts costs time, and is the same with all services. */
const lasting: Readonly<Record<string, Fault>> = {
    "503 for ever after the work": { misbehaviour: { status: 503, afterWork: true } },
};

const services: Readonly<Record<string, SimulatorOptions>> = {
    "recognising every repeated request": {
        uncertain: { idempotentOperations: "everyWrite", repeatedRequestId: "replay" },
    },
    "refusing a second checkout": {
        uncertain: { repeatedRequestId: "ignore", repeatedCheckout: "400-800065" },
    },
    "slow to provision, answering changes with 202": {
        uncertain: { repeatedRequestId: "ignore", subscriptionChange: "202" },
        pendingOrderReads: 2,
    },
    "listing orders late": {
        uncertain: { repeatedRequestId: "ignore", ordersListedAfterMs: 15 * 60_000 },
    },
};

/** The ways in which a service may make transitions. */
const transitioning: Readonly<Record<string, SimulatorOptions>> = {
    "making transitions at once, and recognising no repeated request": {
        uncertain: { repeatedRequestId: "ignore", ineligibleTransition: "403-800020" },
    },
    "making another subscription of it in a while, the former one being gone": {
        uncertain: {
            repeatedRequestId: "ignore",
            transitionedSubscription: "another",
            cancelledSubscription: "404",
            transitionHistory: "transition",
            noTransitions: "404-800076",
        },
        pendingTransitionReads: 1,
    },
};

type Step = "order" | "change" | "transition";

/** An order, and then a change of each sort, with all their requests. */
const wishes = (customerId: string) => ({
    order: licences(customerId, { autoRenewEnabled: false }),
    change: licences(customerId, { autoRenewEnabled: false, quantity: 7, friendlyName: "post" }),
    transition: licences(customerId, {
        autoRenewEnabled: false,
        quantity: 7,
        productId: "CFQ7TTC0LF8S",
    }),
});

async function requestsOf(options: SimulatorOptions, step: Step) {
    return await inShop(options, async (shop) => {
        const stack: Stack = {};
        const wanted = wishes(shop.customerId);
        if (step !== "order") await up(shop, stack, wanted.order);
        shop.simulator.forgetRequests();
        await up(shop, stack, wanted[step]);
        return shop.simulator.requests.map(({ method, path }) => ({ method, path }));
    });
}

async function inShop<Result>(
    options: SimulatorOptions,
    work: (shop: Shop) => Promise<Result>,
): Promise<Result> {
    const shop = await openShop(options);
    try {
        return await work(shop);
    } finally {
        await shop.simulator.close();
    }
}

for (const [service, options] of Object.entries(services)) {
    describe(`with a service ${service}`, () => {
        for (const step of ["order", "change"] as const) {
            const isLate = options === services["listing orders late"];
            survivesAll(options, step, isLate ? { ...faults, ...lasting } : faults);
        }
    });
}

for (const [service, options] of Object.entries(transitioning)) {
    describe(`with a service ${service}`, () => survivesAll(options, "transition", faults));
}

function survivesAll(
    options: SimulatorOptions,
    step: Step,
    all: Readonly<Record<string, Fault>>,
): void {
    for (const [name, fault] of Object.entries(all)) {
        it(`${step}: ${name}, on each of its requests, then again: bought once, and as declared`, async () => {
            const requests = await requestsOf(options, step);
            assert.ok(requests.length >= 2);
            for (const [index, { method, path }] of requests.entries()) {
                const where = `${name} on ${index + 1}: ${method} ${path}`;
                await inShop(options, (shop) => survive(shop, step, fault, index + 1, where));
            }
        });
    }
}

it("a cart that is not kept is bought twice: what is proven here can fail", async () => {
    const options = services["listing orders late"];
    assert.ok(options);
    await inShop(options, async (shop) => {
        const stack: Stack = {};
        const { order } = wishes(shop.customerId);
        const checkout = (await requestsOf(options, "order")).findIndex(({ path }) =>
            path.endsWith("/checkout"),
        );
        await assert.rejects(up(shop, stack, order, { nth: checkout + 1, when: "after" }), Killed);
        delete stack.cart;
        await up(shop, stack, order);
        assert.equal(ordersOf(shop), 2);
    });
});

async function survive(
    shop: Shop,
    step: Step,
    fault: Fault,
    nth: number,
    where: string,
): Promise<void> {
    const { simulator, customerId } = shop;
    const stack: Stack = {};
    const wanted = wishes(customerId);
    if (step !== "order") await up(shop, stack, wanted.order);
    const times = where.includes("for ever") ? 1_000 : 1;
    if ("misbehaviour" in fault) {
        simulator.misbehave({ on: { path: "^/v1/", nth }, times, ...fault.misbehaviour });
    }
    const kill = "kill" in fault ? { nth, when: fault.kill } : undefined;
    await up(shop, stack, wanted[step], kill).catch(() => {});
    assert.ok(ordersOf(shop) <= 1, `${where}: ${ordersOf(shop)} orders`);
    simulator.forgetMisbehaviours();
    await untilDone(shop, stack, wanted[step], where);
    assert.equal(ordersOf(shop), 1, where);
    await refresh(shop, stack);
    const { subscription } = stack;
    const all = simulator.customers[0]?.subscriptions ?? [];
    const [held, ...others] = all.filter(({ status }) => status !== "deleted");
    assert.deepEqual(others, [], `${where}: nothing is split or doubled`);
    const transitions = all.flatMap(({ transitions = [] }) => transitions);
    assert.equal(transitions.length, step === "transition" ? 1 : 0, where);
    assert.equal(subscription?.subscriptionId, held?.id, where);
    assert.deepEqual(
        [subscription?.quantity, subscription?.friendlyName, subscription?.autoRenewEnabled],
        [held?.purchase?.quantity, held?.friendlyName, held?.purchase?.autoRenewEnabled],
    );
    const { quantity, friendlyName, autoRenewEnabled } = wanted[step];
    assert.deepEqual(
        [held?.purchase?.quantity, held?.friendlyName, held?.purchase?.autoRenewEnabled],
        [quantity, friendlyName, autoRenewEnabled],
        where,
    );
    const { productId = "-" } = wanted[step];
    assert.ok(held?.purchase?.catalogItemId.startsWith(productId), where);
    assert.equal(subscription?.productId, productId, where);
}

/** Nothing goes wrong any more: whoever has nothing to do but start again does so, some times. */
async function untilDone(
    shop: Shop,
    stack: Stack,
    inputs: ReturnType<typeof licences>,
    where: string,
): Promise<void> {
    const complaints: string[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
        try {
            return await up(shop, stack, inputs);
        } catch (error) {
            complaints.push(String((error as Error).message));
        }
    }
    assert.fail(`${where}: it does not come to an end:\n${complaints.join("\n")}`);
}
