import type { SimulatorOptions } from "../../simulator";
import type { Misbehaviour } from "../../simulator/misbehaviour";
import { type KillPoint, openShop, type Shop } from "../provider/subscription/shop";

export type Fault = { misbehaviour: Misbehaviour } | { kill: KillPoint["when"] };

export const faults: Readonly<Record<string, Fault>> = {
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
export const lasting: Readonly<Record<string, Fault>> = {
    "503 for ever after the work": { misbehaviour: { status: 503, afterWork: true } },
};

/** Work in a shop that is closed afterwards. */
export async function inShop<Result>(
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
