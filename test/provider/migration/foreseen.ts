import type { TestContext } from "node:test";
import { migrationLifecycle } from "../../../provider/migration/lifecycle";
import type { MigrationInputs, MigrationState } from "../../../provider/migration/shapes";
import { migrationScheduleLifecycle } from "../../../provider/migrationSchedule/lifecycle";
import type { ScheduleInputs, ScheduleState } from "../../../provider/migrationSchedule/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { oldCustomer } from "./world";

export const nothing = { problems: [], warnings: [], notes: [] };

/** A customer with a subscription to migrate, and what a preview says of its plans. */
export async function world(t: TestContext, options: SimulatorOptions = {}) {
    const given = await oldCustomer(t, options);
    const { partner, currentSubscriptionId } = given;
    const plan = { customerId: partner.customerId, currentSubscriptionId };
    const inputs: MigrationInputs = { ...plan, timeoutMinutes: 60, deletionPolicy: "prevent" };
    const schedule: ScheduleInputs = { ...plan, targetDate: "2027-01-15" };
    partner.takeCalls();
    return {
        ...given,
        inputs,
        schedule,
        foresee: (more: object) => {
            const news = { ...inputs, ...more };
            return migrationLifecycle.foresee(news, partner.foresight(news));
        },
        foreseeChange: (state: MigrationState, more: object) => {
            const news = { ...inputs, ...more };
            return migrationLifecycle.foreseeChange("", state, news, partner.foresight(news));
        },
        foreseeScheduleChange: (state: ScheduleState, more: object) => {
            const news = { ...schedule, ...more };
            return migrationScheduleLifecycle.foreseeChange(
                "",
                state,
                news,
                partner.foresight(news),
            );
        },
        foreseeSchedule: (more: object) => {
            const when = "migrateOnRenewal" in more ? {} : { targetDate: "2027-01-15" };
            const news = { ...plan, ...when, ...more };
            return migrationScheduleLifecycle.foresee(news, partner.foresight(news));
        },
    };
}
