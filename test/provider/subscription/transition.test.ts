import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { cartLifecycle } from "../../../provider/cart/lifecycle";
import { subscriptionLifecycle } from "../../../provider/subscription/lifecycle";
import type { SubscriptionInputs } from "../../../provider/subscription/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { failureOf } from "../fixtures";
import { trustedCertificate } from "../partnercenter/trust";
import {
    azurePlan,
    destroy,
    licences,
    ordersOf,
    previewOf,
    refresh,
    type Shop,
    type Stack,
    shopFor,
    up,
} from "./shop";

before(async () => {
    await trustedCertificate();
});

const e5 = { productId: "CFQ7TTC0LF8S", skuId: "0001" } as const;
const e5Item = "CFQ7TTC0LF8S:0001:CFQ7TTC0VZW5";

interface Begun {
    shop: Shop;
    stack: Stack;
    /** The arguments with another offer. */
    news: SubscriptionInputs;
}

/** Five licences of Business Basic, bought, and about to be declared as E5. */
async function bought(
    t: Parameters<typeof shopFor>[0],
    options: SimulatorOptions = {},
    change: Partial<SubscriptionInputs> = {},
    first: Partial<SubscriptionInputs> = {},
): Promise<Begun> {
    const shop = await shopFor(t, options);
    const stack: Stack = {};
    await up(shop, stack, licences(shop.customerId, first));
    shop.simulator.forgetRequests();
    return { shop, stack, news: licences(shop.customerId, { ...first, ...e5, ...change }) };
}

function subscriptionsOf({ simulator }: Shop) {
    return simulator.customers[0]?.subscriptions ?? [];
}

function writesOf({ simulator }: Shop): { line: string; body: unknown }[] {
    return simulator.requests
        .filter(({ method }) => method !== "GET")
        .map(({ method, path, body }) => ({
            line: `${method} ${path
                .split("/")
                .at(-1)
                ?.replace(/^[0-9a-f-]{36}$/, "ID")}`,
            body,
        }));
}

const linesOf = (shop: Shop) => writesOf(shop).map(({ line }) => line);

describe("a transition", () => {
    it("makes of all licences what is declared, in place, by one request", async (t) => {
        const { shop, stack, news } = await bought(t);
        const { id, cart } = stack;
        await up(shop, stack, news);
        const [request, ...others] = writesOf(shop);
        assert.deepEqual(others, []);
        assert.equal(request?.line, "POST transitions");
        assert.deepEqual(request?.body, {
            toCatalogItemId: e5Item,
            quantity: 5,
            termDuration: "P1Y",
            billingCycle: "monthly",
            transitionType: "transition_with_license_transfer",
        });
        const [held, ...more] = subscriptionsOf(shop);
        assert.deepEqual(more, []);
        assert.equal(ordersOf(shop), 1);
        const { subscription } = stack;
        assert.deepEqual(
            [subscription?.subscriptionId, subscription?.productId, subscription?.offerName],
            [id, e5.productId, "Office 365 E5 without Audio Conferencing"],
        );
        assert.equal(held?.purchase?.catalogItemId, e5Item);
        assert.equal(stack.cart?.cartId, cart?.cartId, "the cart that was bought stays the cart");
        assert.equal(
            subscriptionLifecycle.diff(id ?? "", subscription as never, news).changes,
            false,
        );
        assert.equal(
            cartLifecycle.diff("", stack.cart as never, news).changes,
            false,
            "a second run changes nothing",
        );
    });

    it("takes the terms that are declared, and buys more only afterwards", async (t) => {
        const { shop, stack, news } = await bought(t, {}, { quantity: 7, billingCycle: "annual" });
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), ["POST transitions", "PATCH ID"]);
        const { purchase } = subscriptionsOf(shop)[0] ?? {};
        assert.deepEqual([purchase?.quantity, purchase?.billingCycle], [7, "annual"]);
        assert.deepEqual(
            [stack.subscription?.quantity, stack.subscription?.billingCycle],
            [7, "annual"],
        );
    });

    it("makes a paid subscription of a trial", async (t) => {
        const trial = { skuId: "0002", termDuration: "P1M", billingCycle: "none" } as const;
        const shop = await shopFor(t);
        const stack: Stack = {};
        await up(shop, stack, licences(shop.customerId, trial));
        await up(shop, stack, licences(shop.customerId));
        assert.equal(stack.subscription?.offerName, "Microsoft 365 Business Basic");
        assert.equal(ordersOf(shop), 1);
    });

    it("of what is suspended reactivates it first, where that is declared", async (t) => {
        const { shop, stack, news } = await bought(
            t,
            {},
            { status: "active" },
            { status: "suspended" },
        );
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), ["PATCH ID", "POST transitions"]);
        assert.equal(subscriptionsOf(shop)[0]?.status, "active");
    });

    it("is waited for, and that is said", async (t) => {
        for (const transitionHistory of ["items", "transition"] as const) {
            const { shop, stack, news } = await bought(t, {
                pendingTransitionReads: 2,
                uncertain: { transitionHistory, noTransitions: "404-800076" },
            });
            await up(shop, stack, news);
            assert.match(shop.told.join(), /"mail" is becoming another offer; waiting/);
            assert.equal(stack.subscription?.productId, e5.productId);
        }
    });

    it("that takes longer than a run may is waited for by the next one", async (t) => {
        const { shop, stack, news } = await bought(t, { pendingTransitionReads: 6 });
        const { subscription: state, id = "" } = stack;
        assert.ok(state);
        const hurried = shop.client();
        Object.defineProperty(hurried, "deadline", { value: Date.now() });
        await assert.rejects(
            subscriptionLifecycle.update(id, state, news, hurried, () => {}),
            /^PartnerCenterError: productId: "mail" .* still shows it as Microsoft 365 Business Basic.*asks for nothing a second time/,
        );
        await up(shop, stack, news);
        assert.deepEqual(linesOf(shop), ["POST transitions"]);
        assert.equal(stack.subscription?.productId, e5.productId);
    });

    it("that moves no licences says so", async (t) => {
        const { shop, stack, news } = await bought(t);
        await up(shop, {}, licences(shop.customerId, { ...e5, friendlyName: "other" }));
        await up(shop, stack, news);
        assert.match(shop.told.join(), /without moving its users' licences: assign them anew/);
        const [{ body } = { body: {} }] = writesOf(shop).slice(-1);
        assert.equal((body as { transitionType?: string }).transitionType, "transition_only");
    });

    it("that comes to nothing is told with its reason, and asked for again by the next run", async (t) => {
        const { shop, stack, news } = await bought(t, { pendingTransitionReads: 3 });
        const id = stack.id ?? "";
        const run = failureOf(() => up(shop, stack, news));
        while (subscriptionsOf(shop)[0]?.transitions === undefined) await sleep(10);
        shop.simulator.portal.failTransition(shop.customerId, id, "A seat is in use.");
        assert.match(
            (await run).message,
            /has not become CFQ7TTC0LF8S.*: A seat is in use\. It is as it was/,
        );
        assert.equal(stack.subscription?.productId, "CFQ7TTC0LH18");
        await up(shop, stack, news);
        assert.equal(stack.subscription?.productId, e5.productId);
        assert.deepEqual(linesOf(shop), ["POST transitions", "POST transitions"]);
    });

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

    it("is followed by what else is declared; where that fails, what it has become is kept", async (t) => {
        const { shop, stack, news } = await bought(t, {}, { quantity: 10_000_001 });
        await assert.rejects(up(shop, stack, news), /is there, but is not yet as it is declared/);
        assert.equal(stack.subscription?.productId, e5.productId);
        await up(shop, stack, { ...news, quantity: 6 });
        assert.deepEqual(
            linesOf(shop).filter((line) => line.startsWith("POST")),
            ["POST transitions"],
        );
    });
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

async function foreseen(shop: Shop, { id = "", subscription }: Stack, news: SubscriptionInputs) {
    assert.ok(subscription);
    shop.simulator.forgetRequests();
    const foresight = await subscriptionLifecycle.foreseeChange?.(
        id,
        subscription,
        news,
        previewOf(shop),
    );
    assert.ok(foresight);
    assert.deepEqual(linesOf(shop), [], "a preview only reads");
    return foresight;
}

describe("a preview of a change", () => {
    it("of the offer says from what to what, how many, and that it is for ever", async (t) => {
        const { shop, stack, news } = await bought(t);
        assert.deepEqual(await foreseen(shop, stack, news), {
            problems: [],
            warnings: [],
            notes: [
                `"mail" (${stack.id}) becomes 5 x Office 365 E5 without Audio Conferencing (${e5Item}), for P1Y, billed monthly, instead of Microsoft 365 Business Basic (CFQ7TTC0LH18:0001:CFQ7TTC0K971), at the price of the partner's price list; users keep their licences. That cannot be taken back.`,
            ],
        });
    });

    it("of the offer refuses what is not eligible, with what is", async (t) => {
        const { shop, stack } = await bought(t);
        const { problems } = await foreseen(
            shop,
            stack,
            licences(shop.customerId, { skuId: "0002" }),
        );
        assert.match(
            problems.join(),
            /^productId: .*it can become Office 365 E5 .*a resource of its own/,
        );
        const other = await bought(t, {}, {}, { status: "suspended" });
        const refused = await foreseen(other.shop, other.stack, other.news);
        assert.match(refused.problems.join(), /source subscription isn't active/);
    });

    it("of what is suspended says that it is reactivated first, where that is declared", async (t) => {
        const { shop, stack, news } = await bought(
            t,
            {},
            { status: "active" },
            { status: "suspended" },
        );
        const { problems, warnings } = await foreseen(shop, stack, news);
        assert.deepEqual(problems, [], "else the update that reactivates it would never be made");
        assert.match(warnings.join(), /isn't active.*It is suspended now, and reactivated first/);
    });

    it("of the offer asks for nothing that was asked for before", async (t) => {
        const { shop, stack, news } = await bought(t, { pendingTransitionReads: 9 });
        await shop.client().transitions.start(shop.customerId, stack.id ?? "", {
            toCatalogItemId: e5Item,
            quantity: 5,
            transitionType: "transition_only",
        });
        assert.match((await foreseen(shop, stack, news)).notes.join(), /this is waited for/);
        for (let read = 0; read < 9; read += 1) {
            await shop.client().transitions.list(shop.customerId, stack.id ?? "");
        }
        assert.match(
            (await foreseen(shop, stack, news)).notes.join(),
            /already: nothing is asked for/,
        );
    });

    it("of anything else asks nothing", async (t) => {
        const { shop, stack } = await bought(t);
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(
            await foreseen(shop, stack, licences(shop.customerId, { quantity: 7 })),
            nothing,
        );
        assert.deepEqual(shop.simulator.requests, []);
    });
});

describe("another offer for a subscription that is not there yet", () => {
    it("goes into the cart, if that was not bought", async (t) => {
        const shop = await shopFor(t);
        const stack: Stack = {};
        shop.simulator.misbehave({
            on: { path: "/checkout$" },
            status: 403,
            body: { code: 800020 },
        });
        await assert.rejects(up(shop, stack, licences(shop.customerId)), /800020/);
        await up(shop, stack, licences(shop.customerId, e5));
        assert.equal(subscriptionsOf(shop)[0]?.purchase?.catalogItemId, e5Item);
        assert.equal(shop.simulator.customers[0]?.carts.length, 1);
    });

    it("is refused, if the cart was bought in a run that was cut: what was bought is named", async (t) => {
        const { shop, stack } = await bought(t);
        const { cart } = stack;
        const rest: Stack = cart ? { cart } : {};
        const failure = await failureOf(() => up(shop, rest, licences(shop.customerId, e5)));
        assert.match(
            failure.message,
            /^Nothing was ordered: the cart .* is another purchase \(Microsoft 365 Business Basic/,
        );
        assert.equal(ordersOf(shop), 1);
    });
});
