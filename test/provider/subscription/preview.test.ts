import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { subscriptionLifecycle } from "../../../provider/subscription/lifecycle";
import type { SubscriptionInputs } from "../../../provider/subscription/shapes";
import { otherCustomerId, unknown } from "../fixtures";
import { trustedCertificate } from "../partnercenter/trust";
import { azurePlan, licences, previewOf, type Shop, shopFor, up } from "./shop";

before(async () => {
    await trustedCertificate();
});

async function foreseen(shop: Shop, inputs: SubscriptionInputs) {
    const foresight = await subscriptionLifecycle.foresee(inputs, previewOf(shop));
    assert.ok(
        shop.simulator.requests.every(({ method }) => method === "GET"),
        "a preview only reads",
    );
    return foresight;
}

describe("a preview of an order", () => {
    it("says what it would buy", async (t) => {
        const shop = await shopFor(t);
        assert.deepEqual(await foreseen(shop, licences(shop.customerId)), {
            problems: [],
            warnings: [],
            notes: [
                `"mail" orders 5 x Microsoft 365 Business Basic (CFQ7TTC0LH18:0001:CFQ7TTC0K971), for P1Y, billed monthly, for the customer ${shop.customerId}, at the price of the partner's price list.`,
            ],
        });
        const { notes } = await foreseen(shop, azurePlan(shop.customerId));
        assert.match(notes[0] ?? "", /orders 1 x Microsoft Azure plan .*without a term/);
        const trial = { skuId: "0002", termDuration: "P1M", billingCycle: "none" } as const;
        const ofTrial = await foreseen(shop, licences(shop.customerId, trial));
        assert.match(ofTrial.notes[0] ?? "", /Trial .*, a trial, for P1M/);
    });

    it("refuses what the catalogue does not have, all faults at once", async (t) => {
        const shop = await shopFor(t);
        const problemsOf = async (change: Partial<SubscriptionInputs>) =>
            (await foreseen(shop, licences(shop.customerId, change))).problems.join("\n");
        assert.match(
            await problemsOf({ productId: "NOTHING" }),
            /^productId: .* has no NOTHING:0001/,
        );
        assert.match(await problemsOf({ skuId: "9999" }), /has no CFQ7TTC0LH18:9999/);
        const both = await problemsOf({ quantity: 301, termDuration: "P3Y" });
        assert.match(both, /^billingCycle: .*not for sale for P3Y.*but P1M billed monthly/m);
        assert.match(both, /^quantity: .*from 1 to 300 .*not 301/m);
    });

    it("asks nothing about a customer who does not exist yet", async (t) => {
        const shop = await shopFor(t);
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foreseen(shop, licences(unknown)), nothing);
        assert.deepEqual(shop.simulator.requests, []);
    });

    it("warns of a missing agreement, which this very program may confirm", async (t) => {
        const shop = await shopFor(t);
        const held = await shop.client().getCustomer(shop.customerId);
        const { id: _, attributes: __, ...billingProfile } = held.billingProfile ?? {};
        const { id } = await shop
            .client()
            .createCustomer(
                { companyProfile: { domain: "fabrikam.onmicrosoft.com" }, billingProfile },
                "5b1c7a90-3d2e-5f4a-8b6c-7d8e9f0a1b2c",
            );
        shop.simulator.forgetRequests();
        const { problems, warnings } = await foreseen(shop, licences(id));
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /13605.*dependsOn/);
    });

    it("warns of a vetting that is not over, and refuses for a customer who was not approved", async (t) => {
        const shop = await shopFor(t);
        const { portal } = shop.simulator;
        portal.setAccountStatus(shop.customerId, "UnderReview");
        const waiting = await foreseen(shop, licences(shop.customerId));
        assert.match(waiting.warnings.join(), /^customerId: .*not over \(UnderReview\).*800073/);
        assert.deepEqual(waiting.problems, []);
        portal.setAccountStatus(shop.customerId, "NotAllowed");
        const refused = await foreseen(shop, licences(shop.customerId));
        assert.match(refused.problems.join(), /^customerId: .*can buy nothing \(800075\)/);
    });

    it("warns of what the customer has already, and names the way to take it over", async (t) => {
        const shop = await shopFor(t);
        await up(shop, {}, licences(shop.customerId));
        shop.simulator.forgetRequests();
        const id = shop.simulator.customers[0]?.subscriptions[0]?.id;
        const same = await foreseen(shop, licences(shop.customerId));
        assert.match(same.warnings[0] ?? "", /^friendlyName: .*If an earlier run .* was cut short/);
        assert.ok(same.warnings[0]?.includes(`existingSubscriptionId: "${id}"`));
        assert.deepEqual(same.problems, []);
        const other = await foreseen(shop, licences(shop.customerId, { friendlyName: "more" }));
        assert.match(other.warnings[0] ?? "", /^quantity: .*"mail" .*beside it/);
    });

    it("of a service that does not answer says so once, and refuses nothing", async (t) => {
        const shop = await shopFor(t);
        shop.simulator.misbehave({ on: { path: "/products/" }, status: 403, times: 9 });
        const context = previewOf(shop);
        const inputs = licences(shop.customerId);
        const { problems, notes } = await subscriptionLifecycle.foresee(inputs, context);
        assert.deepEqual([problems, notes], [[], []]);
        assert.match(
            context.inquiry.takeWarnings().join(),
            /^Not checked before the update: what the catalogue has/,
        );
    });
});

describe("a preview of a takeover", () => {
    it("says what will be changed, and refuses another purchase or none", async (t) => {
        const shop = await shopFor(t);
        await up(shop, {}, licences(shop.customerId));
        shop.simulator.forgetRequests();
        const existingSubscriptionId = shop.simulator.customers[0]?.subscriptions[0]?.id ?? "";
        const taken = licences(shop.customerId, { existingSubscriptionId, quantity: 6 });
        const { notes } = await foreseen(shop, taken);
        assert.match(
            notes[0] ?? "",
            /is taken over; nothing is ordered, and quantity will be changed/,
        );
        const other = await foreseen(shop, { ...taken, skuId: "0002" });
        assert.match(other.problems[0] ?? "", /^existingSubscriptionId: .*is another purchase/);
        const none = await foreseen(shop, { ...taken, existingSubscriptionId: otherCustomerId });
        assert.match(none.problems[0] ?? "", /^existingSubscriptionId: .*has no subscription/);
    });
});
