import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { trustedCertificate } from "../../partnercenter/trust";
import { licences } from "../shop";
import { bought, e5Item, foreseen } from "./bought";

before(async () => {
    await trustedCertificate();
});

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
