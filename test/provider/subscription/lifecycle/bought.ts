import type { SubscriptionInputs } from "../../../../provider/subscription/shapes";
import { type Shop, type Stack, up } from "../shop";

export const day = 24 * 60 * 60 * 1000;

/** Writes that the simulator got, without those that read. */
export function writesOf({ simulator }: Shop): string[] {
    return simulator.requests
        .filter(({ method }) => method !== "GET")
        .map(
            ({ method, path }) =>
                `${method} ${path
                    .split("/")
                    .slice(4)
                    .join("/")
                    .replace(/[0-9a-f-]{36}/, "ID")}`,
        );
}

export function heldBy({ simulator }: Shop) {
    return simulator.customers[0]?.subscriptions[0];
}

export async function bought(shop: Shop, inputs: SubscriptionInputs): Promise<Stack> {
    const stack: Stack = {};
    await up(shop, stack, inputs);
    return stack;
}
