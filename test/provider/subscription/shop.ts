import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { type CartState, cartLifecycle } from "../../../provider/cart/lifecycle";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { Inquiry } from "../../../provider/lifecycle/inquiry";
import type { ForesightContext } from "../../../provider/lifecycle/lifecycle";
import { PartnerCenter } from "../../../provider/partnercenter/client";
import type { Connection } from "../../../provider/partnercenter/connection";
import type { NetworkRequest } from "../../../provider/partnercenter/http/exchange";
import { Network } from "../../../provider/partnercenter/http/network";
import { resolveSettings } from "../../../provider/settings";
import { connect } from "../../../provider/settings/connect";
import { subscriptionLifecycle } from "../../../provider/subscription/lifecycle";
import type { SubscriptionInputs, SubscriptionState } from "../../../provider/subscription/shapes";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/index";
import { context, domain, someInputs } from "../fixtures";

/** Where a process dies: at its n-th call, before that was sent or after it was carried out. */
export interface KillPoint {
    nth: number;
    when: "before" | "after";
}

export class Killed extends Error {}

/** The network of a process that dies on the way. */
class MortalNetwork extends Network {
    readonly death: Promise<never>;
    #die: () => void = () => {};
    #calls = 0;
    #isDead = false;

    constructor(readonly kill?: KillPoint) {
        super();
        this.death = new Promise((_, reject) => {
            this.#die = () => {
                this.#isDead = true;
                reject(new Killed());
            };
        });
        this.death.catch(() => {});
    }

    override async exchange(request: NetworkRequest): ReturnType<Network["exchange"]> {
        this.#calls += request.url.includes("/v1/") ? 1 : 0;
        const isLast = request.url.includes("/v1/") && this.#calls === this.kill?.nth;
        if (isLast && this.kill?.when === "before") this.#die();
        if (this.#isDead) return await new Promise(() => {});
        const answer = await super.exchange(request);
        if (isLast) this.#die();
        return this.#isDead ? await new Promise(() => {}) : answer;
    }
}

/** What the engine keeps of a subscription and its cart. */
export interface Stack {
    cart?: CartState;
    /** The id of the subscription's resource, which nothing changes. */
    id?: string;
    subscription?: SubscriptionState;
    isIncomplete?: boolean;
}

export interface Shop {
    simulator: Simulator;
    customerId: string;
    client(): PartnerCenter;
    /** What the user was told. */
    told: string[];
}

/** The arguments of five licences, as `check` leaves them. */
export function licences(
    customerId: string,
    more: Partial<SubscriptionInputs> = {},
): SubscriptionInputs {
    return {
        customerId,
        productId: "CFQ7TTC0LH18",
        skuId: "0001",
        quantity: 5,
        termDuration: "P1Y",
        billingCycle: "monthly",
        friendlyName: "mail",
        deletionPolicy: "prevent",
        ...more,
    };
}

/** The arguments of an Azure plan. */
export function azurePlan(
    customerId: string,
    more: Partial<SubscriptionInputs> = {},
): SubscriptionInputs {
    return {
        customerId,
        productId: "DZH318Z0BPS6",
        skuId: "0001",
        quantity: 1,
        billingCycle: "oneTime",
        friendlyName: "azure",
        deletionPolicy: "prevent",
        ...more,
    };
}

/** A simulator with one customer, who has accepted the agreement. */
export async function openShop(options: SimulatorOptions = {}): Promise<Shop> {
    const simulator = await startSimulator({ certificateFolder: ".simulator", ...options });
    const connection = connectionTo(simulator);
    const client = () => new PartnerCenter(connection.begin());
    const { requestKey: _, deletionPolicy: __, ...customer } = someInputs();
    const { id } = await client().createCustomer(
        { ...customer, companyProfile: { domain } } as never,
        "c2e8a4d6-1f3b-4c5d-8e7f-9a0b1c2d3e4f",
    );
    simulator.portal.signAgreement(id);
    simulator.forgetRequests();
    return { simulator, customerId: id, client, told: [] };
}

/** The same, until the end of a test. */
export async function shopFor(t: TestContext, options: SimulatorOptions = {}): Promise<Shop> {
    const shop = await openShop(options);
    t.after(() => shop.simulator.close());
    return shop;
}

function connectionTo(simulator: Simulator, network = new Network()): Connection {
    const settings: Record<string, string> = {
        "partnercenter:apiUrl": simulator.apiUrl,
        // A token made elsewhere speaks for a user, and costs no sign-in.
        "partnercenter:accessToken": simulator.issueToken({ kind: "appAndUser" }),
    };
    const resolved = resolveSettings({ configured: (key) => settings[key], environment: {} });
    return connect(resolved, undefined, network);
}

/** `pulumi up` by a process of its own: first the cart, whose id is then in the state, then the order. */
export async function up(
    shop: Shop,
    stack: Stack,
    inputs: SubscriptionInputs,
    kill?: KillPoint,
): Promise<void> {
    const { client, alive } = startProcess(shop, kill);
    const tell = (line: string) => shop.told.push(line);
    if (inputs.existingSubscriptionId === undefined) {
        stack.cart = await alive(upCart(stack.cart, inputs, client));
    }
    const wanted = { ...inputs, ...(stack.cart && { cartId: stack.cart.cartId }) };
    const held = stack.subscription;
    try {
        if (held === undefined) {
            const made = await alive(subscriptionLifecycle.create(wanted, client(), tell));
            stack.id = made.id;
            stack.subscription = made.state;
        } else {
            const id = idOf(stack);
            const { changes } = subscriptionLifecycle.diff(id, held, wanted);
            if (changes || stack.isIncomplete === true) {
                stack.subscription = await alive(
                    subscriptionLifecycle.update(id, held, wanted, client(), tell),
                );
            }
        }
        stack.isIncomplete = false;
    } catch (error) {
        if (error instanceof IncompleteResource) {
            stack.id ??= error.id;
            stack.subscription = error.state as SubscriptionState;
            stack.isIncomplete = true;
        }
        throw error;
    }
}

/** A process of its own, which may die on the way. */
export function startProcess({ simulator }: Shop, kill?: KillPoint) {
    const network = new MortalNetwork(kill);
    const connection = connectionTo(simulator, network);
    return {
        client: () => new PartnerCenter(connection.begin()),
        alive: <Result>(work: Promise<Result>) => Promise.race([work, network.death]),
    };
}

/** The cart as the engine leaves it: made, changed, or replaced. */
async function upCart(
    cart: CartState | undefined,
    inputs: SubscriptionInputs,
    client: () => PartnerCenter,
): Promise<CartState> {
    const { changes, replaces = [] } =
        cart === undefined
            ? { changes: true, replaces: ["everything"] }
            : cartLifecycle.diff(cart.cartId, cart, inputs);
    if (cart === undefined || replaces.length > 0) {
        return (await cartLifecycle.create(inputs, client(), () => {})).state;
    }
    return changes
        ? await cartLifecycle.update(cart.cartId, cart, inputs, client(), () => {})
        : cart;
}

function idOf({ id, subscription }: Stack): string {
    return id ?? subscription?.subscriptionId ?? "";
}

/** `pulumi refresh`. */
export async function refresh({ client }: Shop, stack: Stack): Promise<void> {
    const held = stack.subscription;
    assert.ok(held);
    const read = await subscriptionLifecycle.read(idOf(stack), held, client());
    if (read === undefined) delete stack.subscription;
    else stack.subscription = read;
}

/** `pulumi destroy`, under a policy. */
export async function destroy(
    { client }: Shop,
    stack: Stack,
    deletionPolicy: SubscriptionState["deletionPolicy"],
): Promise<void> {
    assert.ok(stack.subscription);
    const state = { ...stack.subscription, deletionPolicy };
    await subscriptionLifecycle.delete(idOf(stack), state, client, () => {});
}

/** What a preview asks with. */
export function previewOf({ client }: Shop): ForesightContext {
    return { ...context, isComplete: true, inquiry: new Inquiry(client), client };
}

/** The living orders of the one customer. */
export function ordersOf({ simulator }: Shop): number {
    return simulator.customers[0]?.orders.length ?? 0;
}
