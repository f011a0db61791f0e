import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { providerText } from "../../../provider/dynamic/providerText";
import { Subscription } from "../../../provider/index";
import { customerId, otherCustomerId } from "../fixtures";

interface Registered {
    type: string;
    name: string;
    id?: string | undefined;
    inputs: Record<string, unknown>;
}

let registered: Registered[];

beforeEach(async () => {
    registered = [];
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, id, inputs }) => {
            registered.push({ type: type.split(":").at(-1) ?? "", name, id, inputs });
            return { id: id || `${name}-id`, state: inputs };
        },
        call: () => ({}),
    });
});

const args = { customerId, productId: "CFQ7TTC0LH18", skuId: "0001", quantity: 5 };

describe("a subscription in a program", () => {
    it("is bought by a cart beside it, whose id it is given, and is named as the resource", async () => {
        const mail = new Subscription("mail", args);
        await settled(mail.id);
        const [cart, subscription] = registered;
        assert.deepEqual(cart, {
            type: "Cart",
            name: "mail",
            id: cart?.id,
            inputs: { ...args, friendlyName: "mail", __provider: providerText("Cart") },
        });
        assert.equal(subscription?.type, "Subscription");
        assert.deepEqual(subscription.inputs, {
            ...args,
            friendlyName: "mail",
            cartId: "mail-id",
            __provider: providerText("Subscription"),
        });
    });

    it("that is taken over, or looked up, has no cart", async () => {
        const taken = new Subscription("mail", {
            ...args,
            existingSubscriptionId: otherCustomerId,
        });
        const found = Subscription.get("found", otherCustomerId, { customerId });
        await settled(taken.id);
        await settled(found.id);
        assert.deepEqual(registered.map(({ type, name }) => `${type} ${name}`).sort(), [
            "Subscription found",
            "Subscription mail",
        ]);
        assert.equal(Subscription.isInstance(found), true);
        assert.equal(Subscription.isInstance({}), false);
    });
});

function settled<Value>(output: pulumi.Output<Value>): Promise<Value> {
    return new Promise((resolve) => output.apply((value) => resolve(value)));
}
