import type { Foresight, ForesightContext } from "../../lifecycle/lifecycle";
import type { CustomerInputs } from "../shapes";
import { membersOf } from "./members";
import { onlineFindings } from "./online/online";

/** Asks the service about a customer who does not exist yet, and makes nothing. */
export async function foreseeCreation(
    inputs: CustomerInputs,
    { isUnknown, cloud, inquiry }: ForesightContext,
): Promise<Foresight> {
    return {
        ...(await onlineFindings(membersOf(inputs, isUnknown), cloud, inquiry)),
        notes: [],
    };
}
