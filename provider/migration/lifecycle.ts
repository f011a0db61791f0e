import { partsOf } from "../lifecycle/compositeId";
import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import { PartnerCenterError, unlessGone } from "../partnercenter/errors";
import { identityChanges } from "./differences";
import { foreseeMigration } from "./foresight";
import { heldMigration, idOf, migrate, refuseOtherTerms } from "./migrate";
import type { MigrationInputs, MigrationState } from "./shapes";
import { hasFailed, isCompleted } from "./status";
import { howToForget, problemsOf } from "./validation";
import { toState } from "./wire";

/** The life of a migration to new commerce: it is begun once, waited for, and never taken back. */
export const migrationLifecycle = {
    secrets: [],

    nameOf({ currentSubscriptionId }, { isUnknown }) {
        return isUnknown(currentSubscriptionId)
            ? "a migration"
            : `the migration of subscription ${currentSubscriptionId}`;
    },

    check(olds, news, context) {
        const inputs = {
            ...news,
            timeoutMinutes: news.timeoutMinutes ?? 60,
            deletionPolicy: news.deletionPolicy ?? "prevent",
        };
        const warnings =
            olds === undefined
                ? [
                      "currentSubscriptionId: no call takes a migration back, and what it brings is paid for.",
                  ]
                : [];
        return { inputs, problems: problemsOf(olds, inputs, context), warnings };
    },

    foresee: foreseeMigration,

    /** One that is not completed is waited for again; one that has failed may be asked for otherwise. */
    diff(_id, state, news) {
        const replaces = identityChanges(state, news);
        if (replaces.length > 0) {
            return { changes: true, replaces };
        }
        if (!hasFailed(state)) {
            refuseOtherTerms(news, state);
        }
        return { changes: !isCompleted(state) || state.deletionPolicy !== news.deletionPolicy };
    },

    /** One that has failed may have been taken back: then the update buys what it did not. */
    async foreseeChange(_id, state, news, context) {
        return isCompleted(state) || identityChanges(state, news).length > 0
            ? foresightOf()
            : await foreseeMigration({ ...news, migrationId: state.migrationId }, context);
    },

    async create(inputs, client, tell) {
        return { id: idOf(inputs), state: await migrate(inputs, {}, client, tell) };
    },

    /** How it stands. It is gone if it was taken back, or the customer is gone. */
    async read(id, state, client) {
        const ids = partsOf(id, ["customerId", "currentSubscriptionId"]);
        const held = await unlessGone(heldMigration({ ...state, ...ids }, client));
        // Who looks one up knows the id alone.
        const { deletionPolicy = "prevent" } = state as Partial<MigrationState>;
        return held && toState({ ...state, ...ids, deletionPolicy }, held);
    },

    async update(_id, state, news, client, tell) {
        return isCompleted(state)
            ? { ...state, deletionPolicy: news.deletionPolicy }
            : await migrate(news, state, client, tell);
    },

    async delete(_id, { currentSubscriptionId, deletionPolicy }, _client, tell) {
        const what = `The migration of the subscription ${currentSubscriptionId}`;
        if (deletionPolicy !== "retain") {
            throw new PartnerCenterError(
                `${what} is not removed: no call takes it back, and its deletionPolicy is "prevent". ${howToForget}`,
            );
        }
        tell(`${what} is forgotten here; what it has bought stays, and is paid for.`);
    },
} satisfies Lifecycle<MigrationInputs, MigrationState>;
