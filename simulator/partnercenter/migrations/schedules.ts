import { randomUUID } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { MigratedSubscription, MigrationSchedule } from "../../records/migrations";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { getCustomer } from "../customers/access";
import { bind } from "../http/bind";
import { failureOf, invalidInput } from "../http/errors";
import { readJson } from "../http/requestBody";
import { legacyTermEnd } from "../subscriptions/wire";
import { isListed, missingMigration, queried } from "./migrations";
import { findSubscription, migrationObstacles } from "./obstacles";
import { type MigrationRequest, migratedWire, readMigrationRequest, withUnset } from "./request";
import { begun, completed, migratedOf } from "./run";

const whenShape = { targetDate: "text", migrateOnRenewal: "boolean" } as const;

type When = Pick<MigrationSchedule, "targetDate" | "migrateOnRenewal" | "dueAt">;

/**
 * `/v1/customers/{id}/migrations/newcommerce/schedules` (docs: schedule-a-new-commerce-migration,
 * update-, get- and cancel-a-new-commerce-migration-schedule). What is due is carried out when
 * schedules are asked for.
 */
export function migrationScheduleRoutes(service: Service): Hono<Env> {
    const { settings } = service;
    const { uncertain } = settings;
    const wire = (customer: CustomerRecord, schedule: MigrationSchedule) =>
        scheduleWire(customer, schedule, uncertain);
    const carryOut: MiddlewareHandler<Env> = async (_c, next) => {
        for (const customer of service.store.customers) carryOutDue(service, customer);
        await next();
    };
    return new Hono<Env>()
        .use("/customers/:id/migrations/newcommerce/schedules/*", carryOut)
        .use("/migrations/newcommerce/schedules", carryOut)
        .post("/customers/:id/migrations/newcommerce/schedules", async (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const asked = scheduled(service, customer, await readJson(c));
            const isAgain = (customer.migrationSchedules ?? []).some(
                ({ status, currentSubscriptionId }) =>
                    status === "Created" && currentSubscriptionId === asked.currentSubscriptionId,
            );
            if (isAgain && uncertain.scheduledAgain !== "accepted") {
                throw failureOf(uncertain.scheduledAgain, "The subscription has a schedule.");
            }
            const createdAt = new Date(settings.now()).toISOString();
            const made: MigrationSchedule = {
                ...asked,
                id: randomUUID(),
                createdAt,
                modifiedAt: createdAt,
                status: "Created",
            };
            const schedules = [...(customer.migrationSchedules ?? []), made];
            service.store.putCustomer({ ...customer, migrationSchedules: schedules });
            return c.json(wire(customer, made), 201);
        })
        .get("/customers/:id/migrations/newcommerce/schedules/:schedule", (c) => {
            const { customer, schedule } = getSchedule(service, c);
            return c.json(wire(customer, schedule));
        })
        .put("/customers/:id/migrations/newcommerce/schedules/:schedule", async (c) => {
            const body = await readJson(c);
            const { customer, schedule } = getOpenSchedule(service, c);
            const asked = scheduled(service, customer, body);
            if (asked.currentSubscriptionId !== schedule.currentSubscriptionId) {
                throw invalidInput("currentSubscriptionId", "it cannot be changed");
            }
            const { id, createdAt, status } = schedule;
            const modifiedAt = new Date(settings.now()).toISOString();
            return c.json(
                wire(
                    customer,
                    put(service, customer, { ...asked, id, createdAt, modifiedAt, status }),
                ),
            );
        })
        .post("/customers/:id/migrations/newcommerce/schedules/:schedule/cancel", (c) => {
            const { customer, schedule } = getOpenSchedule(service, c);
            const modifiedAt = new Date(settings.now()).toISOString();
            const cancelled = { ...schedule, modifiedAt, status: "Cancelled" } as const;
            return c.json(wire(customer, put(service, customer, cancelled)));
        })
        .get("/migrations/newcommerce/schedules", (c) => {
            const found = queried(service, c, ({ migrationSchedules = [] }) =>
                migrationSchedules
                    .filter(({ createdAt }) => isListed(createdAt, service))
                    .filter(
                        ({ status }) =>
                            status !== "Cancelled" || uncertain.cancelledSchedules === "listed",
                    ),
            );
            return c.json(found.map(({ customer, one }) => wire(customer, one)));
        });
}

function getSchedule(
    service: Service,
    c: Context<Env>,
): { customer: CustomerRecord; schedule: MigrationSchedule } {
    const customer = getCustomer(service, c.req.param("id") ?? "");
    const id = c.req.param("schedule") ?? "";
    const schedule = (customer.migrationSchedules ?? []).find((one) => one.id === id);
    if (schedule === undefined) throw missingMigration(service, id);
    return { customer, schedule };
}

function getOpenSchedule(service: Service, c: Context<Env>) {
    const found = getSchedule(service, c);
    if (found.schedule.status === "Created") return found;
    throw failureOf(service.settings.uncertain.closedSchedule, "The schedule is over.");
}

function put(
    { store }: Service,
    customer: CustomerRecord,
    schedule: MigrationSchedule,
): MigrationSchedule {
    const migrationSchedules = (customer.migrationSchedules ?? []).map((one) =>
        one.id === schedule.id ? schedule : one,
    );
    store.putCustomer({ ...customer, migrationSchedules });
    return schedule;
}

/** What a body asks for, and what comes of it when it is due. */
function scheduled({ settings }: Service, customer: CustomerRecord, body: unknown) {
    const request = readMigrationRequest(body, "addonmigrationschedules");
    const when = readWhen(customer, request, body, settings.now());
    const at = Date.parse(when.dueAt);
    // At its renewal a subscription begins a new term.
    const asked = { ...request, ...(when.migrateOnRenewal && { purchaseFullTerm: true }) };
    const [obstacle] = migrationObstacles(customer, asked, settings, at);
    if (obstacle !== undefined) throw obstacle;
    const { externalReferenceId } = request;
    return {
        ...migratedOf(customer, request, at),
        ...when,
        ...(externalReferenceId && { externalReferenceId }),
    };
}

function readWhen(
    customer: CustomerRecord,
    { currentSubscriptionId }: MigrationRequest,
    body: unknown,
    now: number,
): When {
    const { targetDate, migrateOnRenewal } = bind(whenShape, body);
    if (migrateOnRenewal === true) {
        const { createdAt = "" } = findSubscription(customer, currentSubscriptionId) ?? {};
        return { migrateOnRenewal, dueAt: legacyTermEnd(createdAt, now) };
    }
    if (targetDate === undefined || Number.isNaN(Date.parse(targetDate))) {
        throw invalidInput("targetDate", "it is required where migrateOnRenewal is not true");
    }
    const dueAt = new Date(targetDate).toISOString();
    if (Date.parse(dueAt) <= now) throw invalidInput("targetDate", "it is past");
    return { targetDate: dueAt, dueAt };
}

/** Carries out what has come due; what cannot be migrated then says why. */
function carryOutDue(service: Service, customer: CustomerRecord): void {
    const { settings, store } = service;
    const due = (customer.migrationSchedules ?? []).find(
        ({ status, dueAt }) => status === "Created" && Date.parse(dueAt) <= settings.now(),
    );
    if (due === undefined) return;
    const asTerms = (one: MigratedSubscription) => ({ ...one, quantity: String(one.quantity) });
    const request: MigrationRequest = {
        ...asTerms(due),
        ...(due.migrateOnRenewal && { purchaseFullTerm: true }),
        addOns: due.addOns.map(asTerms),
    };
    const [obstacle] = migrationObstacles(customer, request, settings);
    if (obstacle !== undefined) {
        const { code = 0, message: description } = obstacle;
        put(service, customer, { ...due, status: "Failed", error: { code, description } });
    } else {
        const migrated = migratedOf(customer, request, settings.now());
        const started = begun(customer, migrated, settings);
        const done = completed(started.customer, started.migration, settings.now());
        const newCommerceMigrationId = done.migration.id;
        put(service, done.customer, { ...due, status: "CarriedOut", newCommerceMigrationId });
    }
    carryOutDue(service, store.findCustomer(customer.id) ?? customer);
}

function scheduleWire(
    { id: customerId }: CustomerRecord,
    schedule: MigrationSchedule,
    uncertain: Uncertain,
): Record<string, unknown> {
    const { id, status, targetDate, migrateOnRenewal, createdAt, modifiedAt, error } = schedule;
    const members = {
        id,
        ...migratedWire(customerId, schedule),
        status: status === "CarriedOut" ? uncertain.carriedOutSchedule : status,
        // The samples have no zone.
        targetDate: targetDate?.replace(/\.\d+Z$/, ""),
        migrateOnRenewal,
        createdTime: createdAt,
        lastModifiedTime: modifiedAt,
        newCommerceMigrationId: schedule.newCommerceMigrationId,
        externalReferenceId: schedule.externalReferenceId,
        errorCode: error?.code,
        errorDescription: error?.description,
        [uncertain.scheduledAddOns]: schedule.addOns.map((one) =>
            withUnset(migratedWire(customerId, one), uncertain),
        ),
    };
    return withUnset(members, uncertain);
}
