import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { trustedCertificate } from "../../partnercenter/trust";
import { destroy, licences, refresh, up } from "../shop";
import { bought, linesOf, subscriptionsOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a service that makes another subscription of it", () => {
    it("is not followed by the change or the end of what the state does not name", async (t) => {
        const { shop, stack, news } = await bought(t, {
            uncertain: { transitionedSubscription: "another" },
        });
        const forgotten = { ...stack };
        await up(shop, stack, news);
        const another = () => subscriptionsOf(shop).find(({ id }) => id !== stack.id);
        const expected =
            /has ended, and goes on as .*which the state does not name. Nothing was changed. Run `pulumi refresh`/;
        await assert.rejects(destroy(shop, forgotten, "cancel"), expected);
        for (const more of [{ quantity: 6 }, { skuId: "0002" }]) {
            await assert.rejects(up(shop, forgotten, licences(shop.customerId, more)), expected);
        }
        assert.deepEqual([another()?.status, another()?.purchase?.quantity], ["active", 5]);
        await refresh(shop, forgotten);
        await destroy(shop, forgotten, "suspend");
        assert.equal(another()?.status, "suspended");
    });

    for (const cancelledSubscription of ["deleted", "404"] as const) {
        it(`is followed: the resource keeps its id, and the state has the new one (${cancelledSubscription})`, async (t) => {
            const { shop, stack, news } = await bought(t, {
                uncertain: { transitionedSubscription: "another", cancelledSubscription },
            });
            const { id } = stack;
            // A run that was killed before its state was written, and a refresh before the next one.
            const forgotten = { ...stack };
            await up(shop, stack, news);
            const another = subscriptionsOf(shop).find(({ status }) => status === "active")?.id;
            assert.notEqual(another, id);
            assert.deepEqual([stack.id, stack.subscription?.subscriptionId], [id, another]);
            assert.match(shop.told.join(), /"mail" goes on as the subscription .*; the former one/);
            await refresh(shop, forgotten);
            assert.equal(forgotten.subscription?.subscriptionId, another);
            shop.simulator.forgetRequests();
            await up(shop, forgotten, news);
            assert.deepEqual(linesOf(shop), []);
            await up(shop, stack, { ...news, quantity: 6 });
            await refresh(shop, stack);
            assert.equal(stack.subscription?.quantity, 6);
            await destroy(shop, stack, "suspend");
            assert.equal(
                subscriptionsOf(shop).find((one) => one.id === another)?.status,
                "suspended",
            );
        });
    }
});
