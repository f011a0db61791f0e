import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { subscriptionLifecycle } from "../../../provider/subscription/lifecycle";
import type { SubscriptionInputs } from "../../../provider/subscription/shapes";
import { context, customerId, otherCustomerId, unknown } from "../fixtures";
import { azurePlan, licences } from "./shop";

function problemsOf(inputs: object, olds?: SubscriptionInputs): string[] {
    return subscriptionLifecycle.check(olds, inputs as SubscriptionInputs, context).problems;
}

describe("the arguments of a subscription", () => {
    it("are complete with offer, terms and customer; an Azure plan has no terms", () => {
        assert.deepEqual(problemsOf(licences(customerId)), []);
        const {
            billingCycle: _,
            quantity: __,
            deletionPolicy: ___,
            ...plan
        } = azurePlan(customerId);
        const checked = subscriptionLifecycle.check(undefined, plan as SubscriptionInputs, context);
        assert.deepEqual(checked.problems, []);
        assert.deepEqual(checked.inputs, azurePlan(customerId));
    });

    const faults: [string, object, RegExp][] = [
        ["no customer", { customerId: undefined }, /^customerId: is required/],
        ["a customer that is no GUID", { customerId: "contoso" }, /^customerId: must be a GUID/],
        ["no offer", { productId: undefined }, /^productId: say what to order/],
        ["an offer twice", { catalogItemId: "A:1" }, /^catalogItemId: says the same/],
        ["an offer without a SKU", { catalogItemId: "A" }, /^catalogItemId: must be product:sku/],
        ["no quantity", { quantity: 0 }, /^quantity: must be at least 1/],
        ["half a licence", { quantity: 1.5 }, /^quantity: must be a whole number/],
        ["a number as a text", { quantity: "5" }, /^quantity: must be a number/],
        ["an unknown term", { termDuration: "P2Y" }, /^termDuration: /],
        ["no cycle", { billingCycle: undefined }, /^billingCycle: is required/],
        [
            "a year's bill for a month",
            { termDuration: "P1M", billingCycle: "annual" },
            /P1M cannot be/,
        ],
        ["an empty name", { friendlyName: " " }, /^friendlyName: must not be empty/],
        ["a partner id in letters", { partnerIdOnRecord: "x1" }, /^partnerIdOnRecord: /],
        ["another status", { status: "deleted" }, /^status: /],
        ["another policy", { deletionPolicy: "delete" }, /^deletionPolicy: /],
        ["a word too much", { colour: "red" }, /^colour: Subscription has no such argument/],
    ];
    for (const [name, fault, expected] of faults) {
        it(`are refused with ${name}`, () => {
            const problems = problemsOf({ ...licences(customerId), ...fault });
            assert.ok(
                problems.some((problem) => expected.test(problem)),
                problems.join("\n"),
            );
        });
    }

    it("of an Azure plan are refused with terms or several pieces, all faults at once", () => {
        const problems = problemsOf(
            azurePlan(customerId, { quantity: 2, termDuration: "P1Y", billingCycle: "annual" }),
        );
        assert.deepEqual(
            problems.map((problem) => problem.split(":")[0]),
            ["quantity", "termDuration", "billingCycle"],
        );
    });

    it("may be unknown until others exist", () => {
        const inputs = { ...licences(customerId), customerId: unknown, quantity: unknown };
        assert.deepEqual(problemsOf(inputs), []);
        assert.deepEqual(problemsOf(inputs, licences(customerId)), []);
    });
});

describe("a change of the arguments", () => {
    const olds = licences(customerId);

    it("of terms or customer would buy anew: a protected subscription refuses it", () => {
        for (const change of [
            { termDuration: "P1M" as const },
            { billingCycle: "annual" as const },
            { customerId: otherCustomerId },
            { customerId: otherCustomerId, skuId: "0002" },
        ]) {
            const [problem = "", ...others] = problemsOf({ ...olds, ...change }, olds);
            assert.match(problem, /this is another purchase.*"prevent" does not allow that/);
            assert.deepEqual(others, []);
            const free = licences(customerId, { deletionPolicy: "cancel" });
            assert.deepEqual(problemsOf({ ...free, ...change }, free), []);
        }
    });

    it("of the offer, with whatever terms, is told what it does, and buys nothing under any policy", () => {
        for (const deletionPolicy of ["prevent", "cancel"] as const) {
            const held = licences(customerId, { deletionPolicy });
            const news = { ...held, productId: "CFQ7TTC0LF8S", billingCycle: "annual" as const };
            assert.deepEqual(problemsOf(news, held), []);
            const { warnings } = subscriptionLifecycle.check(held, news, context);
            assert.match(
                warnings.join(),
                /^productId: what was bought becomes CFQ7TTC0LF8S:0001.* cannot be taken back/,
            );
            assert.deepEqual(subscriptionLifecycle.diff("id", held as never, news), {
                changes: true,
                replaces: [],
            });
        }
    });

    it("of the offer goes without a reduction, which comes before or after it", () => {
        const news = { ...olds, productId: "CFQ7TTC0LF8S", quantity: 4 };
        assert.match(problemsOf(news, olds).join(), /^quantity: cannot be reduced together/);
        assert.deepEqual(problemsOf({ ...news, quantity: 6 }, olds), []);
        assert.deepEqual(problemsOf({ ...news, productId: unknown }, olds), []);
    });

    it("of the availability alone, or of the way to name the offer, is none", () => {
        const { productId: _, skuId: __, ...inputs } = olds;
        const named = { ...inputs, catalogItemId: "cfq7ttc0lh18:0001:NEW" };
        assert.deepEqual(problemsOf(named, olds), []);
    });

    it("of the reseller on record, or of the subscription taken over, is refused", () => {
        assert.match(problemsOf({ ...olds, partnerIdOnRecord: "1" }, olds)[0] ?? "", /is fixed by/);
        const taken = licences(customerId, { existingSubscriptionId: customerId });
        const other = { ...taken, existingSubscriptionId: otherCustomerId };
        assert.match(problemsOf(other, taken)[0] ?? "", /^existingSubscriptionId: the resource/);
    });

    it("of the quantity is told with its price: bought at once, given back for seven days", () => {
        const warningsOf = (quantity: number) =>
            subscriptionLifecycle.check(olds, { ...olds, quantity }, context).warnings;
        assert.match(warningsOf(7)[0] ?? "", /^quantity: 2 more will be bought, 7 instead of 5/);
        assert.match(warningsOf(3)[0] ?? "", /^quantity: 2 will be given back.*800090/);
        assert.deepEqual(warningsOf(5), []);
    });
});
