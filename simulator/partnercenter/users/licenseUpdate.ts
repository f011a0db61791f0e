import type { CustomerRecord } from "../../records/customers";
import type { UserLicense, UserRecord } from "../../records/users";
import type { Service } from "../../service";
import { type Bound, bind } from "../http/bind";
import { failureOf, invalidInput, ServiceFailure } from "../http/errors";
import { type DirectorySku, findDirectorySku, subscribedSkusOf } from "./directorySku";

const shape = {
    licensesToAssign: [{ skuId: "text", excludedPlans: ["text"] }],
    licensesToRemove: ["text"],
} as const;

/** docs: license-resources, LicenseUpdate. */
export type LicenseUpdate = Bound<typeof shape>;

/** @throws ServiceFailure 400 where nothing is asked for, or licences of two groups together. */
export function readLicenseUpdate(body: unknown): LicenseUpdate {
    const update = bind(shape, body);
    const { licensesToAssign = [], licensesToRemove = [] } = update;
    if (licensesToAssign.length + licensesToRemove.length === 0) {
        throw invalidInput("body", "there is no license to assign or to remove");
    }
    const groups = licensesToAssign.map(({ skuId = "" }) => findDirectorySku(skuId));
    if (new Set(groups.map((sku) => sku?.licenseGroupId)).size > 1) {
        throw invalidInput("licensesToAssign", "the licenses are of more than one license group");
    }
    return update;
}

/**
 * The licences of a user after a change (docs: assign-licenses-to-a-user): those that it does not name
 * stay as they are.
 *
 * @throws ServiceFailure where one of them cannot be assigned or taken.
 */
export function changedLicenses(
    service: Service,
    customer: CustomerRecord,
    user: UserRecord,
    { licensesToAssign = [], licensesToRemove = [] }: LicenseUpdate,
): UserLicense[] {
    const { uncertain } = service.settings;
    const removed = licensesToRemove.map((id) => id.toLowerCase());
    const held = user.licenses ?? [];
    const isUnknown = removed.some((id) => !held.some(({ skuId }) => skuId === id));
    if (isUnknown && uncertain.licenseTakenAgain !== "accepted") {
        throw failureOf(uncertain.licenseTakenAgain, "User does not have a corresponding license.");
    }
    const assigned = licensesToAssign.map((wanted) => assignment(service, customer, user, wanted));
    const named = [...removed, ...assigned.map(({ skuId }) => skuId)];
    return [...held.filter(({ skuId }) => !named.includes(skuId)), ...assigned];
}

function assignment(
    { settings: { uncertain } }: Service,
    customer: CustomerRecord,
    { licenses = [], usageLocation }: UserRecord,
    { skuId = "", excludedPlans: excluded = [] }: { skuId?: string; excludedPlans?: string[] },
): UserLicense {
    const subscribed = subscribedSkusOf(customer).find(({ sku }) => sku.id === skuId.toLowerCase());
    const held = licenses.find((one) => one.skuId === skuId.toLowerCase());
    const { totalUnits = 0, consumedUnits = 0 } = subscribed ?? {};
    if (subscribed === undefined || (held === undefined && consumedUnits >= totalUnits)) {
        throw noneLeft(customer, skuId);
    }
    if ((usageLocation ?? "") === "") {
        throw failureOf(
            uncertain.missingUsageLocation,
            "License assignment cannot be done for user with invalid usage location.",
        );
    }
    const excludedPlans = plansOf(subscribed.sku, excluded);
    const isSame = held && sorted(held.excludedPlans) === sorted(excludedPlans);
    if (isSame && uncertain.licenseAssignedAgain !== "accepted") {
        throw failureOf(uncertain.licenseAssignedAgain, "The user has the license already.");
    }
    return { skuId: subscribed.sku.id, excludedPlans };
}

/** As the page of assigning licences shows it. */
function noneLeft({ id }: CustomerRecord, skuId: string): ServiceFailure {
    return new ServiceFailure(
        400,
        60012,
        "We're sorry, it looks like you've run out of licenses. Buy more licenses, and then try again.",
        [
            `LicenseQuotaExceededException : Subscription with Account ${id} and SKU ${skuId} does not have any available licenses left.`,
        ],
    );
}

function plansOf({ id, servicePlans }: DirectorySku, excluded: readonly string[]): string[] {
    const plans = excluded.map((plan) => plan.toLowerCase());
    const unknown = plans.filter((plan) => !servicePlans.some((one) => one.id === plan));
    if (unknown.length === 0) return plans;
    throw invalidInput("excludedPlans", `${unknown.join(", ")} is no service plan of ${id}`);
}

function sorted(plans: readonly string[]): string {
    return plans.toSorted().join();
}
