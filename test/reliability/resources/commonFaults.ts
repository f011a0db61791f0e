import { type Fault, faults } from "../faults/faults";

/**
 * What can happen to any request: that after which it is not known what was done, and that which ends
 * an operation. The whole list of what networks do is proven on customers.
 */
export const commonFaults: readonly Fault[] = [
    "connection cut before the work",
    "connection cut after the work",
    "429 without Retry-After",
    "500",
    "504 after the work",
    "success with an empty body",
    "401 for ever",
    "403",
    "400 with code 27002",
    "503 for ever",
    "404",
    "403 with code 20002",
    "process killed before the request",
    "process killed after the work",
].map(faultCalled);

/** After these it is not known whether the work was done. */
export const lostAnswers: readonly Fault[] = [
    "connection cut after the work",
    "process killed after the work",
].map(faultCalled);

export function faultCalled(name: string): Fault {
    const fault = faults.find((one) => one.name === name);
    if (fault === undefined) throw new Error(`There is no fault ${name}.`);
    return fault;
}
