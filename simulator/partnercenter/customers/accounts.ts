import { Hono } from "hono";
import type { CustomerRecord, Vetting } from "../../records/customers";
import type { Env, NewVetting, Service } from "../../service";
import { requireUser } from "../http/authorisation";
import { invalidInput, ServiceFailure } from "../http/errors";
import { queryOf } from "../http/query";
import { getCustomer } from "./access";

/** `/v1/customers/{id}/validationStatus` (docs: retrieve-validation-status). */
export function accountRoutes(service: Service): Hono<Env> {
    const { uncertain } = service.settings;
    return new Hono<Env>().get("/customers/:id/validationstatus", (c) => {
        requireUser(c);
        if (queryOf(c, "type")?.toLowerCase() !== "account") {
            throw invalidInput("type", "only account can be asked for");
        }
        const { status, updatedAt } = nextVetting(service, getCustomer(service, c.req.param("id")));
        if (status === "NotVetted" && uncertain.accountNotVetted === "404-600074") {
            throw new ServiceFailure(404, 600074, "There is no account status.");
        }
        return c.json({
            type: "account",
            status: status === "NotVetted" ? uncertain.accountNotReady : status,
            lastUpdateDateTime: updatedAt,
        });
    });
}

export function newVetting(vetting: NewVetting, now: number): Vetting {
    return { ...vetting, updatedAt: new Date(now).toISOString() };
}

/** The vetting as this read finds it: an account that was read often enough is allowed. */
function nextVetting({ settings, store }: Service, customer: CustomerRecord): Vetting {
    const { vetting = newVetting({ status: "Allowed" }, Date.parse(customer.createdAt)) } =
        customer;
    if (vetting.reads === undefined) return vetting;
    const next =
        vetting.reads > 0
            ? { ...vetting, reads: vetting.reads - 1 }
            : newVetting({ status: "Allowed" }, settings.now());
    store.putCustomer({ ...customer, vetting: next });
    return next;
}
