import type { Foresight, ForesightContext } from "../../lifecycle";
import type { CustomerInputs } from "../shapes";
import { aboutCustomer } from "./about";
import { membersOf } from "./members";
import { onlineFindings } from "./online/online";

/** Asks the service about a customer who does not exist yet, and makes nothing. */
export async function foreseeCreation(
    inputs: CustomerInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const { isUnknown, cloud, inquiry, onlineValidation } = context;
    const found = await onlineFindings(membersOf(inputs, isUnknown), cloud, inquiry);
    const isStrict = onlineValidation === "error";
    const doubts = isStrict ? found.warnings : [...found.problems, ...found.warnings];
    return {
        problems: isStrict ? found.problems : [],
        warnings: [...aboutCustomer(inputs, context, doubts), ...inquiry.takeWarnings()],
        notes: [],
    };
}
