import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { bind } from "../http/bind";
import { invalidInput, ServiceFailure } from "../http/errors";
import { outdatedEtag } from "../http/etag";
import { readJson } from "../http/requestBody";
import { getCustomer } from "./access";
import { keptBillingProfile, newEtag } from "./newCustomer";
import { type BillingProfile, billingProfileShape } from "./shapes";
import { checkBillingProfile } from "./validation";
import { billingProfileWire } from "./wire";

/** `/v1/customers/{id}/profiles/billing`. */
export function billingProfileRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    return new Hono<Env>()
        .get("/customers/:id/profiles/billing", (c) =>
            c.json(billingProfileWire(getCustomer(service, c.req.param("id")), uncertain)),
        )
        .put("/customers/:id/profiles/billing", async (c) => {
            checkRole(c, uncertain);
            const given = bind(billingProfileShape, await readJson(c));
            const customer = getCustomer(service, c.req.param("id"));
            checkEtag(customer, c.req.header("if-match"), given.attributes?.etag, uncertain);
            const profile = allowedChange(customer.billing, given, uncertain);
            checkBillingProfile(profile, settings);
            const billing = keptBillingProfile(profile, customer.billing.id ?? "");
            const updated = { ...customer, billing, etag: newEtag() };
            store.putCustomer(updated);
            return c.json(billingProfileWire(updated, uncertain));
        });
}

function checkRole(c: Context<Env>, { appOnlyBillingUpdate }: Uncertain): void {
    if (appOnlyBillingUpdate === "accepted" || c.get("token").kind === "appAndUser") return;
    throw new ServiceFailure(
        403,
        900150,
        "The supplied role does not have the rights to perform this operation.",
    );
}

// docs: test-and-debug puts the etag in double quotes; * stands for whatever is there (RFC 9110).
function checkEtag(
    { etag }: CustomerRecord,
    ifMatch: string | undefined,
    inBody: string | undefined,
    uncertain: Uncertain,
): void {
    const matchesHeader =
        ifMatch === undefined
            ? uncertain.ifMatch === "optional"
            : ifMatch === "*" || ifMatch === `"${etag}"`;
    if (matchesHeader && (inBody === undefined || inBody === etag)) return;
    throw outdatedEtag(uncertain);
}

/** What the update may change: whether country and culture can is not documented. */
function allowedChange(
    held: BillingProfile,
    given: BillingProfile,
    { changedCountry, changedCulture }: Uncertain,
): BillingProfile {
    const { country = "" } = held.defaultAddress ?? {};
    const { culture = "" } = held;
    return {
        ...given,
        culture: allowedValue("culture", culture, given.culture, changedCulture),
        defaultAddress: {
            ...given.defaultAddress,
            country: allowedValue(
                "country",
                country,
                given.defaultAddress?.country,
                changedCountry,
            ),
        },
    };
}

function allowedValue(
    name: string,
    held: string,
    given: string | undefined,
    behaviour: "accepted" | "refused" | "ignored",
): string {
    const isSame = given?.toLowerCase() === held.toLowerCase();
    if (isSame || behaviour === "accepted") return given ?? "";
    if (behaviour === "ignored") return held;
    throw invalidInput(name, `it cannot be changed from ${held} to ${given}`);
}
