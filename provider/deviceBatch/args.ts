import type { Input } from "@pulumi/pulumi";

/**
 * What a program says of a batch of devices. Devices come, go and change their policy in place; another
 * customer or another name is another batch.
 *
 * @see https://learn.microsoft.com/partner-center/developer/upload-a-list-of-devices-to-create-a-new-batch-for-the-specified-customer
 */
export interface CustomerDeviceBatchArgs {
    /** Tenant id of the customer, a GUID. */
    customerId: Input<string>;

    /** The batch's name, which the customer has once; without a slash. @example "Delivery 2026-11" */
    batchId: Input<string>;

    /**
     * Id of the `CustomerConfigurationPolicy` of every device that has none of its own. Without one,
     * what the customer gives its devices stays as it is.
     */
    policyId?: Input<string>;

    /** At least one. Others that somebody adds to the batch are left alone. */
    devices: Input<Input<CustomerDeviceArgs>[]>;
}

/**
 * A device, which is told from all others by `productKey`, by `hardwareHash`, or by `serialNumber`,
 * `oemManufacturerName` and `modelName` together; one of `serialNumber` and `productKey` is always
 * needed, because the service lists its devices by them.
 *
 * @see https://learn.microsoft.com/partner-center/developer/device-deployment-resources#devicebatchcreationrequest
 */
export interface CustomerDeviceArgs {
    /** As the manufacturer has written it on the device. @example "R9-ZNP67" */
    serialNumber?: Input<string>;

    /** The Windows product id (PKID), as on the box. @example "00329-00000-0003-AA606" */
    productKey?: Input<string>;

    /**
     * The device's 4K hardware hash. It counts when the device is registered, and takes 4,000
     * characters of the stack's state: afterwards it may be left out. Another one is another device.
     */
    hardwareHash?: Input<string>;

    /** @example "Contoso Computers" */
    oemManufacturerName?: Input<string>;

    /** @example "Notebook 14" */
    modelName?: Input<string>;

    /** Id of the `CustomerConfigurationPolicy` of this device, instead of the batch's. */
    policyId?: Input<string>;
}
