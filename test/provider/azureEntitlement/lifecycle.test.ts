import assert from "node:assert/strict";
import { before, describe, it, type TestContext } from "node:test";
import { cancelEntitlement } from "../../../provider/azureEntitlement/cancellation";
import { azureEntitlementLifecycle as lifecycle } from "../../../provider/azureEntitlement/lifecycle";
import type {
    AzureEntitlementInputs,
    AzureEntitlementState,
} from "../../../provider/azureEntitlement/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { trustedCertificate } from "../partnercenter/trust";
import { azurePlan, destroy, previewOf, type Stack, shopFor, up } from "../subscription/shop";

before(async () => {
    await trustedCertificate();
});

/** An Azure subscription that is in the state. */
async function declared(
    t: TestContext,
    change: Partial<AzureEntitlementInputs> = {},
    options: SimulatorOptions = {},
) {
    const shop = await shopFor(t, options);
    const stack: Stack = {};
    await up(shop, stack, azurePlan(shop.customerId));
    const { subscriptionId = "", azureSubscriptionIds: [entitlementId = ""] = [] } =
        stack.subscription ?? {};
    const { customerId } = shop;
    const inputs: AzureEntitlementInputs = {
        customerId,
        subscriptionId,
        entitlementId,
        deletionPolicy: "prevent",
        ...change,
    };
    const { id, state } = await lifecycle.create(inputs, shop.client());
    shop.simulator.forgetRequests();
    const read = (known = state) => lifecycle.read(id, known, shop.client());
    const remove = () => lifecycle.delete(id, state, shop.client, (line) => shop.told.push(line));
    const writes = () => shop.simulator.requests.filter(({ method }) => method !== "GET");
    return { shop, stack, inputs, id, state, read, remove, writes };
}

const toCancel = { deletionPolicy: "cancel", cancellationReason: "compromise" } as const;

describe("an Azure subscription", () => {
    it("is taken into the state as it is, and nothing is changed", async (t) => {
        const { inputs, id, state, read, writes } = await declared(t);
        assert.equal(id, `${inputs.customerId}/${inputs.subscriptionId}/${inputs.entitlementId}`);
        assert.deepEqual(state, { ...inputs, friendlyName: "Microsoft Azure", status: "active" });
        assert.deepEqual(await read(), state);
        assert.deepEqual(lifecycle.diff(id, state, inputs), { changes: false, replaces: [] });
        assert.deepEqual(await read({} as AzureEntitlementState), state, "also by its id alone");
        assert.deepEqual(writes(), []);
    });

    it("that was cancelled elsewhere is still there: the Azure portal can reactivate it", async (t) => {
        const { shop, inputs, read } = await declared(t);
        const { portal } = shop.simulator;
        portal.changeAzureSubscription(inputs.customerId, inputs.subscriptionId, "inactive");
        assert.equal((await read())?.status, "inactive");
        portal.changeAzureSubscription(inputs.customerId, inputs.subscriptionId, "active");
        assert.equal((await read())?.status, "active");
    });

    it("is gone with its customer, and not known where the service does not answer", async (t) => {
        const { shop, inputs, read } = await declared(t);
        shop.simulator.misbehave({ on: { method: "GET" }, status: 403 });
        await assert.rejects(read(), /read the Azure subscription .*HTTP 403/);
        shop.simulator.portal.removeRelationship(inputs.customerId);
        assert.equal(await read(), undefined);
    });

    it("changes its policy and its reason without a call", async (t) => {
        const { shop, inputs, id, state } = await declared(t);
        const news = { ...inputs, ...toCancel };
        assert.deepEqual(lifecycle.diff(id, state, news), { changes: true, replaces: [] });
        const updated = await lifecycle.update(id, state, news);
        assert.deepEqual(updated, { ...state, ...toCancel });
        assert.deepEqual(shop.simulator.requests, []);
    });
});

describe("the end of an Azure subscription", () => {
    it("is refused by prevent, and is nothing to the service with retain", async (t) => {
        const { remove, writes } = await declared(t);
        assert.match(
            (await failureOf(remove)).message,
            /is not removed: deletionPolicy is "prevent".*"retain".*"cancel" with a cancellationReason/,
        );
        const retained = await declared(t, { deletionPolicy: "retain" });
        await retained.remove();
        assert.deepEqual([...writes(), ...retained.writes()], []);
    });

    it("is a cancellation with its reason, after which the Azure plan can be suspended", async (t) => {
        for (const entitlementCancellation of [200, 202] as const) {
            const { shop, stack, read, remove, writes } = await declared(t, toCancel, {
                uncertain: { entitlementCancellation },
            });
            await assert.rejects(destroy(shop, stack, "suspend"), /900115.*AzureEntitlement/s);
            shop.simulator.forgetRequests();
            await remove();
            assert.deepEqual(
                writes().map(({ body }) => body),
                [{ cancellationReason: "compromise" }],
            );
            assert.match(
                shop.told.join(),
                /is cancelled. The Azure portal alone can reactivate it/,
            );
            assert.equal((await read())?.status, "inactive");
            await remove();
            assert.equal(writes().length, 1, "what is over is not cancelled again");
            await destroy(shop, stack, "suspend");
        }
    });

    it("is waited for; what is not shown in the end is said, and looked at again", async (t) => {
        const { shop, state, remove } = await declared(t, toCancel, {
            uncertain: { entitlementActiveForMs: 300 },
        });
        const tell = (line: string) => shop.told.push(line);
        await cancelEntitlement(state, shop.client(), tell, {
            first: 50,
            longest: 50,
            told: 60_000,
        });
        assert.match(shop.told[0] ?? "", /^Waiting until .* it is still active\. This run waits/);
        assert.match(shop.told[1] ?? "", /is cancelled/);
        await remove();
    });

    it("that the service refuses is told with its words", async (t) => {
        const { remove } = await declared(t, { ...toCancel, cancellationReason: "bored" });
        await assert.rejects(remove(), /'bored' is invalid \(code 900307.*Give "compromise"/s);
    });
});

describe("the arguments of an Azure subscription", () => {
    const inputs: AzureEntitlementInputs = {
        customerId: otherId,
        subscriptionId: otherId,
        entitlementId: otherId,
        deletionPolicy: "prevent",
    };
    const problemsOf = (news: object, olds?: AzureEntitlementInputs) =>
        lifecycle.check(olds, { ...inputs, ...news } as AzureEntitlementInputs, context).problems;

    it("are three ids, and a reason for whoever cancels; all faults are said at once", () => {
        assert.deepEqual(problemsOf({}), []);
        assert.deepEqual(problemsOf({ entitlementId: unknown, ...toCancel }), []);
        assert.deepEqual(
            problemsOf({ customerId: "contoso", entitlementId: "", deletionPolicy: "cancel" }).map(
                (problem) => problem.split(":")[0],
            ),
            ["customerId", "entitlementId", "cancellationReason"],
        );
        assert.match(problemsOf({ colour: "red" }).join(), /^colour: AzureEntitlement has no such/);
        const { deletionPolicy: _, ...bare } = inputs;
        const checked = lifecycle.check(undefined, bare as AzureEntitlementInputs, context);
        assert.equal(checked.inputs.deletionPolicy, "prevent");
    });

    it("that name another one are a replacement, which prevent refuses at preview", () => {
        const another = "11111111-2222-3333-4444-555555555555";
        for (const member of ["customerId", "subscriptionId", "entitlementId"] as const) {
            const news = { [member]: another };
            assert.match(
                problemsOf(news, inputs).join(),
                new RegExp(`^${member}: this is another Azure subscription`),
            );
            assert.deepEqual(problemsOf(news, { ...inputs, deletionPolicy: "retain" }), []);
            assert.deepEqual(problemsOf({ [member]: unknown }, inputs), []);
            assert.deepEqual(lifecycle.diff("", inputs, { ...inputs, ...news }), {
                changes: true,
                replaces: [member],
            });
        }
    });
});

describe("a preview of an Azure subscription", () => {
    it("refuses one that is not there, warns of one that is over, and asks nothing about a plan to come", async (t) => {
        const { shop, inputs } = await declared(t);
        const foresee = (news: AzureEntitlementInputs, isComplete = true) =>
            lifecycle.foresee(news, { ...previewOf(shop), isComplete });
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee(inputs), nothing);
        const { problems } = await foresee({ ...inputs, entitlementId: otherId });
        assert.match(
            problems.join(),
            /^entitlementId: the Azure plan .* has no Azure subscription/,
        );
        const { portal } = shop.simulator;
        portal.changeAzureSubscription(inputs.customerId, inputs.subscriptionId, "inactive");
        const { warnings } = await foresee(inputs);
        assert.match(warnings.join(), /^entitlementId: .* is inactive\. The Azure portal alone/);
        shop.simulator.forgetRequests();
        assert.deepEqual(await foresee({ ...inputs, subscriptionId: unknown }, false), nothing);
        assert.deepEqual(shop.simulator.requests, []);
    });
});
