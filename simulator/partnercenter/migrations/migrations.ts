import { type Context, Hono } from "hono";
import type { CustomerRecord } from "../../records/customers";
import type { Migration } from "../../records/migrations";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { getCustomer, listedCustomers } from "../customers/access";
import { failureOf, invalidInput, type ServiceFailure } from "../http/errors";
import { queryOf } from "../http/query";
import { readJson } from "../http/requestBody";
import { migrationObstacles } from "./obstacles";
import { migratedWire, readMigrationRequest, withUnset } from "./request";
import { begun, completed, migratedOf, replaced } from "./run";

type Wire = Record<string, unknown>;

/**
 * `/v1/customers/{id}/migrations/newcommerce` and `/v1/migrations/newcommerce` (docs:
 * validate-subscription-for-migration, create-migration, get-new-commerce-migration, query-migrations).
 */
export function migrationRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    return new Hono<Env>()
        .post("/customers/:id/migrations/newcommerce/validate", async (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const request = readMigrationRequest(await readJson(c), "addonmigrations");
            const [first, ...others] = migrationObstacles(customer, request, settings);
            const { currentSubscriptionId } = request;
            if (first === undefined) {
                const { catalogItemId } = migratedOf(customer, request, settings.now());
                return c.json({ currentSubscriptionId, isEligible: true, catalogItemId });
            }
            if (uncertain.ineligibleMigration === "refused") throw first;
            const errors = [first, ...others].map(eligibilityError);
            return c.json({ currentSubscriptionId, isEligible: false, errors });
        })
        .post("/customers/:id/migrations/newcommerce", async (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const request = readMigrationRequest(await readJson(c), "addonmigrations");
            const [obstacle] = migrationObstacles(customer, request, settings);
            if (obstacle !== undefined) throw obstacle;
            const migrated = migratedOf(customer, request, settings.now());
            const { externalReferenceId } = request;
            const made = begun(
                customer,
                { ...migrated, ...(externalReferenceId && { externalReferenceId }) },
                settings,
            );
            store.putCustomer(made.customer);
            return c.json(migrationWire(customer, made.migration, uncertain), 201);
        })
        .get("/customers/:id/migrations/newcommerce/:migration{[0-9a-f-]{36}}", (c) => {
            const customer = getCustomer(service, c.req.param("id"));
            const id = c.req.param("migration");
            const migration = (customer.migrations ?? []).find((one) => one.id === id);
            if (migration === undefined) throw missingMigration(service, id);
            const found = nextRead(service, customer, migration);
            return c.json(migrationWire(customer, found, uncertain));
        })
        .get("/migrations/newcommerce", (c) => {
            const found = queried(service, c, ({ migrations = [] }) =>
                migrations.filter(({ startedAt }) => isListed(startedAt, service)),
            );
            return c.json(
                found.map(({ customer, one }) => migrationWire(customer, one, uncertain)),
            );
        });
}

/** A refusal among the errors of an eligibility, where one of them has a number of its own. */
function eligibilityError({ code, message: description }: ServiceFailure): Wire {
    // The documentation shows 5 for this one, and none for the others.
    return { code: code === 900220 ? 5 : code, description };
}

export function missingMigration({ settings }: Service, id: string): ServiceFailure {
    return failureOf(
        settings.uncertain.missingMigration,
        `New-Commerce migration ${id} could not be found.`,
    );
}

export function isListed(since: string, { settings }: Service): boolean {
    return Date.parse(since) + settings.uncertain.migrationsListedAfterMs <= settings.now();
}

/** A migration as this read finds it; the reads move it on. */
function nextRead({ store, settings }: Service, customer: CustomerRecord, migration: Migration) {
    if (migration.status !== "Processing") return migration;
    if (migration.pendingReads > 0) {
        const pendingReads = migration.pendingReads - 1;
        store.putCustomer(replaced(customer, { ...migration, pendingReads }));
        return migration;
    }
    const done = completed(customer, migration, settings.now());
    store.putCustomer(done.customer);
    return done.migration;
}

/**
 * What a query of all customers finds (docs: query-migrations): by customer, old subscription or batch, at
 * least one of them. It is a bare list.
 */
export function queried<
    One extends { currentSubscriptionId: string; externalReferenceId?: string },
>(service: Service, c: Context<Env>, of: (customer: CustomerRecord) => readonly One[]) {
    const customerId = queryOf(c, "customerTenantId");
    const subscriptionId = queryOf(c, "currentSubscriptionId")?.toLowerCase();
    const batch = queryOf(c, "externalReferenceId")?.toLowerCase();
    if ((customerId ?? subscriptionId ?? batch) === undefined) {
        throw invalidInput(
            "query",
            "CustomerTenantId, CurrentSubscriptionId or ExternalReferenceId",
        );
    }
    const found = (customer: CustomerRecord) =>
        of(customer)
            .filter((one) => [undefined, one.currentSubscriptionId].includes(subscriptionId))
            .filter((one) => [undefined, one.externalReferenceId?.toLowerCase()].includes(batch));
    const customers =
        customerId === undefined
            ? listedCustomers(service, (customer) => found(customer).length > 0)
            : [getCustomer(service, customerId)];
    return customers.flatMap((customer) => found(customer).map((one) => ({ customer, one })));
}

function migrationWire(
    { id: customerId }: CustomerRecord,
    migration: Migration,
    uncertain: Uncertain,
): Wire {
    const { id, startedAt, completedAt, status, newCommerceOrderId, externalReferenceId, addOns } =
        migration;
    const members = {
        addOnMigrations: addOns.map((one) => withUnset(migratedWire(customerId, one), uncertain)),
        id,
        startedTime: startedAt,
        completedTime: completedAt,
        status,
        ...migratedWire(customerId, migration),
        newCommerceOrderId,
        externalReferenceId,
    };
    return withUnset(members, uncertain);
}
