import assert from "node:assert/strict";
import { test } from "node:test";
import { createCustomer, customerBody } from "../simulator/harness";
import { azurePlanOf } from "../simulator/purchasing";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customer, imports } from "./programs";

const skuId = "3b555118-da6a-4418-894f-7df1e2096870";
const teams = "57ff2da0-773e-42df-b2af-ffb7a2317929";

/** What the partner's earlier customer has, which no program can order. */
interface Earlier {
    customerId: string;
    mail: string;
    azure: string;
    azureEntitlementId: string;
}

/** A new customer whose user gets a licence of what was just ordered, and one of earlier days. */
function program(earlier: Earlier, { excludedPlans = [] as string[], amount = 500 } = {}): string {
    return `${imports}
        const contoso = ${customer({ args: 'deletionPolicy: "retain",' })};
        const customerId = contoso.tenantId;
        const agreement = new partnercenter.CustomerAgreement("contoso", {
            customerId,
            primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
        });
        const mail = new partnercenter.Subscription(
            "mail",
            {
                customerId,
                productId: "CFQ7TTC0LH18",
                skuId: "0001",
                termDuration: "P1M",
                billingCycle: "monthly",
                deletionPolicy: "cancel",
            },
            { dependsOn: agreement },
        );
        const grace = new partnercenter.CustomerUser("grace", {
            customerId,
            userPrincipalName: "grace@contoso.onmicrosoft.com",
            displayName: "Grace Hopper",
            firstName: "Grace",
            lastName: "Hopper",
            usageLocation: "US",
        });
        new partnercenter.CustomerUserLicense(
            "grace-mail",
            {
                customerId,
                userId: grace.userId,
                skuId: "${skuId}",
                excludedPlans: ${JSON.stringify(excludedPlans)},
            },
            { dependsOn: mail },
        );
        new partnercenter.CustomerUsageBudget("budget", { customerId, amount: ${amount} });
        const earlier = "${earlier.customerId}";
        const contact = new partnercenter.SubscriptionSupportContact("contact", {
            customerId: earlier,
            subscriptionId: "${earlier.mail}",
            supportTenantId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
            supportMpnId: "4847383",
            name: "First Up Consultants",
        });
        const registration = new partnercenter.SubscriptionRegistration("registration", {
            customerId: earlier,
            subscriptionId: "${earlier.azure}",
        });
        const overage = new partnercenter.CustomerOverage("overage", {
            customerId: earlier,
            azureEntitlementId: "${earlier.azureEntitlementId}",
        });
        export const reseller = contact.name;
        export const status = registration.status;
        export const charged = overage.azureEntitlementId;
    `;
}

test("licence, budget, contact, registration and overage, from up to destroy", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: imports, typeCheck: true });
    signInAsUser({ simulator, stack });
    const { portal } = simulator;
    const customerId = await createCustomer(simulator, customerBody("earlier.onmicrosoft.com"));
    const earlier: Earlier = {
        customerId,
        mail: portal.addSubscription(customerId, { offerName: "Mail" }),
        azure: portal.addSubscription(customerId, { offerName: "Azure", kind: "azure" }),
        azureEntitlementId: (await azurePlanOf(simulator, customerId)).azureSubscriptionId,
    };
    portal.addSubscription(customerId, { offerName: "Calling Plan", kind: "calling" });
    const contoso = () => simulator.customers.find(({ id }) => id !== customerId);
    const user = () => contoso()?.users.find(({ displayName }) => displayName === "Grace Hopper");
    const held = () => simulator.customers.find(({ id }) => id === customerId);

    await stack.rewriteProgram(program(earlier));
    const made = (await stack.up()).expectSuccess();
    assert.match(made.output, /no call takes a registration back/);
    assert.match(made.output, /charged to the partner there, by the minute and without a limit/);
    assert.deepEqual(await stack.outputs(), {
        reseller: "First Up Consultants",
        status: "Registered",
        charged: earlier.azureEntitlementId,
    });
    assert.deepEqual(user()?.licenses, [{ skuId, excludedPlans: [] }]);
    assert.equal(contoso()?.usageBudget, 500);
    assert.equal(held()?.overage?.overageEnabled, true);

    portal.changeLicense(contoso()?.id ?? "", user()?.id ?? "", skuId);
    portal.changeUsageBudget(contoso()?.id ?? "", 1);
    const refreshed = (await stack.refresh()).expectSuccess();
    assert.equal(refreshed.changes.delete, 1, "the licence that somebody took");
    assert.equal(refreshed.changes.update, 1, "the budget that somebody changed");

    await stack.rewriteProgram(program(earlier, { excludedPlans: [teams], amount: 750 }));
    simulator.forgetRequests();
    const changed = (await stack.up()).expectSuccess();
    assert.deepEqual([changed.changes.create, changed.changes.update], [1, 1]);
    assert.equal(apiCalls(simulator).length, 2);
    assert.deepEqual(user()?.licenses, [{ skuId, excludedPlans: [teams] }]);
    assert.equal(contoso()?.usageBudget, 750);

    const destroyed = (await stack.destroy()).expectSuccess();
    assert.match(destroyed.output, /First Up Consultants stays the support contact/);
    assert.match(destroyed.output, /stays registered for reservations/);
    assert.deepEqual(user()?.licenses, []);
    assert.equal(contoso()?.usageBudget, undefined);
    assert.equal(held()?.overage?.overageEnabled, false);
});
