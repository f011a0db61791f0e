import { compositeId } from "../lifecycle/compositeId";
import { IncompleteResource } from "../lifecycle/incomplete";
import { presentMembers } from "../lifecycle/presentMembers";
import { withKnown } from "../migration/known";
import { heldMigration } from "../migration/migrate";
import type { PartnerCenter } from "../partnercenter/client";
import { isRefusal, messageOf, PartnerCenterError } from "../partnercenter/errors";
import type { ScheduleResource } from "../partnercenter/migrationSchedules";
import { sameName } from "../validation/sameName";
import type { ScheduleInputs, ScheduleState } from "./shapes";
import { counts, isCarriedOut } from "./status";
import { scheduleDifferences, toRequest, toState } from "./wire";

/** Whose schedules are meant, and which one, where that is known. */
type Scheduling = Pick<ScheduleState, "customerId" | "currentSubscriptionId"> &
    Partial<Pick<ScheduleState, "scheduleId">>;

/**
 * All schedules of a subscription; perhaps also those that are over. One that was carried out by a
 * migration which was taken back is none.
 */
export async function schedulesOf(
    { customerId, currentSubscriptionId, scheduleId }: Scheduling,
    client: PartnerCenter,
): Promise<ScheduleResource[]> {
    const listed = await client.migrationSchedules.list(customerId, currentSubscriptionId);
    const found = await withKnown(listed, scheduleId, (id) =>
        client.migrationSchedules.get(customerId, id),
    );
    const migrationId = found.find(isCarriedOut)?.newCommerceMigrationId;
    if (migrationId === undefined) {
        return found;
    }
    const held = await heldMigration({ customerId, currentSubscriptionId, migrationId }, client);
    return held === undefined ? found.filter((one) => !isCarriedOut(one)) : found;
}

/**
 * Brings about that a subscription has one schedule, as it is declared: the one that it has, changed
 * where it differs, else a new one. One that was carried out is left as it is.
 *
 * @throws IncompleteResource as soon as a schedule is known and anything after that failed.
 */
export async function settle(
    inputs: ScheduleInputs,
    known: Partial<Pick<ScheduleState, "scheduleId">>,
    client: PartnerCenter,
): Promise<ScheduleState> {
    const living = (await schedulesOf({ ...inputs, ...known }, client)).filter(counts);
    const done = living.find(isCarriedOut);
    if (done !== undefined) {
        const state = toState(inputs, done);
        refuseChange(inputs, state);
        return state;
    }
    const [held = await make(inputs, client), ...others] = living;
    try {
        // A lost attempt before the one that was answered may have made a schedule too.
        const found = living.length > 0 ? others : await schedulesOf(inputs, client);
        for (const other of found.filter(counts).filter(({ id }) => !sameName(id, held.id))) {
            await cancel(inputs, other, client);
        }
        return toState(inputs, await brought(inputs, held, client));
    } catch (error) {
        throw new IncompleteResource(idOf(inputs), toState(inputs, held), [
            `The migration of the subscription ${inputs.currentSubscriptionId} is scheduled (${held.id}), but perhaps not yet as it is declared; \`pulumi up\` completes it. ${messageOf(error)}`,
        ]);
    }
}

/** Why a schedule that was carried out cannot become what is declared, where that is something else. */
export function whyUnchanged(inputs: ScheduleInputs, held: ScheduleState): string | undefined {
    const others = scheduleDifferences(inputs, held);
    return others.length === 0
        ? undefined
        : `${others.join(", ")}: the subscription ${inputs.currentSubscriptionId} was migrated by its schedule (migration ${held.newCommerceMigrationId}), which does not change any more. Set it back; the new subscription changes as a Subscription with existingSubscriptionId.`;
}

export function refuseChange(inputs: ScheduleInputs, held: ScheduleState): void {
    const refused = whyUnchanged(inputs, held);
    if (refused !== undefined) {
        throw new PartnerCenterError(refused);
    }
}

async function make(inputs: ScheduleInputs, client: PartnerCenter): Promise<ScheduleResource> {
    try {
        return await client.migrationSchedules.create(inputs.customerId, toRequest(inputs));
    } catch (error) {
        // An attempt whose answer was lost may be why the next one is refused.
        const [made] = isRefusal(error)
            ? (await schedulesOf(inputs, client).catch(() => [])).filter(counts)
            : [];
        if (made === undefined) {
            throw error;
        }
        return made;
    }
}

/** A schedule as it is declared; what the program does not say stays as it is held. */
async function brought(
    inputs: ScheduleInputs,
    held: ScheduleResource,
    client: PartnerCenter,
): Promise<ScheduleResource> {
    if (scheduleDifferences(inputs, toState(inputs, held)).length === 0) {
        return held;
    }
    const { targetDate, ...wanted } = toRequest(inputs);
    const changed = { ...held, ...presentMembers(wanted), targetDate };
    return await client.migrationSchedules.update(inputs.customerId, changed);
}

/**
 * Cancels a schedule; one that is over is over.
 *
 * @returns The schedule, where it was carried out before it could be cancelled.
 */
export async function cancel(
    { customerId }: Scheduling,
    { id }: Pick<ScheduleResource, "id">,
    client: PartnerCenter,
): Promise<ScheduleResource | undefined> {
    try {
        await client.migrationSchedules.cancel(customerId, id);
        return undefined;
    } catch (error) {
        if (!isRefusal(error)) {
            throw error;
        }
        const [held] = await withKnown<ScheduleResource>([], id, (known) =>
            client.migrationSchedules.get(customerId, known),
        );
        if (held !== undefined && counts(held) && !isCarriedOut(held)) {
            throw error;
        }
        return held && isCarriedOut(held) ? held : undefined;
    }
}

/** A subscription has one schedule: the resource is named by it. */
export function idOf({ customerId, currentSubscriptionId }: Scheduling): string {
    return compositeId(customerId, currentSubscriptionId);
}
