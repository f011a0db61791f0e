import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { subscriptionLifecycle } from "../../../../provider/subscription/lifecycle";
import type { SimulatorOptions } from "../../../../simulator";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../../partnercenter/trust";
import { destroy, licences, refresh, type shopFor, up } from "../shop";
import { bought, e5, e5Item, foreseen, linesOf, subscriptionsOf } from "./bought";

before(async () => {
    await trustedCertificate();
});

describe("what has become of a subscription elsewhere", () => {
    async function transitionedElsewhere(
        t: Parameters<typeof shopFor>[0],
        options?: SimulatorOptions,
    ) {
        const begun = await bought(t, options);
        const { shop, stack } = begun;
        await shop.client().transitions.start(shop.customerId, stack.id ?? "", {
            toCatalogItemId: e5Item,
            quantity: 5,
            transitionType: "transition_only",
        });
        shop.simulator.forgetRequests();
        return begun;
    }

    it("needs no transition, if it is what is declared", async (t) => {
        const { shop, stack, news } = await transitionedElsewhere(t);
        await refresh(shop, stack);
        assert.equal(stack.subscription?.productId, "CFQ7TTC0LH18", "no drift");
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), []);
        assert.equal(stack.subscription?.productId, e5.productId);
    });

    it("is refused with what it is, if its terms are others", async (t) => {
        const { shop, stack, news } = await transitionedElsewhere(t);
        const other = { ...news, billingCycle: "annual" as const };
        const expected =
            /^termDuration, billingCycle: "mail".*for P1Y, billed monthly, and not for P1Y, billed annual.*declare the terms that it has/;
        assert.match((await failureOf(() => up(shop, stack, other))).message, expected);
        const { problems } = await foreseen(shop, stack, other);
        assert.match(problems.join(), expected);
    });

    it("is waited for by whoever wants another offer", async (t) => {
        const { shop, stack } = await transitionedElsewhere(t, { pendingTransitionReads: 9 });
        const other = licences(shop.customerId, { skuId: "0002" });
        const expected = /is about to become CFQ7TTC0LF8S.*Run `pulumi up` again when that is done/;
        assert.match((await failureOf(() => up(shop, stack, other))).message, expected);
        assert.match((await foreseen(shop, stack, other)).problems.join(), expected);
        assert.deepEqual(linesOf(shop), []);
    });
});

describe("a part of a subscription that became another one elsewhere", () => {
    /** Two of five licences are E5 by now, as a subscription of their own; or are about to be. */
    async function parted(t: Parameters<typeof shopFor>[0], options?: SimulatorOptions) {
        const begun = await bought(t, options);
        const { shop, stack } = begun;
        await shop.client().transitions.start(shop.customerId, stack.id ?? "", {
            toCatalogItemId: e5Item,
            quantity: 2,
            transitionType: "transition_only",
        });
        shop.simulator.forgetRequests();
        const part = () => subscriptionsOf(shop).find(({ id }) => id !== stack.id);
        return { ...begun, part };
    }

    it("is not what the rest is to become: that is asked for, of the rest alone", async (t) => {
        const { shop, stack, news, part } = await parted(t);
        await refresh(shop, stack);
        const { notes } = await foreseen(shop, stack, { ...news, quantity: 3 });
        assert.match(notes.join(), /becomes 3 x Office 365 E5/);
        await up(shop, stack, { ...news, quantity: 3 });
        assert.deepEqual(linesOf(shop), ["POST transitions"]);
        assert.equal(stack.subscription?.subscriptionId, stack.id);
        assert.equal(stack.subscription?.offerName, "Office 365 E5 without Audio Conferencing");
        assert.equal(part()?.purchase?.quantity, 2, "nothing is bought there");
    });

    it("is not taken for the whole where the list of transitions is behind", async (t) => {
        const { shop, stack, news, part } = await parted(t);
        await refresh(shop, stack);
        const client = shop.client();
        const { transitions } = client;
        const before = await transitions.list(shop.customerId, stack.id ?? "");
        transitions.list = async () => before;
        Object.defineProperty(client, "transitions", { value: transitions });
        const { subscription: state, id = "" } = stack;
        assert.ok(state);
        const made = await subscriptionLifecycle.update(
            id,
            state,
            { ...news, quantity: 3 },
            client,
            () => {},
        );
        assert.equal(made.subscriptionId, id);
        assert.equal(part()?.purchase?.quantity, 2);
    });

    it("is waited for, and not followed, while it is on its way", async (t) => {
        const { shop, stack, news } = await parted(t, { pendingTransitionReads: 9 });
        const expected = /is about to become CFQ7TTC0LF8S.*Run `pulumi up` again when that is done/;
        assert.match((await failureOf(() => up(shop, stack, news))).message, expected);
        assert.deepEqual(linesOf(shop), []);
    });

    for (const isRefreshed of [true, false]) {
        it(`is neither shown nor ended for one that has ended (${isRefreshed})`, async (t) => {
            const { shop, stack, part } = await parted(t);
            if (isRefreshed) await refresh(shop, stack);
            shop.simulator.portal.cancelSubscription(shop.customerId, stack.id ?? "");
            await destroy(shop, stack, "cancel");
            assert.equal(part()?.status, "active", "it is somebody else's");
            await refresh(shop, stack);
            assert.equal(stack.subscription, undefined);
        });
    }
});
