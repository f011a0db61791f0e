import type { Inquiry } from "../../../lifecycle/inquiry";
import { ApiError } from "../../../partnercenter/errors";
import type { ResellerResource } from "../../../partnercenter/types";
import { sameName } from "../../../validation/sameName";
import type { Findings } from "./findings";

const path = "associatedPartnerId";

/** The partner's resellers; `undefined` where they could not be asked for: only an application with a user may. */
export async function knownResellers(
    inquiry: Inquiry,
): Promise<ResellerResource[] | "no indirect provider" | undefined> {
    return await inquiry.ask("whether a reseller is known", "all", (client) =>
        client.getIndirectResellers().catch((error) => {
            if (error instanceof ApiError && error.code === "1002") {
                return "no indirect provider" as const;
            }
            throw error;
        }),
    );
}

/** Whether the partner has this reseller. */
export async function resellerFindings(id: string, inquiry: Inquiry): Promise<Findings> {
    const resellers = await knownResellers(inquiry);
    if (resellers === "no indirect provider") {
        return problem("this partner is no indirect provider, and has no resellers. Leave it out.");
    }
    const reseller = resellers?.find((known) => sameName(known.id, id));
    if (resellers !== undefined && reseller === undefined) {
        return problem(
            "is no reseller of this partner. Give the tenant id of a reseller who has accepted the partnership.",
        );
    }
    return { problems: [], warnings: stateDoubts(reseller) };
}

function problem(sentence: string): Findings {
    return { problems: [`${path}: ${sentence}`], warnings: [] };
}

function stateDoubts(reseller: ResellerResource | undefined): string[] {
    const { state = "Active" } = reseller ?? {};
    return state.toLowerCase() === "active"
        ? []
        : [`${path}: the partnership with this reseller is ${state}, not active.`];
}
