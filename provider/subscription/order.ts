import { setTimeout as sleep } from "node:timers/promises";
import { IncompleteResource } from "../lifecycle/incomplete";
import type { Tell } from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { CartResource } from "../partnercenter/carts";
import type { PartnerCenter } from "../partnercenter/client";
import { isNotFound, messageOf, PartnerCenterError } from "../partnercenter/errors";
import type { OrderResource } from "../partnercenter/orders";
import type { SubscriptionResource } from "../partnercenter/types";
import { checkOut } from "./checkout";
import type { SubscriptionInputs } from "./shapes";
import { othersThan, purchaseInWords } from "./takeover";
import { hasEnded, inWords, twinsOf } from "./twins";
import { toState } from "./wire";

/** What must be done before anything is bought anew. */
const howToBuyAnew =
    'To buy it (again), replace its cart, the resource of the type Cart with the same name: pulumi up --replace "<URN of the cart>" (pulumi stack --show-urns lists it).';

/**
 * Buys what is declared, exactly once, and answers the subscription.
 *
 * The cart was in the state before this began. Whenever a run was cut short, the next one finds the
 * same cart, and the service does not sell one cart twice.
 *
 * @throws IncompleteResource as soon as the subscription's id is known and anything after that failed.
 */
export async function orderSubscription(
    inputs: SubscriptionInputs,
    client: PartnerCenter,
    tell: Tell,
): Promise<SubscriptionResource> {
    const cart = await readCart(inputs, client);
    const isRerun = isOrdered(cart);
    if (!isRerun) {
        await refuseTwins(inputs, client);
    }
    const order = await checkOut(inputs, cart, client);
    const subscriptionId = await provisioned(inputs, order, client, tell);
    return await readBack(inputs, subscriptionId, isRerun, client);
}

function isOrdered({ status }: CartResource): boolean {
    return status?.toLowerCase() === "ordered";
}

async function readCart(inputs: SubscriptionInputs, client: PartnerCenter): Promise<CartResource> {
    const { customerId, cartId = "" } = inputs;
    try {
        return await client.carts.get(customerId, cartId);
    } catch (error) {
        if (!isNotFound(error)) {
            throw error;
        }
        await refuseTwins(inputs, client);
        throw new PartnerCenterError(
            `Nothing was ordered: the cart ${cartId} is not there any more, since carts live for seven days. ${howToBuyAnew}\n  ${messageOf(error)}`,
            { cause: error },
        );
    }
}

/** A subscription that looks like this one may be this very purchase, whose cart was lost. */
async function refuseTwins(inputs: SubscriptionInputs, client: PartnerCenter): Promise<void> {
    const twins = twinsOf(inputs, await client.getSubscriptions(inputs.customerId));
    const [first] = twins;
    if (first !== undefined) {
        throw new PartnerCenterError(
            `Nothing was ordered: the customer ${inputs.customerId} already has ${twins.map(inWords).join(", ")} of this offer and name. To take it over, add this line to the resource:\n    existingSubscriptionId: "${first.id}",\n  To buy another one, give it a friendlyName of its own.`,
        );
    }
}

/** The id of the subscription that an order brings; it may take a while to come. */
async function provisioned(
    { customerId }: SubscriptionInputs,
    placed: OrderResource,
    client: PartnerCenter,
    tell: Tell,
): Promise<string> {
    let order = placed;
    for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 10_000)) {
        const id = order.lineItems?.find((line) => line.subscriptionId)?.subscriptionId;
        if (id !== undefined) {
            return id;
        }
        const status = order.status ?? "pending";
        if (/cancel|error|reject|partial/i.test(status)) {
            throw new PartnerCenterError(
                `The order ${order.id} of the customer ${customerId} has come to nothing: Partner Center says "${status}". ${howToBuyAnew}`,
            );
        }
        if (Date.now() + waitMs > client.deadline) {
            throw new PartnerCenterError(
                `The order ${order.id} of the customer ${customerId} is placed, and Partner Center still says "${status}". \`pulumi up\` waits for it again; it orders nothing a second time.`,
            );
        }
        if (order === placed) {
            tell(`The order ${order.id} is placed; waiting for its subscription.`);
        }
        await sleep(waitMs);
        order = await client.orders.get(customerId, order.id);
    }
}

/** The subscription as it is held. Reading right after an order can be too early. */
async function readBack(
    inputs: SubscriptionInputs,
    id: string,
    isRerun: boolean,
    client: PartnerCenter,
): Promise<SubscriptionResource> {
    let held: SubscriptionResource;
    try {
        held = await patiently(() => client.subscriptions.get(inputs.customerId, id), client);
    } catch (error) {
        throw isNotFound(error) && isRerun
            ? usedUp(inputs, id, "is not there (any more, or yet)")
            : unconfirmed(inputs, id, error);
    }
    if (hasEnded(held)) {
        throw usedUp(inputs, id, `is ${held.status}`);
    }
    if (isRerun && othersThan(inputs, held).length > 0) {
        throw usedUp(inputs, id, `is another purchase (${purchaseInWords(held)})`);
    }
    return held;
}

function usedUp({ cartId }: SubscriptionInputs, id: string, how: string): PartnerCenterError {
    return new PartnerCenterError(
        `Nothing was ordered: the cart ${cartId} was bought before, and its subscription ${id} ${how}. ${howToBuyAnew}`,
    );
}

function unconfirmed(inputs: SubscriptionInputs, id: string, error: unknown) {
    const { status: _, ...state } = toState(inputs, { id });
    return new IncompleteResource(id, state, [
        `Subscription ${id} was ordered, but could not be read back; \`pulumi up\` completes it. ${messageOf(error)}`,
    ]);
}
