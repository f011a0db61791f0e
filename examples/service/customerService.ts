import { Hono } from "hono";
import type { CustomerArgs } from "pulumi-partnercenter";

/** How a customer stands. Holds no secret: passwords stay in the stack. */
export interface CustomerStatus {
    status: "working" | "ready" | "failed";
    tenantId?: string;
    /** Why it failed, in the provider's words. */
    reason?: string;
}

/** Where customers are kept: a stack each. */
export interface Stacks {
    /** Brings the customer to what is declared. What is wrong is thrown. */
    deploy(name: string, args: CustomerArgs): Promise<{ tenantId: string }>;
    /** The tenant of a customer that was deployed. */
    find(name: string): Promise<{ tenantId: string } | undefined>;
}

/**
 * Orders of customers over HTTP: `PUT /customers/{name}` with the arguments of a `Customer`, and
 * `GET /customers/{name}` to see what became of it.
 *
 * The same order twice is one customer: it is the same stack, and the same resource in it.
 */
export function customerService(stacks: Stacks): Hono {
    const orders = new Map<string, CustomerStatus>();

    /** After what is under way for the same customer: a stack takes one operation at a time. */
    const queues = new Map<string, Promise<void>>();

    function order(name: string, args: CustomerArgs): void {
        orders.set(name, { status: "working" });
        const work = async () => {
            try {
                orders.set(name, { status: "ready", ...(await stacks.deploy(name, args)) });
            } catch (error) {
                orders.set(name, { status: "failed", reason: (error as Error).message });
            }
        };
        queues.set(name, (queues.get(name) ?? Promise.resolve()).then(work));
    }

    return new Hono()
        .put("/customers/:name{[a-z0-9-]+}", async (c) => {
            const name = c.req.param("name");
            order(name, await c.req.json<CustomerArgs>());
            return c.json(orders.get(name), 202, { Location: `/customers/${name}` });
        })
        .get("/customers/:name{[a-z0-9-]+}", async (c) => {
            const name = c.req.param("name");
            const known = orders.get(name);
            if (known !== undefined) {
                return c.json(known);
            }
            // One that was ordered before this process was started.
            const found = await stacks.find(name);
            return found === undefined
                ? c.json({ reason: `There is no customer ${name}.` }, 404)
                : c.json({ status: "ready", ...found });
        });
}
