import assert from "node:assert/strict";
import { test } from "node:test";
import { createCustomer } from "../simulator/harness";
import { apiCalls, partnerStack } from "./partner";
import { imports } from "./programs";

/** A program that migrates one subscription now, and another one at its renewal. */
function program(customerId: string, [now, later]: readonly string[], quantity: number): string {
    return `${imports}
        const customerId = "${customerId}";
        const mail = new partnercenter.NewCommerceMigration("mail", {
            customerId, currentSubscriptionId: "${now}", deletionPolicy: "retain",
        });
        const office = new partnercenter.NewCommerceMigrationSchedule("office", {
            customerId, currentSubscriptionId: "${later}", migrateOnRenewal: true, quantity: ${quantity},
        });
        export const subscriptionId = mail.newCommerceSubscriptionId;
        export const status = office.status;
    `;
}

test("subscriptions are migrated as a preview says, now and later, and what was not yet is cancelled", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: imports,
        typeCheck: true,
        env: { PARTNERCENTER_ONLINE_VALIDATION: "error" },
    });
    const customerId = await createCustomer(simulator);
    const old = (offerName: string) =>
        simulator.portal.addSubscription(customerId, { offerName, quantity: 5 });
    const ids = [
        old("Microsoft 365 Business Basic"),
        old("Office 365 E5 without Audio Conferencing"),
    ];
    const held = () => {
        const [customer] = simulator.customers;
        assert.ok(customer);
        return customer;
    };
    await stack.rewriteProgram(program(customerId, ids, 6));
    const preview = (await stack.preview()).expectSuccess();
    assert.match(preview.output, /"Microsoft 365 Business Basic" .*becomes CFQ7TTC0LH18:0001:/);
    assert.match(
        preview.output,
        /At its renewal "Office 365 E5 .*becomes CFQ7TTC0LF8S:0001:.*quantity 6/,
    );
    assert.match(preview.output, /no call takes a migration back/);
    assert.deepEqual([held().migrations, held().migrationSchedules], [[], []]);

    (await stack.up()).expectSuccess();
    const [, , bought] = held().subscriptions;
    assert.deepEqual([bought?.status, bought?.purchase?.quantity], ["active", 5]);
    assert.deepEqual(await stack.outputs(), { subscriptionId: bought?.id, status: "Created" });

    await stack.rewriteProgram(program(customerId, ids, 7));
    const foreseen = (await stack.preview()).expectSuccess();
    assert.match(foreseen.output, /At its renewal "Office 365 E5 .*quantity 7/);
    simulator.forgetRequests();
    const changed = (await stack.up("--refresh")).expectSuccess();
    assert.deepEqual([changed.changes.update, changed.changes.create], [1, 0]);
    assert.deepEqual(
        // Up asks too whether the change is possible, and changes nothing by that.
        apiCalls(simulator).filter((line) => !/^GET|^POST .*\/validate$/.test(line)),
        [
            `PUT /v1/customers/${customerId}/migrations/newcommerce/schedules/${held().migrationSchedules[0]?.id}`,
        ],
    );

    const destroyed = (await stack.destroy()).expectSuccess();
    assert.match(destroyed.output, /is forgotten here; what it has bought stays, and is paid for/);
    const [schedule] = held().migrationSchedules;
    assert.deepEqual([schedule?.quantity, schedule?.status], [7, "Cancelled"]);
    assert.equal(held().migrations.length, 1);
});
