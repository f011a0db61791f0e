import type { Call } from "./call";
import type { Operation } from "./connection";
import {
    type MigratedRequest,
    type MigratedResource,
    migrationsPath,
    ofSubscription,
    queryOf,
} from "./migrations";
import type { Open } from "./types";

/** What is to become of a subscription, and when: on a day, or at its renewal. */
export interface ScheduleRequest extends MigratedRequest {
    targetDate: string | null;
    migrateOnRenewal: boolean;
    addOnMigrationSchedules?: MigratedRequest[] | undefined;
}

/** @see https://learn.microsoft.com/partner-center/developer/get-a-new-commerce-migration-schedule */
export interface ScheduleResource extends MigratedResource {
    id: string;
    /** `Created`, `Cancelled`, and whatever the service answers of one that is over. */
    status?: string;
    targetDate?: string | null;
    migrateOnRenewal?: boolean | null;
    createdTime?: string;
    lastModifiedTime?: string;
    /** The migration by which it was carried out. */
    newCommerceMigrationId?: string;
    /** Why it could not be carried out. */
    errorCode?: number | string;
    errorDescription?: string;
    addOnMigrationSchedules?: MigratedResource[];
}

/** Migrations to new commerce that are to come. */
export class MigrationSchedules {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * The schedules of one subscription; perhaps also those that are over.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-a-new-commerce-migration-schedule
     */
    async list(customerId: string, currentSubscriptionId: string): Promise<ScheduleResource[]> {
        const found = await this.#operation.list<ScheduleResource>({
            name: "listMigrationSchedules",
            operation: `list the migration schedules of the subscription ${currentSubscriptionId}`,
            method: "GET",
            path: `/migrations/newcommerce/schedules?${queryOf(customerId, currentSubscriptionId)}`,
        });
        return ofSubscription(found.map(withAddOns), currentSubscriptionId);
    }

    /** @see https://learn.microsoft.com/partner-center/developer/get-a-new-commerce-migration-schedule */
    async get(customerId: string, id: string): Promise<ScheduleResource> {
        return await this.#send({
            name: "getMigrationSchedule",
            operation: `read the migration schedule ${id} of the customer ${customerId}`,
            method: "GET",
            path: schedulePath(customerId, id),
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/schedule-a-new-commerce-migration */
    async create(customerId: string, request: ScheduleRequest): Promise<ScheduleResource> {
        return await this.#send({
            name: "createMigrationSchedule",
            operation: `schedule the migration of the subscription ${request.currentSubscriptionId} of the customer ${customerId}`,
            method: "POST",
            path: schedulesPath(customerId),
            body: request,
        });
    }

    /**
     * Writes a schedule as a whole: as it was read, and then changed.
     *
     * @see https://learn.microsoft.com/partner-center/developer/update-a-new-commerce-migration-schedule
     */
    async update(customerId: string, schedule: Open & { id: string }): Promise<ScheduleResource> {
        return await this.#send({
            name: "updateMigrationSchedule",
            operation: `change the migration schedule ${schedule.id} of the customer ${customerId}`,
            method: "PUT",
            path: schedulePath(customerId, schedule.id),
            body: schedule,
        });
    }

    /** @see https://learn.microsoft.com/partner-center/developer/cancel-a-new-commerce-migration-schedule */
    async cancel(customerId: string, id: string): Promise<void> {
        await this.#operation.call({
            name: "cancelMigrationSchedule",
            operation: `cancel the migration schedule ${id} of the customer ${customerId}`,
            method: "POST",
            path: `${schedulePath(customerId, id)}/cancel`,
        });
    }

    async #send(call: Call): Promise<ScheduleResource> {
        const kind = "a migration schedule";
        return withAddOns(await this.#operation.identified<ScheduleResource>(kind, call));
    }
}

function schedulesPath(customerId: string): string {
    return `${migrationsPath(customerId)}/schedules`;
}

function schedulePath(customerId: string, id: string): string {
    return `${schedulesPath(customerId)}/${encodeURIComponent(id)}`;
}

/** The contract and the documentation's samples have two names for the add-ons. */
function withAddOns({ addOnMigrations, ...schedule }: ScheduleResource): ScheduleResource {
    return Array.isArray(addOnMigrations)
        ? { addOnMigrationSchedules: addOnMigrations, ...schedule }
        : schedule;
}
