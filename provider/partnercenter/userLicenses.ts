import type { Operation } from "./connection";
import { customerPath } from "./paths";
import type { Open } from "./types";
import { userPath } from "./users";

/** @see https://learn.microsoft.com/partner-center/developer/license-resources */
export interface ServicePlanResource extends Open {
    id?: string;
    displayName?: string;
    serviceName?: string;
    /** `Assigned`, and whatever else the service may answer. */
    capabilityStatus?: string;
    /** `User`, or `Tenant` for a plan that no user is licensed for. */
    targetType?: string;
}

export interface ProductSkuResource extends Open {
    id?: string;
    name?: string;
    skuPartNumber?: string;
}

/** A product that a user may use. */
export interface LicenseResource extends Open {
    productSku?: ProductSkuResource;
    servicePlans?: ServicePlanResource[];
}

/** A product that a customer has licences of. */
export interface SubscribedSkuResource extends Open {
    productSku?: ProductSkuResource;
    servicePlans?: ServicePlanResource[];
    availableUnits?: number;
    totalUnits?: number;
}

/** A change of a user's licences; those that it does not name stay as they are. */
export interface LicenseUpdate {
    licensesToAssign?: readonly { skuId: string; excludedPlans: readonly string[] }[];
    licensesToRemove?: readonly string[];
}

/** Unless asked for both groups, the service leaves the licences of Minecraft out. */
const ofBothGroups = "licenseGroupIds=Group1&licenseGroupIds=Group2";

/** The calls about what users of customers are licensed for. They are for an application with a user. */
export class UserLicenses {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-licenses-assigned-to-a-user-by-license-group */
    async list(customerId: string, userId: string): Promise<LicenseResource[]> {
        return await this.#operation.list<LicenseResource>({
            name: "getUserLicenses",
            operation: `list the licences of the user ${userId} of the customer ${customerId}`,
            method: "GET",
            path: `${userPath(customerId, userId)}/licenses?${ofBothGroups}`,
        });
    }

    /**
     * The products that the customer has licences of.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-available-licenses-by-license-group
     */
    async subscribedSkus(customerId: string): Promise<SubscribedSkuResource[]> {
        return await this.#operation.list<SubscribedSkuResource>({
            name: "getSubscribedSkus",
            operation: `list what the customer ${customerId} has licences of`,
            method: "GET",
            path: `${customerPath(customerId)}/subscribedskus?${ofBothGroups}`,
        });
    }

    /**
     * Changes the licences of one user one after the other: nothing says what the directory makes of two
     * changes at once.
     *
     * @see https://learn.microsoft.com/partner-center/developer/assign-licenses-to-a-user
     */
    async update(customerId: string, userId: string, update: LicenseUpdate): Promise<void> {
        const path = `${userPath(customerId, userId)}/licenseupdates`;
        await this.#operation.connection.turns.take(path.toLowerCase(), () =>
            this.#operation.call({
                name: "updateUserLicenses",
                operation: `change the licences of the user ${userId} of the customer ${customerId}`,
                method: "POST",
                path,
                body: { ...update, attributes: { objectType: "LicenseUpdate" } },
            }),
        );
    }
}
