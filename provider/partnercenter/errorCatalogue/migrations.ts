import type { Explanations } from "./explanation";

/** Migrations from the former commerce to the new one. */
export const migrations: Explanations = {
    "900215": {
        meaning: "A subscription that is not active cannot be migrated; a migration suspends it.",
        remedy: "Reactivate it, or look in Partner Center whether it was migrated.",
    },
    "900216": {
        meaning: "The subscription is being migrated.",
        remedy: "Run pulumi up again: it takes that migration up, and begins no second one.",
    },
    "900217": {
        meaning: "The subscription's term ends within a day.",
        remedy: "Set purchaseFullTerm: true, or wait for the renewal.",
    },
    "900218": {
        meaning: "A subscription with a promotion cannot be migrated.",
        remedy: "Buy the new offer, and end the old subscription.",
    },
    "900219": {
        meaning: "The subscription has add-ons, which must be migrated with it.",
        remedy: "Name all of them in addOnMigrations.",
    },
    "900220": {
        meaning: "New commerce has no counterpart of this offer yet.",
        remedy: "Look into the NCE mapping of Partner Center's offer matrix.",
    },
    "900221": {
        meaning: "The subscription cannot be migrated for one of several reasons.",
        remedy: "Check its status, promotions, add-ons, the end of its term, and the offer.",
    },
    "900222": {
        meaning: "The new offer is not sold for this term with this billing.",
        remedy: "Change termDuration or billingCycle.",
    },
    "900223": {
        meaning: "The partner may not migrate subscriptions yet.",
        remedy: "Ask Partner Center support for the reason.",
    },
    "900224": {
        meaning: "There is no such migration.",
        remedy: "Check its id.",
    },
    "900226": {
        meaning: "A subscription can be migrated a month after it was bought.",
        remedy: "Run pulumi up again then, or schedule it (NewCommerceMigrationSchedule).",
    },
    "900247": {
        meaning: "The partner on record of the subscription is not valid.",
        remedy: "Correct the partner on record of the old subscription first.",
    },
    "900248": {
        meaning: "An add-on is named twice.",
        remedy: "Name each add-on once in addOnMigrations.",
    },
    "900262": {
        meaning: "An add-on is not there, or not active.",
        remedy: "Check the ids in addOnMigrations.",
    },
};
