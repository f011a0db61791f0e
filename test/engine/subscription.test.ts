import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator } from "../../simulator";
import { dieWhenAsked, killProviders, startAgain } from "./kill/killed";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customer, imports } from "./programs";

interface Wishes {
    quantity?: number;
    /** Further arguments of both subscriptions. */
    args?: string;
}

/** A customer with its agreement, an Azure plan and licences. */
function program({ quantity = 5, args = "" }: Wishes = {}): string {
    return `${imports}
        const contoso = ${customer({ args: 'deletionPolicy: "delete",' })};
        const customerId = contoso.tenantId;
        const agreement = new partnercenter.CustomerAgreement("contoso-agreement", {
            customerId,
            primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
        });
        const azure = new partnercenter.Subscription("azure", {
            customerId, productId: "DZH318Z0BPS6", skuId: "0001", ${args}
        }, { dependsOn: agreement });
        const mail = new partnercenter.Subscription("mail", {
            customerId, catalogItemId: "CFQ7TTC0LH18:0001", quantity: ${quantity},
            termDuration: "P1Y", billingCycle: "monthly", ${args}
        }, { dependsOn: agreement });
        export const azureSubscriptionId = azure.azureSubscriptionIds.apply((ids) => ids?.[0]);
        export const offer = mail.offerName;
        export const until = mail.cancellationAllowedUntilDate;
    `;
}

function boughtBy(simulator: Simulator) {
    const subscriptions = simulator.customers[0]?.subscriptions ?? [];
    return subscriptions.map(
        ({ friendlyName, status, purchase }) => `${friendlyName} ${purchase?.quantity} ${status}`,
    );
}

test("an Azure plan and licences are foreseen, bought once, changed, and end as their policies say", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: program() });
    // Agreements are for an application with a user.
    signInAsUser({ simulator, stack });
    (await stack.preview()).expectSuccess();
    assert.equal(simulator.customers.length, 0, "a preview orders nothing");

    (await stack.up()).expectSuccess();
    assert.deepEqual(boughtBy(simulator).sort(), ["azure 1 active", "mail 5 active"]);
    const [held] = simulator.customers;
    const plan = held?.subscriptions.find(({ friendlyName }) => friendlyName === "azure");
    const mail = held?.subscriptions.find(({ friendlyName }) => friendlyName === "mail");
    const outputs = await stack.outputs();
    assert.equal(outputs.azureSubscriptionId, plan?.purchase?.azureSubscriptionId);
    assert.equal(outputs.offer, "Microsoft 365 Business Basic");
    assert.equal(outputs.until, mail?.purchase?.cancellationAllowedUntil);
    (await stack.preview("--expect-no-changes")).expectSuccess();

    await stack.rewriteProgram(program({ quantity: 7 }));
    const preview = await stack.preview();
    assert.match(preview.output, /quantity: 2 more will be bought, 7 instead of 5/);
    simulator.forgetRequests();
    (await stack.up()).expectSuccess();
    assert.deepEqual(boughtBy(simulator).sort(), ["azure 1 active", "mail 7 active"]);
    assert.deepEqual(
        apiCalls(simulator).filter((line) => !line.startsWith("GET")),
        [`PATCH /v1/customers/${held?.id}/subscriptions/${mail?.id}`],
    );

    simulator.portal.changeQuantity(held?.id ?? "", mail?.id ?? "", 9);
    (await stack.refresh()).expectSuccess();
    (await stack.preview("--expect-no-changes")).mustFail(/1 to update/);
    (await stack.destroy()).mustFail(/is not removed: deletionPolicy is "prevent".*"suspend"/);

    await stack.rewriteProgram(program({ quantity: 9, args: 'deletionPolicy: "cancel",' }));
    (await stack.up()).expectSuccess();
    (await stack.destroy()).expectSuccess();
    assert.deepEqual(boughtBy(simulator).sort(), ["azure 1 deleted", "mail 9 deleted"]);
    assert.equal(simulator.customers[0]?.deleted, true);
    assert.equal(simulator.customers[0]?.orders.length, 2);
});

test("a run that is killed while it orders is started again, and nothing is bought twice", async (t) => {
    const { simulator, stack } = await partnerStack(
        t,
        { program: program() },
        { uncertain: { repeatedRequestId: "ignore", ordersListedAfterMs: 15 * 60_000 } },
    );
    signInAsUser({ simulator, stack });
    const checkout = { method: "POST", path: "/checkout$" };
    simulator.misbehave({ on: checkout, delayMs: 60_000, times: 2 });
    await dieWhenAsked({ simulator, stack }, "POST", /\/checkout$/, () => killProviders());
    assert.ok((simulator.customers[0]?.orders.length ?? 0) >= 1, "the order was placed");

    (await startAgain(stack)).expectSuccess();
    assert.deepEqual(boughtBy(simulator).sort(), ["azure 1 active", "mail 5 active"]);
    const ids = simulator.customers[0]?.subscriptions.map(({ id }) => id) ?? [];
    const inState = ((await stack.state()).resources ?? []).map(({ id }) => id ?? "");
    assert.ok(ids.every((id) => inState.includes(id)));
});

test("a preview says what an order would buy of a customer who is there, and refuses what is not for sale", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: program(),
        env: { PARTNERCENTER_ONLINE_VALIDATION: "error" },
    });
    signInAsUser({ simulator, stack });
    (await stack.up("--target", "**Customer::contoso")).expectSuccess();
    const id = simulator.customers[0]?.id;
    const order = (terms: string) => `${imports}
        const mail = new partnercenter.Subscription("mail", {
            customerId: "${id}", productId: "CFQ7TTC0LH18", skuId: "0001", ${terms}
        });
    `;
    const [, contoso = ""] = /(const contoso =[\s\S]*?\}, \{\}\);)/.exec(program()) ?? [];
    await stack.rewriteProgram(
        order('quantity: 301, termDuration: "P3Y", billingCycle: "triennial",') + contoso,
    );
    const refused = await stack.preview();
    refused.mustFail(/2 faults/);
    assert.match(refused.output, /not for sale for P3Y, billed triennial, but P1M billed monthly/);
    assert.match(refused.output, /is sold from 1 to 300 for each subscription, not 301/);

    await stack.rewriteProgram(
        order('quantity: 5, termDuration: "P1Y", billingCycle: "annual",') + contoso,
    );
    const foreseen = (await stack.preview()).expectSuccess();
    assert.match(
        foreseen.output,
        /"mail" orders 5 x Microsoft 365 Business Basic .*for P1Y, billed annual/,
    );
    assert.match(foreseen.output, /no acceptance of the Microsoft Customer Agreement is known/);
    (await stack.up()).mustFail(/13605/);
    assert.deepEqual(simulator.customers[0]?.orders, []);
});
