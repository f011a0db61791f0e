import { compositeId } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import type { Tell } from "../lifecycle/lifecycle";
import { type Pace, waitFor } from "../lifecycle/waiting";
import type { PartnerCenter } from "../partnercenter/client";
import {
    isMissingMigration,
    isRefusal,
    messageOf,
    PartnerCenterError,
    unlessGone,
} from "../partnercenter/errors";
import type { MigrationResource } from "../partnercenter/migrations";
import { sameName } from "../validation/sameName";
import { type HeldPlan, planDifferences } from "./differences";
import { withKnown } from "./known";
import type { MigrationInputs, MigrationPlan, MigrationState } from "./shapes";
import { hasFailed, isCompleted } from "./status";
import { heldPlan, toRequest, toState } from "./wire";

/** Whose migration is meant, and which one, where that is known. */
type Migrating = Pick<MigrationState, "customerId" | "currentSubscriptionId"> &
    Partial<Pick<MigrationState, "migrationId">>;

/**
 * Migrates a subscription, once, and waits until that is done. The service is asked for migrations of
 * the subscription before anything is sent: a run that was cut short is taken up by the next one.
 *
 * @throws IncompleteResource as soon as the migration is known, and as long as it is not completed.
 */
export async function migrate(
    inputs: MigrationInputs,
    known: Partial<Pick<MigrationState, "migrationId">>,
    client: PartnerCenter,
    tell: Tell,
    pace?: Pace,
): Promise<MigrationState> {
    const held = await heldMigration({ ...inputs, ...known }, client);
    if (held !== undefined) {
        refuseOtherTerms(inputs, heldPlan(held, held.addOnMigrations));
    }
    return await untilCompleted(inputs, held ?? (await begin(inputs, client)), client, tell, pace);
}

/**
 * The migration of a subscription that counts: the one that has not failed, else the last one. One that
 * was taken back counts no more.
 */
export async function heldMigration(
    migrating: Migrating,
    client: PartnerCenter,
): Promise<MigrationResource | undefined> {
    const { customerId, currentSubscriptionId, migrationId } = migrating;
    const listed = await client.migrations.list(customerId, currentSubscriptionId);
    const found = await withKnown(listed, migrationId, (id) =>
        client.migrations.get(customerId, id),
    );
    const [last] = found.toSorted(
        (one, other) =>
            Number(hasFailed(one)) - Number(hasFailed(other)) ||
            (other.startedTime ?? "").localeCompare(one.startedTime ?? ""),
    );
    const isOver = last !== undefined && hasFailed(last) && (await isTakenBack(migrating, client));
    return isOver ? undefined : last;
}

/** A failed migration leaves the old subscription suspended as long as Microsoft still works on it. */
async function isTakenBack(
    { customerId, currentSubscriptionId }: Migrating,
    client: PartnerCenter,
): Promise<boolean> {
    const old = await unlessGone(client.subscriptions.get(customerId, currentSubscriptionId));
    return sameName(old?.status, "active");
}

/** Why what was migrated is not what is declared; it does not change, and is not migrated again. */
export function otherTerms(declared: MigrationPlan, held: HeldPlan): string | undefined {
    const others = planDifferences(declared, held);
    const values = others.map((name) => `${name} ${JSON.stringify(held[name])}`);
    return others.length === 0
        ? undefined
        : `${others.join(", ")}: the subscription ${declared.currentSubscriptionId} was migrated otherwise (${values.join(", ")}), and a migration does not change. Declare it as it was migrated; the new subscription changes as a Subscription with existingSubscriptionId.`;
}

export function refuseOtherTerms(declared: MigrationPlan, held: HeldPlan): void {
    const others = otherTerms(declared, held);
    if (others !== undefined) {
        throw new PartnerCenterError(others);
    }
}

async function begin(inputs: MigrationInputs, client: PartnerCenter): Promise<MigrationResource> {
    try {
        return await client.migrations.create(inputs.customerId, toRequest(inputs));
    } catch (error) {
        // An attempt whose answer was lost may be why the next one is refused.
        const begun = isRefusal(error)
            ? await heldMigration(inputs, client).catch(() => undefined)
            : undefined;
        if (begun === undefined || hasFailed(begun)) {
            throw error;
        }
        return begun;
    }
}

async function untilCompleted(
    inputs: MigrationInputs,
    begun: MigrationResource,
    client: PartnerCenter,
    tell: Tell,
    pace?: Pace,
): Promise<MigrationState> {
    const { customerId, currentSubscriptionId, timeoutMinutes } = inputs;
    const what = `The migration ${begun.id} of the subscription ${currentSubscriptionId}`;
    let last = begun;
    const incomplete = (reason: string) =>
        new IncompleteResource(idOf(inputs), toState(inputs, last), [`${what} ${reason}`]);
    const ask = async () => {
        last = await client.begin().migrations.get(customerId, begun.id).catch(asUnseen(begun));
        return last;
    };
    try {
        await waitFor({
            ask: isOver(begun) ? async () => begun : ask,
            isOver,
            inWords: ({ status }) =>
                `Waiting until the subscription ${currentSubscriptionId} is migrated: it is ${status}`,
            timeoutMinutes,
            tell,
            ...(pace && { pace }),
        });
    } catch (error) {
        throw incomplete(
            `has begun, and could not be followed; \`pulumi up\` goes on. ${messageOf(error)}`,
        );
    }
    if (isCompleted(last)) {
        return toState(inputs, last);
    }
    if (!hasFailed(last)) {
        throw incomplete(
            `is ${last.status} after ${timeoutMinutes} minutes (timeoutMinutes). It takes up to six hours, rarely three days; \`pulumi up\` goes on waiting.`,
        );
    }
    if (await isTakenBack(inputs, client.begin()).catch(() => false)) {
        throw new PartnerCenterError(
            `${what} has failed, and was taken back: the old subscription is active, and nothing was bought. ${howToLearnWhy} \`pulumi up\` migrates it anew.`,
        );
    }
    throw incomplete(
        `has failed, and the old subscription is still suspended: Microsoft completes the migration or takes it back within 72 hours, and service goes on until then. ${howToLearnWhy} \`pulumi up\` looks again.`,
    );
}

const howToLearnWhy = "getCustomerData with migrationEvents says more.";

function isOver(migration: MigrationResource): boolean {
    return isCompleted(migration) || hasFailed(migration);
}

/** What has begun a moment ago may not be shown yet. */
function asUnseen(begun: MigrationResource): (error: unknown) => MigrationResource {
    return (error) => {
        if (isMissingMigration(error)) {
            return begun;
        }
        throw error;
    };
}

/** A subscription is migrated once: the resource is named by it, through all attempts. */
export function idOf({ customerId, currentSubscriptionId }: Migrating): string {
    return compositeId(customerId, currentSubscriptionId);
}
