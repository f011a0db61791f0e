import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { azurePlan, licences, type Stack, shopFor, up } from "../shop";
import { bought, linesOf, subscriptionsOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("a transition", () => {
    it("that the service does not allow is refused with what it allows, and nothing is sent", async (t) => {
        for (const deletionPolicy of ["prevent", "cancel"] as const) {
            const { shop, stack } = await bought(t);
            const down = licences(shop.customerId, { skuId: "0002", deletionPolicy });
            const failure = await failureOf(() => up(shop, stack, down));
            assert.match(
                failure.message,
                /^productId: Partner Center does not make CFQ7TTC0LH18:0002 of "mail".*it can become Office 365 E5 without Audio Conferencing \(CFQ7TTC0LF8S.*Nothing was changed/s,
            );
            assert.deepEqual(linesOf(shop), []);
            assert.equal(stack.subscription?.skuId, "0001");
            await up(shop, stack, licences(shop.customerId, { deletionPolicy: "prevent" }));
            assert.deepEqual(linesOf(shop), [], "set back, there is nothing to do");
        }
    });

    it("is refused in the service's words where it says why: of what is suspended", async (t) => {
        const { shop, stack, news } = await bought(t, {}, {}, { status: "suspended" });
        await assert.rejects(
            up(shop, stack, news),
            /source subscription isn't active.*nothing else now/s,
        );
    });

    it("that the service refuses in the end is told with its words", async (t) => {
        const { shop, stack, news } = await bought(t);
        shop.simulator.misbehave({ on: { method: "POST" }, status: 409, body: { code: 900278 } });
        await assert.rejects(up(shop, stack, news), /900278.*it may take a day/s);
        assert.equal(stack.subscription?.productId, "CFQ7TTC0LH18");
    });

    it("to a shorter term is refused, and nothing is changed", async (t) => {
        const { shop, stack, news } = await bought(t, {}, { termDuration: "P1M" });
        await assert.rejects(
            up(shop, stack, news),
            /900267.*Give the term that the subscription has/s,
        );
        assert.equal(
            subscriptionsOf(shop)[0]?.purchase?.catalogItemId,
            "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
        );
    });

    it("of an Azure plan there is none", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        await up(shop, stack, azurePlan(shop.customerId));
        const news = licences(shop.customerId, { friendlyName: "azure", quantity: 1 });
        await assert.rejects(
            up(shop, stack, news),
            /does not make .*it can become nothing else now/,
        );
    });
});
