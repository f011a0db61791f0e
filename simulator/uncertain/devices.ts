/** What no source settles about devices, their batches and configuration policies. */
export const devices = {
    /** What creating a configuration policy gets whose name another one of the customer has. */
    policyNameTaken: ["accepted", "400-3000", "409-3000"],
    /** What deleting a configuration policy gets that is assigned to devices. */
    assignedPolicyDeleted: ["400-800002", "409-800002", "accepted"],
    /** What listing the devices of a batch gets that does not exist. */
    unknownDeviceBatch: ["404-1000", "emptyList"],
    /** What creating a batch of devices gets whose name another one of the customer has. */
    deviceBatchAgain: ["400-3000", "409-3000", "accepted"],
    /** Whether a batch stays when its last device is deleted: no call deletes one. */
    emptyDeviceBatch: ["kept", "gone"],
    /**
     * Where the address of accepted work on devices stands: in the header, as the samples show, or in
     * the body, as the service's reference says.
     */
    deviceJobAddress: ["header", "body"],
    /** The status of a job with a device that failed: the documentation's sample says "finished". */
    failedDeviceJob: ["finished", "finished_with_errors"],
    /** What a device gets that is uploaded again: error 806, or it is left as it is. */
    deviceUploadedAgain: ["806", "accepted"],
    /** Whether the policies of an upload are assigned. */
    uploadedPolicies: ["assigned", "ignored"],
    /** What an upload or update gets whose devices have an empty list of policies; users met a 500. */
    noDevicePolicies: ["500-800003", "accepted"],
    /** How listed devices name their policy: by its id, or by its name, as in recorded answers. */
    listedDevicePolicy: ["id", "name"],
    /** How a list of devices names its next page: by a link, or by a token in the body, as documented. */
    devicePaging: ["token", "link"],
} as const;
