import type { PartnerCenter } from "../partnercenter/client";
import { explain } from "../partnercenter/errorCatalogue";
import { ApiError, unlessGone } from "../partnercenter/errors";
import type { EligibilityResource } from "../partnercenter/migrations";
import { billingCycleOf } from "../subscription/wire";
import type { MigrationPlan, MigrationTerms } from "./shapes";
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
    const what = inWords(plan, {
        quantity: old.quantity,
        termDuration: verdict.termDuration,
        billingCycle: billingCycleOf(verdict.billingCycle ?? old.billingCycle),
    });
    const addOns = (plan.addOnMigrations ?? []).map(
        (addOn) => `; with it the add-on ${addOn.currentSubscriptionId}: ${inWords(addOn)}`,
    );
    return {
        reasons: reasonsOf(verdict),
        becomes: `"${old.offerName}" (${id}) becomes ${verdict.catalogItemId ?? "its counterpart in new commerce"}: ${what}${addOns.join("")}, at the price of the partner's price list`,
    };
}

/** `quantity 5, term P1Y, billed monthly, the rest of the term`. */
function inWords(
    { quantity, termDuration, billingCycle, purchaseFullTerm }: MigrationTerms,
    now: { [Name in keyof MigrationTerms]?: MigrationTerms[Name] | undefined } = {},
): string {
    return [
        `quantity ${quantity ?? now.quantity ?? "as now"}`,
        `term ${termDuration ?? now.termDuration ?? "as now"}`,
        `billed ${billingCycle ?? now.billingCycle ?? "as now"}`,
        purchaseFullTerm === true ? "a new term" : "the rest of the term",
    ].join(", ");
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
