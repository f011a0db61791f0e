import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { migrationLifecycle } from "../../../provider/migration/lifecycle";
import type { MigrationInputs } from "../../../provider/migration/shapes";
import type { Simulator, SimulatorOptions } from "../../../simulator";
import { type SimulatedPartner, simulatedPartner } from "../simulatedPartner";

/** A customer with five licences of the former commerce. */
export interface OldCustomer {
    partner: SimulatedPartner;
    /** The subscription of the former commerce. */
    currentSubscriptionId: string;
    /** Another one, which can go with it as an add-on. */
    addOnId: string;
    /** The time of the simulated Partner Center, which a test moves. */
    clock: { now: number };
    /** What was bought in new commerce, as a line each. */
    bought(): string[];
}

export const day = 24 * 60 * 60 * 1000;

export async function oldCustomer(
    t: TestContext,
    options: SimulatorOptions = {},
): Promise<OldCustomer> {
    const clock = { now: Date.parse("2026-11-24T10:00:00Z") };
    const partner = await simulatedPartner(
        t,
        { now: () => clock.now, tokenLifetimeSeconds: 10 ** 9, ...options },
        "app",
    );
    const { portal } = partner.simulator;
    const old = (offerName: string, quantity: number) =>
        portal.addSubscription(partner.customerId, { offerName, quantity });
    return {
        partner,
        currentSubscriptionId: old("Microsoft 365 Business Basic", 5),
        addOnId: old("Office 365 E5 without Audio Conferencing", 2),
        clock,
        bought: () => boughtIn(partner.simulator),
    };
}

/** What a customer has bought in new commerce. */
export function boughtIn({ customers }: Simulator): string[] {
    return (customers[0]?.subscriptions ?? []).flatMap(({ purchase, status }) =>
        purchase === undefined
            ? []
            : [`${purchase.quantity} ${purchase.termDuration} ${purchase.billingCycle} ${status}`],
    );
}

/** The same, and a program that migrates the subscription. */
export async function migrating(t: TestContext, options: SimulatorOptions = {}) {
    const given = await oldCustomer(t, options);
    const { partner, currentSubscriptionId } = given;
    const inputs: MigrationInputs = {
        customerId: partner.customerId,
        currentSubscriptionId,
        timeoutMinutes: 60,
        deletionPolicy: "prevent",
    };
    partner.takeCalls();
    return {
        ...given,
        inputs,
        create: (news: MigrationInputs = inputs) =>
            migrationLifecycle.create(news, partner.client(), partner.tell),
        /** The migration that Partner Center holds, the n-th. */
        migration: (index = 0) => {
            const held = partner.simulator.customers[0]?.migrations[index];
            assert.ok(held);
            return held;
        },
        calls: () =>
            partner
                .takeCalls()
                .map((line) =>
                    line
                        .replace(currentSubscriptionId, "OLD")
                        .replace(/newcommerce\/[0-9a-f-]{36}$/, "newcommerce/MIGRATION"),
                ),
    };
}
