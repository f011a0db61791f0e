import { partsOf } from "../lifecycle/compositeId";
import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import { identityChanges } from "../migration/differences";
import { unlessGone } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import { foreseeSchedule } from "./foresight";
import { cancel, idOf, refuseChange, schedulesOf, settle } from "./schedule";
import type { ScheduleInputs, ScheduleState } from "./shapes";
import { counts, isCancelled, isCarriedOut, isLost } from "./status";
import { adviceOn, problemsOf } from "./validation";
import { scheduleDifferences, toState } from "./wire";

/** The life of a scheduled migration: it is changed and cancelled until its day has come. */
export const migrationScheduleLifecycle = {
    secrets: [],

    nameOf({ currentSubscriptionId }, { isUnknown }) {
        return isUnknown(currentSubscriptionId)
            ? "a scheduled migration"
            : `the scheduled migration of subscription ${currentSubscriptionId}`;
    },

    check(olds, news, context) {
        return {
            inputs: news,
            problems: problemsOf(news, context),
            warnings: adviceOn(olds, news, context),
        };
    },

    foresee: foreseeSchedule,

    /** Another subscription has another schedule. One that could not be carried out is made anew. */
    diff(_id, state, news) {
        const replaces = identityChanges(state, news);
        if (replaces.length > 0) {
            return { changes: true, replaces };
        }
        if (isCarriedOut(state)) {
            refuseChange(news, state);
        }
        return { changes: isLost(state) || scheduleDifferences(news, state).length > 0 };
    },

    async foreseeChange(_id, state, news, context) {
        const isWritten = isLost(state) || scheduleDifferences(news, state).length > 0;
        return isWritten && identityChanges(state, news).length === 0
            ? await foreseeSchedule({ ...news, scheduleId: state.scheduleId }, context)
            : foresightOf();
    },

    async create(inputs, client) {
        return { id: idOf(inputs), state: await settle(inputs, {}, client) };
    },

    /** How it stands. One that was cancelled is gone. */
    async read(id, state, client) {
        const ids = partsOf(id, ["customerId", "currentSubscriptionId"]);
        const { scheduleId } = state;
        const found = await unlessGone(
            schedulesOf({ ...ids, ...(scheduleId && { scheduleId }) }, client),
        );
        const held =
            found?.find((one) => sameName(one.id, scheduleId) && !isCancelled(one)) ??
            found?.find(counts);
        return held && toState({ ...state, ...ids }, held);
    },

    async update(_id, state, news, client) {
        return await settle(news, state, client);
    },

    /** No schedule is left that would migrate the subscription. What was carried out stays. */
    async delete(id, { scheduleId }, client, tell) {
        const ids = partsOf(id, ["customerId", "currentSubscriptionId"]);
        const of = { ...ids, ...(scheduleId && { scheduleId }) };
        const found = (await unlessGone(schedulesOf(of, client()))) ?? [];
        for (const schedule of found.filter(counts)) {
            const done = isCarriedOut(schedule) ? schedule : await cancel(ids, schedule, client());
            if (done !== undefined) {
                tell(
                    `The subscription ${ids.currentSubscriptionId} was migrated by its schedule (migration ${done.newCommerceMigrationId}); what that has bought stays, and is paid for.`,
                );
            }
        }
    },
} satisfies Lifecycle<ScheduleInputs, ScheduleState>;
