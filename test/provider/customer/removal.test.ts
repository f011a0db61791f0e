import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deleteFromSandbox, removeRelationship } from "../../../provider/customer/removal";
import { PartnerCenterError } from "../../../provider/partnercenter/errors";
import {
    customerId,
    failureOf,
    fakeClient,
    meaningGone,
    meaningUnknown,
    noAnswer,
    refusal,
    titleOf,
} from "../fixtures";

const blocked = refusal(400, "800002", { description: "Active subscriptions exist" });
const subscriptions = [
    { id: "1", offerName: "Offer A", friendlyName: "Mail", status: "active" },
    { id: "2", offerName: "Offer B", status: "active" },
    { id: "3", offerName: "Offer C", friendlyName: "Old", status: "suspended" },
    { id: "4", offerName: "Offer D", friendlyName: "Older", status: "deleted" },
];

describe("ending the reseller relationship", () => {
    it("is one call", async () => {
        const fake = fakeClient({ removeRelationship: undefined });
        await removeRelationship(customerId, fake.client);
        assert.deepEqual(fake.order, ["removeRelationship"]);
        assert.deepEqual(fake.callsOf("removeRelationship"), [[customerId]]);
    });

    for (const error of meaningGone) {
        it(`has succeeded where it has ended already: ${titleOf(error)}`, async () => {
            const fake = fakeClient({ removeRelationship: error });
            await removeRelationship(customerId, fake.client);
            assert.deepEqual(fake.order, ["removeRelationship"]);
        });
    }

    for (const error of meaningUnknown) {
        it(`fails with ${titleOf(error)}`, async () => {
            const { client } = fakeClient({ removeRelationship: error, getSubscriptions: [[]] });
            assert.equal(await failureOf(() => removeRelationship(customerId, client)), error);
        });
    }

    for (const error of [refusal(503), refusal(429)]) {
        it(`blames no subscription for ${titleOf(error)}`, async () => {
            const fake = fakeClient({
                removeRelationship: error,
                getSubscriptions: [subscriptions],
            });
            assert.equal(await failureOf(() => removeRelationship(customerId, fake.client)), error);
            assert.deepEqual(fake.order, ["removeRelationship"]);
        });
    }

    it("names the active subscriptions that stand in the way, and no others", async () => {
        const { client } = fakeClient({
            removeRelationship: blocked,
            getSubscriptions: [subscriptions],
        });
        const error = await failureOf(() => removeRelationship(customerId, client));
        assert.ok(error instanceof PartnerCenterError);
        assert.ok(error.message.startsWith(blocked.message));
        assert.match(error.message, /suspend them first: Mail \(1\), Offer B \(2\)\.$/);
        assert.equal(error.cause, blocked);
    });

    it("tells the refusal itself where no subscription is active, or none can be listed", async () => {
        for (const getSubscriptions of [[[subscriptions[2]]], refusal(403), noAnswer()]) {
            const { client } = fakeClient({ removeRelationship: blocked, getSubscriptions });
            assert.equal(await failureOf(() => removeRelationship(customerId, client)), blocked);
        }
    });
});

describe("deleting from the sandbox", () => {
    it("is one call", async () => {
        const fake = fakeClient({ deleteCustomer: undefined });
        await deleteFromSandbox(customerId, fake.client);
        assert.deepEqual(fake.callsOf("deleteCustomer"), [[customerId]]);
    });

    for (const error of meaningGone) {
        it(`has succeeded where the customer is gone already: ${titleOf(error)}`, async () => {
            const { client } = fakeClient({ deleteCustomer: error });
            await deleteFromSandbox(customerId, client);
        });
    }

    for (const error of [...meaningUnknown, refusal(400, "900127")]) {
        it(`fails with ${titleOf(error)}`, async () => {
            const fake = fakeClient({ deleteCustomer: error });
            assert.equal(await failureOf(() => deleteFromSandbox(customerId, fake.client)), error);
            assert.deepEqual(fake.order, ["deleteCustomer"]);
        });
    }
});
