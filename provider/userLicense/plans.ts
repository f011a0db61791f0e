import type { LicenseResource, SubscribedSkuResource } from "../partnercenter/userLicenses";
import { sameName } from "../validation/sameName";

/** Whether two lists name the same service plans, in any order. */
export function samePlans(some: readonly string[], others: readonly string[]): boolean {
    return sorted(some) === sorted(others);
}

function sorted(plans: readonly string[]): string {
    return plans
        .map((plan) => plan.toLowerCase())
        .sort()
        .join();
}

/** Those of some service plans that a user with this licence may not use. */
export function notUsable(
    plans: readonly string[],
    { servicePlans = [] }: LicenseResource,
): string[] {
    // Of an excluded plan the service says nothing, or another status: only this one is documented.
    const usable = servicePlans.filter((plan) => sameName(plan.capabilityStatus, "Assigned"));
    return plans.filter((plan) => !usable.some(({ id }) => sameName(id, plan)));
}

/** The service plans of a product that are for users, and not for the whole tenant. */
export function plansForUsers({ servicePlans = [] }: SubscribedSkuResource): string[] {
    return servicePlans
        .filter(({ targetType }) => !sameName(targetType, "Tenant"))
        .flatMap(({ id }) => id ?? []);
}
