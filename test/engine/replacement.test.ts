import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack } from "./partner";
import { customerProgram } from "./programs";

const renamed = '"contoso-new.onmicrosoft.com"';

test("another domain is refused at preview while the policy is prevent", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    (await stack.up()).expectSuccess();

    // The policy in the state counts, not the one that the same change brings.
    await stack.rewriteProgram(
        customerProgram({ domain: renamed, args: 'deletionPolicy: "retain",' }),
    );
    (await stack.preview()).mustFail(/companyProfile\.domain: another domain is another tenant/);
    (await stack.up()).mustFail(/companyProfile\.domain: another domain is another tenant/);
    assert.equal(simulator.customers.length, 1);
});

test("another domain is another customer, and the old one goes as its policy says", async (t) => {
    const args = 'deletionPolicy: "retain",';
    const { simulator, stack } = await partnerStack(t, { program: customerProgram({ args }) });
    (await stack.up()).expectSuccess();
    const [first] = simulator.customers;

    await stack.rewriteProgram(customerProgram({ args, domain: renamed }));
    assert.equal((await stack.preview()).expectSuccess().changes.replace, 1);
    assert.equal((await stack.up()).expectSuccess().changes.replace, 1);

    const domains = simulator.customers.map(({ domain, deleted }) => ({ domain, deleted }));
    assert.deepEqual(domains, [
        { domain: "contoso.onmicrosoft.com", deleted: false },
        { domain: "contoso-new.onmicrosoft.com", deleted: false },
    ]);
    assert.notEqual((await stack.outputs()).tenantId, first?.id);
});

const fixed = [
    'associatedPartnerId: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",',
    "enableGDAPByDefault: true,",
];

for (const args of fixed) {
    test(`what no call can change is refused at preview: ${args}`, async (t) => {
        const { stack } = await partnerStack(t, { program: customerProgram() });
        (await stack.up()).expectSuccess();
        await stack.rewriteProgram(customerProgram({ args }));
        (await stack.preview()).mustFail(/no call can change this after the customer was created/);
    });
}
