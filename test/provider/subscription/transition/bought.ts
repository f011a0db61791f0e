import assert from "node:assert/strict";
import { subscriptionLifecycle } from "../../../../provider/subscription/lifecycle";
import type { SubscriptionInputs } from "../../../../provider/subscription/shapes";
import type { SimulatorOptions } from "../../../../simulator";
import { licences, previewOf, type Shop, type Stack, shopFor, up } from "../shop";

export const e5 = { productId: "CFQ7TTC0LF8S", skuId: "0001" } as const;
export const e5Item = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5";

interface Begun {
    shop: Shop;
    stack: Stack;
    /** The arguments with another offer. */
    news: SubscriptionInputs;
}

/** Five licences of Business Basic, bought, and about to be declared as E5. */
export async function bought(
    t: Parameters<typeof shopFor>[0],
    options: SimulatorOptions = {},
    change: Partial<SubscriptionInputs> = {},
    first: Partial<SubscriptionInputs> = {},
): Promise<Begun> {
    const shop = await shopFor(t, options);
    const stack: Stack = {};
    await up(shop, stack, licences(shop.customerId, first));
    shop.simulator.forgetRequests();
    return { shop, stack, news: licences(shop.customerId, { ...first, ...e5, ...change }) };
}

export function subscriptionsOf({ simulator }: Shop) {
    return simulator.customers[0]?.subscriptions ?? [];
}

export function writesOf({ simulator }: Shop): { line: string; body: unknown }[] {
    return simulator.requests
        .filter(({ method }) => method !== "GET")
        .map(({ method, path, body }) => ({
            line: `${method} ${path
                .split("/")
                .at(-1)
                ?.replace(/^[0-9a-f-]{36}$/, "ID")}`,
            body,
        }));
}

export const linesOf = (shop: Shop) => writesOf(shop).map(({ line }) => line);

export async function foreseen(
    shop: Shop,
    { id = "", subscription }: Stack,
    news: SubscriptionInputs,
) {
    assert.ok(subscription);
    shop.simulator.forgetRequests();
    const foresight = await subscriptionLifecycle.foreseeChange?.(
        id,
        subscription,
        news,
        previewOf(shop),
    );
    assert.ok(foresight);
    assert.deepEqual(linesOf(shop), [], "a preview only reads");
    return foresight;
}
