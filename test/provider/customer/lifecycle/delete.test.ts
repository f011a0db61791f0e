import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../../provider/customer/lifecycle";
import type { CustomerState } from "../../../../provider/customer/shapes";
import type { PartnerCenter } from "../../../../provider/partnercenter/client";
import { PartnerCenterError } from "../../../../provider/partnercenter/errors";
import {
    customerId,
    domain,
    failureOf,
    fakeClient,
    meaningGone,
    meaningUnknown,
    refusal,
    someState,
    titleOf,
} from "../../fixtures";

describe("delete", () => {
    it("is forbidden by the policy prevent, without a client, and says what the choices do", async () => {
        const error = await failureOf(() => remove("prevent", unavailable));
        assert.ok(error instanceof PartnerCenterError);
        assert.ok(error.message.includes(domain));
        assert.ok(error.message.includes(customerId));
        for (const policy of ["prevent", "retain", "removeRelationship", "delete"]) {
            assert.ok(error.message.includes(`"${policy}"`), policy);
        }
    });

    it("is forbidden where the state holds a policy that this version does not know", async () => {
        await assert.rejects(remove("archive", unavailable), PartnerCenterError);
    });

    it("with retain is nothing, and needs no client", async () => {
        await remove("retain", unavailable);
    });

    it("with removeRelationship ends the relationship, and deletes nothing", async () => {
        const fake = fakeClient({ removeRelationship: undefined });
        await remove("removeRelationship", () => fake.client);
        assert.deepEqual(fake.order, ["removeRelationship"]);
    });

    it("with removeRelationship names the subscriptions that stand in the way", async () => {
        const { client } = fakeClient({
            removeRelationship: refusal(400, "800002"),
            getSubscriptions: [[{ id: "1", friendlyName: "Mail", status: "active" }]],
        });
        const error = await failureOf(() => remove("removeRelationship", () => client));
        assert.match(error.message, /Mail \(1\)/);
    });

    it("with delete deletes the customer of the sandbox", async () => {
        const fake = fakeClient({ deleteCustomer: undefined });
        await remove("delete", () => fake.client);
        assert.deepEqual(fake.order, ["deleteCustomer"]);
    });

    for (const policy of ["removeRelationship", "delete"]) {
        for (const error of meaningGone) {
            it(`with ${policy} has succeeded where the customer is gone: ${titleOf(error)}`, async () => {
                const { client } = fakeClient({ removeRelationship: error, deleteCustomer: error });
                await remove(policy, () => client);
            });
        }

        for (const error of meaningUnknown) {
            it(`with ${policy} fails with ${titleOf(error)}`, async () => {
                const { client } = fakeClient({
                    removeRelationship: error,
                    deleteCustomer: error,
                    getSubscriptions: [[]],
                });
                assert.equal(await failureOf(() => remove(policy, () => client)), error);
            });
        }
    }

    function unavailable(): PartnerCenter {
        throw new Error("a client was asked for");
    }

    async function remove(policy: string, client: () => PartnerCenter): Promise<void> {
        const state = someState({ deletionPolicy: policy as CustomerState["deletionPolicy"] });
        await customerLifecycle.delete(customerId, state, client);
    }
});
