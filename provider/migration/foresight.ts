import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { canonicalJson } from "../lifecycle/requestId";
import { askWhether } from "./eligibility";
import { heldMigration, otherTerms } from "./migrate";
import type { MigrationInputs, MigrationState } from "./shapes";
import { heldPlan, toRequest } from "./wire";

/**
 * What a migration would buy, and what Partner Center would refuse of it.
 *
 * @param inputs With the migration that the state holds, which may have been taken back.
 */
export async function foreseeMigration(
    inputs: MigrationInputs & Partial<Pick<MigrationState, "migrationId">>,
    { isComplete, inquiry }: ForesightContext,
): Promise<Foresight> {
    if (!isComplete) {
        return foresightOf();
    }
    const { customerId, currentSubscriptionId: id } = inputs;
    const found = await inquiry.ask(
        "whether a subscription can be migrated",
        `${customerId} ${canonicalJson(toRequest(inputs))}`.toLowerCase(),
        async (client): Promise<Foresight> => {
            const held = await heldMigration(inputs, client);
            if (held === undefined) {
                const { reasons, becomes } = await askWhether(inputs, client);
                return reasons.length > 0
                    ? foresightOf({ problems: reasons })
                    : foresightOf({ notes: [`${becomes}. No call takes that back.`] });
            }
            const others = otherTerms(inputs, heldPlan(held, held.addOnMigrations));
            return others === undefined
                ? foresightOf({
                      notes: [
                          `The subscription ${id} has a migration already (${held.id}, ${held.status}): nothing will be sent.`,
                      ],
                  })
                : foresightOf({ problems: [others] });
        },
    );
    return found ?? foresightOf();
}
