import type { PartnerCenter } from "../partnercenter/client";
import { explain } from "../partnercenter/errorCatalogue";
import { ApiError, unlessGone } from "../partnercenter/errors";
import type { EligibilityResource } from "../partnercenter/migrations";
import type { MigrationPlan } from "./shapes";
import { toRequest } from "./wire";

/** What Partner Center says of a migration before it is asked for. */
export interface Eligibility {
    /** Why it would be refused, a sentence each. */
    reasons: string[];
    /** What is migrated, and what it becomes. */
    becomes: string;
}

/** Asks whether a subscription can be migrated as it is planned. Nothing is changed. */
export async function askWhether(plan: MigrationPlan, client: PartnerCenter): Promise<Eligibility> {
    const { customerId, currentSubscriptionId: id } = plan;
    const old = await unlessGone(client.subscriptions.get(customerId, id));
    if (old === undefined) {
        const reason = `Partner Center shows no subscription ${id} of the customer ${customerId}.`;
        return { reasons: [`currentSubscriptionId: ${reason} Check both ids.`], becomes: "" };
    }
    const verdict = await client.migrations.validate(customerId, toRequest(plan)).catch(asVerdict);
    const { quantity, termDuration, billingCycle, purchaseFullTerm } = plan;
    const words = [
        `quantity ${quantity ?? old.quantity ?? "as now"}`,
        `term ${termDuration ?? verdict.termDuration ?? "as now"}`,
        `billed ${billingCycle ?? (verdict.billingCycle ?? old.billingCycle ?? "as now").toLowerCase()}`,
        purchaseFullTerm === true ? "a new term" : "the rest of the term",
    ];
    return {
        reasons: reasonsOf(verdict),
        becomes: `"${old.offerName}" (${id}) becomes ${verdict.catalogItemId ?? "its counterpart in new commerce"}: ${words.join(", ")}, at the price of the partner's price list`,
    };
}

/** Some reasons may be refusals of the question itself: their codes are those of migrations. */
function asVerdict(error: unknown): EligibilityResource {
    if (error instanceof ApiError && /^9002\d\d$/.test(error.code ?? "")) {
        const { code = "", description = error.message } = error;
        return { isEligible: false, errors: [{ code, description }] };
    }
    throw error;
}

function reasonsOf(verdict: EligibilityResource): string[] {
    return [verdict, ...(verdict.addOnMigrations ?? [])]
        .filter(({ isEligible }) => isEligible === false)
        .flatMap(({ errors, currentSubscriptionId: id }) =>
            errors?.length ? errors : [{ description: `${id} cannot be migrated`, code: "none" }],
        )
        .map(({ code, description = "no reason was given" }) => {
            const { remedy } = explain({ status: 400, code: code?.toString() }) ?? {};
            const advice = remedy === undefined ? "" : ` ${remedy}`;
            return `currentSubscriptionId: ${description.replace(/\.$/, "")} (code ${code}).${advice}`;
        });
}
