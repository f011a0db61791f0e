import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { trustedCertificate } from "../../partnercenter/trust";
import { licences, shopFor, up } from "../shop";
import { bought, heldBy, writesOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a takeover", () => {
    it("orders nothing, and writes what differs", async (t) => {
        const shop = await shopFor(t);
        await bought(shop, licences(shop.customerId));
        const existingSubscriptionId = heldBy(shop)?.id ?? "";
        shop.simulator.forgetRequests();
        const { subscription } = await bought(
            shop,
            licences(shop.customerId, { existingSubscriptionId, quantity: 6 }),
        );
        assert.deepEqual(writesOf(shop), ["PATCH subscriptions/ID"]);
        assert.equal(subscription?.quantity, 6);
    });

    it("of another purchase is refused, and changes nothing", async (t) => {
        const shop = await shopFor(t);
        await bought(shop, licences(shop.customerId));
        const existingSubscriptionId = heldBy(shop)?.id ?? "";
        for (const other of [{ skuId: "0002" }, { termDuration: "P1M" as const }]) {
            await assert.rejects(
                up(
                    shop,
                    {},
                    licences(shop.customerId, { existingSubscriptionId, quantity: 9, ...other }),
                ),
                /is another purchase.*Nothing was changed/,
            );
        }
        assert.equal(heldBy(shop)?.purchase?.quantity, 5);
    });
});
