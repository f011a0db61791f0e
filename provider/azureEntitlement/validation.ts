import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { sameName } from "../validation/sameName";
import { guid, required, shapeProblems } from "../validation/shape";
import { type AzureEntitlementInputs, deletionPolicies } from "./shapes";

const azureEntitlement = v.strictObject({
    customerId: guid,
    subscriptionId: guid,
    entitlementId: guid,
    cancellationReason: v.optional(required),
    deletionPolicy: v.picklist(deletionPolicies),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(
    olds: AzureEntitlementInputs | undefined,
    news: AzureEntitlementInputs,
    context: CheckContext,
): string[] {
    const lacksReason = news.deletionPolicy === "cancel" && news.cancellationReason === undefined;
    return [
        ...shapeProblems("AzureEntitlement", azureEntitlement, news, context),
        ...(lacksReason
            ? [
                  'cancellationReason: deletionPolicy "cancel" needs it: what Microsoft is told. The service documents "compromise" alone.',
              ]
            : []),
        ...(olds === undefined ? [] : forbiddenChanges(olds, news, context)),
    ];
}

/** The ids by which an Azure subscription is another one. */
export function identityChanges(
    olds: AzureEntitlementInputs,
    news: AzureEntitlementInputs,
): ("customerId" | "subscriptionId" | "entitlementId")[] {
    return (["customerId", "subscriptionId", "entitlementId"] as const).filter(
        (member) => !sameName(olds[member], news[member]),
    );
}

function forbiddenChanges(
    olds: AzureEntitlementInputs,
    news: AzureEntitlementInputs,
    { isUnknown }: CheckContext,
): string[] {
    const changed = identityChanges(olds, news).filter((member) => !isUnknown(news[member]));
    return changed.length === 0 || olds.deletionPolicy !== "prevent"
        ? []
        : [
              `${changed.join(", ")}: this is another Azure subscription than ${olds.entitlementId}, whose deletionPolicy "prevent" does not let it go. Set it back, or declare the other one as a resource of its own. ${waysToRemove}`,
          ];
}

/** What a protected Azure subscription's owner can do. */
export const waysToRemove =
    'Deploy one of these first: deletionPolicy "retain" (forget it here; it goes on, and is paid for) or "cancel" with a cancellationReason (it ends with all that runs in it; the Azure portal alone can reactivate it).';
