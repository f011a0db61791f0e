import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { denial, isOpen, named } from "./request";
import type { QualificationInputs } from "./shapes";

/** Whether anything is left to ask for, and what stands in its way. */
export async function foreseeRequest(
    inputs: QualificationInputs,
    { isUnknown, inquiry, client }: ForesightContext,
): Promise<Foresight> {
    const { customerId } = inputs;
    const held = isUnknown(customerId)
        ? []
        : await inquiry.ask("what a customer is qualified for", customerId, (asking) =>
              asking.qualifications.list(customerId),
          );
    const present = held && named(inputs, held);
    if (isOpen(present)) {
        const { qualification, vettingStatus = "it has no status" } = present;
        return foresightOf({
            notes: [
                `Customer ${customerId} has the qualification ${qualification} already (${vettingStatus}): nothing will be asked for.`,
            ],
        });
    }
    const obstacle = client().obstacleTo("requestQualification");
    return foresightOf(
        present === undefined ? {} : { warnings: [`qualification: ${denial(present)}`] },
        obstacle === undefined ? {} : { problems: [`CustomerQualification: ${obstacle}`] },
    );
}
