import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { CustomerDeviceBatchArgs } from "./args";
import type { DeviceState } from "./shapes";

const typeToken = typeTokenOf("CustomerDeviceBatch");

/**
 * Devices of a customer that are registered for Windows Autopilot, and the configuration policies that
 * they have: what a delivery of new devices does when each is switched on first.
 *
 * The service works on it for a while, which a run waits for (`retryBudgetSeconds`); devices that could
 * not be registered are named, with the reason. Devices that are in the batch already count as
 * registered, and those that others add are left alone. A device that somebody deletes is registered
 * again. When the resource goes, its devices are deleted; the batch stays, since no call deletes one.
 *
 * Needs sign-in as application and user. Only Partner Center of Microsoft's public cloud has it.
 *
 * @example
 * ```typescript
 * const desk = new partnercenter.CustomerConfigurationPolicy("desk", {
 *     customerId: contoso.tenantId,
 *     name: "Front desk",
 *     policySettings: ["skip_eula"],
 * });
 * new partnercenter.CustomerDeviceBatch("november", {
 *     customerId: contoso.tenantId,
 *     batchId: "Delivery 2026-11",
 *     policyId: desk.policyId,
 *     devices: [
 *         { productKey: "00329-00000-0003-AA606" },
 *         { serialNumber: "R9-ZNP67", oemManufacturerName: "Contoso", modelName: "Notebook 14" },
 *     ],
 * });
 * ```
 *
 * ### Import
 *
 * A batch that the customer has needs no import: declare its devices, and they are taken over.
 *
 * @see https://learn.microsoft.com/partner-center/developer/device-deployment-resources#devicebatch
 */
export class CustomerDeviceBatch extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a batch with all its devices, without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<batchId>`.
     * @example
     * ```typescript
     * const batch = partnercenter.CustomerDeviceBatch.get(
     *     "november",
     *     pulumi.interpolate`${contoso.tenantId}/Delivery 2026-11`,
     * );
     * export const serialNumbers = batch.devices.apply((devices) => devices.map((one) => one.serialNumber));
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerDeviceBatch {
        return new CustomerDeviceBatch(name, {} as CustomerDeviceBatchArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerDeviceBatch`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerDeviceBatch {
        return isOfKind("CustomerDeviceBatch", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    declare readonly batchId: pulumi.Output<string>;

    /** The devices that are registered; of each hardware hash a digest (SHA-256, base64url). */
    declare readonly devices: pulumi.Output<DeviceState[]>;

    /**
     * A batch that is replaced is deleted first: a device is registered once only.
     *
     * @param name Name of the resource in the program.
     * @param args See `CustomerDeviceBatchArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerDeviceBatchArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = ["customerId", "batchId", "devices"];
        const stacks = pausePromiseStacks();
        try {
            super(typeToken, name, registration("CustomerDeviceBatch", { ...args }, outputs), {
                deleteBeforeReplace: true,
                ...opts,
            });
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
