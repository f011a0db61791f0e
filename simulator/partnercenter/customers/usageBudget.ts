import { Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Env, Service } from "../../service";
import { bind } from "../http/bind";
import { failureOf, invalidInput } from "../http/errors";
import { readJson } from "../http/requestBody";
import { link } from "../http/wire";
import { getCustomer } from "./access";

/** `/v1/customers/{id}/usagebudget` (docs: update-a-customer-s-usage-spending-budget). */
export function usageBudgetRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;

    function withAmount(customer: CustomerRecord, amount: number | undefined): CustomerRecord {
        if (amount !== undefined) return { ...customer, usageBudget: amount };
        if (uncertain.clearedUsageBudget === "ignored") return customer;
        if (uncertain.clearedUsageBudget !== "cleared") {
            throw failureOf(uncertain.clearedUsageBudget, "An amount is expected.");
        }
        return { ...customer, usageBudget: undefined };
    }

    function wire({ id, usageBudget }: CustomerRecord): Record<string, unknown> {
        const isShown = usageBudget !== undefined || uncertain.noUsageBudget !== "absent";
        const amount = usageBudget ?? null;
        return {
            ...(isShown && { amount, usageSpendingBudget: amount }),
            links: { self: link(`/v1/customers/${id}/usagebudget`) },
            attributes: { objectType: "SpendingBudget" },
        };
    }

    return new Hono<Env>()
        .get("/customers/:id/usagebudget", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const { noUsageBudget } = uncertain;
            if (customer.usageBudget === undefined && noUsageBudget === "404-1000") {
                throw failureOf(noUsageBudget, "The customer has no budget.");
            }
            return c.json(wire(customer));
        })
        .patch("/customers/:id/usagebudget", async (c) => {
            const { amount } = bind({ amount: "number" }, await readJson(c));
            const customer = getCustomer(service, c.req.param("id"));
            if (amount !== undefined && amount < 0) {
                throw invalidInput("amount", "it is negative");
            }
            const changed = withAmount(customer, amount);
            store.putCustomer(changed);
            return c.json(wire(changed));
        });
}
