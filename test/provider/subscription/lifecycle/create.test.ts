import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { IncompleteResource } from "../../../../provider/lifecycle/incomplete";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { azurePlan, licences, ordersOf, type Shop, type Stack, shopFor, up } from "../shop";
import { bought, heldBy, writesOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("an order", () => {
    it("is a cart and its checkout, and the state tells what was bought", async (t) => {
        const shop = await shopFor(t);
        const { subscription } = await bought(
            shop,
            licences(shop.customerId, { partnerIdOnRecord: "4847383" }),
        );
        assert.deepEqual(writesOf(shop), ["POST carts", "POST carts/ID/checkout"]);
        const held = heldBy(shop);
        assert.ok(held?.purchase);
        assert.deepEqual(subscription, {
            ...licences(shop.customerId, { partnerIdOnRecord: "4847383" }),
            catalogItemId: "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
            cartId: shop.simulator.customers[0]?.carts[0]?.id,
            subscriptionId: held.id,
            orderId: held.orderId,
            offerName: "Microsoft 365 Business Basic",
            status: "active",
            autoRenewEnabled: true,
            effectiveStartDate: held.createdAt,
            commitmentEndDate: held.purchase.endsAt,
            cancellationAllowedUntilDate: held.purchase.cancellationAllowedUntil,
        });
        assert.equal(held.purchase.resellerPartnerId, "4847383");
    });

    it("of an Azure plan brings an Azure subscription", async (t) => {
        const shop = await shopFor(t);
        const { subscription } = await bought(shop, azurePlan(shop.customerId));
        assert.deepEqual(subscription?.azureSubscriptionIds, [
            heldBy(shop)?.purchase?.azureSubscriptionId,
        ]);
        assert.equal(subscription?.termDuration, undefined);
    });

    it("takes what is declared by now into the cart, also if the cart was made for other numbers", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        shop.simulator.misbehave({
            on: { path: "/checkout$" },
            status: 403,
            body: { code: 800020 },
        });
        await assert.rejects(up(shop, stack, licences(shop.customerId)), /800020/);
        await up(shop, stack, licences(shop.customerId, { quantity: 9, friendlyName: "post" }));
        assert.equal(heldBy(shop)?.purchase?.quantity, 9);
        assert.equal(heldBy(shop)?.friendlyName, "post");
        assert.equal(shop.simulator.customers[0]?.carts.length, 1);
    });

    it("is brought to what is declared beyond the cart: renewal and status", async (t) => {
        const shop = await shopFor(t);
        const inputs = licences(shop.customerId, { autoRenewEnabled: false, status: "suspended" });
        const { subscription } = await bought(shop, inputs);
        assert.deepEqual(
            [subscription?.autoRenewEnabled, subscription?.status],
            [false, "suspended"],
        );
        assert.equal(heldBy(shop)?.status, "suspended");
    });

    it("whose subscription could not be brought there is kept, and completed by the next run", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        const inputs = licences(shop.customerId, { autoRenewEnabled: false });
        shop.simulator.misbehave({ on: { method: "PATCH" }, status: 403, body: { code: 900150 } });
        const failure = await failureOf(() => up(shop, stack, inputs));
        assert.ok(failure instanceof IncompleteResource);
        assert.match(failure.message, /is there, but is not yet as it is declared.*900150/s);
        assert.equal(stack.subscription?.subscriptionId, heldBy(shop)?.id);
        await up(shop, stack, inputs);
        assert.equal(heldBy(shop)?.purchase?.autoRenewEnabled, false);
        assert.equal(ordersOf(shop), 1);
    });

    it("without the agreement is refused with the way to it, and the same cart serves later", async (t) => {
        for (const refusedCheckout of ["status", "orderErrors"] as const) {
            const shop = await shopFor(t, { uncertain: { refusedCheckout } });
            const { id } = await shop
                .client()
                .createCustomer(await otherCustomer(shop), "5b1c7a90-3d2e-5f4a-8b6c-7d8e9f0a1b2c");
            const stack: Stack = {};
            await assert.rejects(
                up(shop, stack, licences(id)),
                /13605.*CustomerAgreement.*dependsOn/s,
            );
            shop.simulator.portal.signAgreement(id);
            await up(shop, stack, licences(id));
            assert.equal(shop.simulator.customers.find((one) => one.id === id)?.carts.length, 1);
        }
    });

    it("waits for its subscription, and says so", async (t) => {
        const shop = await shopFor(t, { pendingOrderReads: 2 });
        const { subscription } = await bought(shop, licences(shop.customerId));
        assert.equal(subscription?.subscriptionId, heldBy(shop)?.id);
        assert.match(shop.told.join(), /is placed; waiting for its subscription/);
    });
});

/** A customer who has accepted nothing. */
async function otherCustomer({ simulator, client }: Shop) {
    const held = await client().getCustomer(simulator.customers[0]?.id ?? "");
    const { id: _, attributes: __, ...billingProfile } = held.billingProfile ?? {};
    return { companyProfile: { domain: "fabrikam.onmicrosoft.com" }, billingProfile };
}
