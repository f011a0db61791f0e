import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack } from "./partner";
import { customer, imports } from "./programs";

/** A resource whose output is not known before it exists. */
const later = `
    const provider: pulumi.dynamic.ResourceProvider = {
        async create(inputs) {
            return { id: "later", outs: { value: inputs.wanted } };
        },
    };
    class Later extends pulumi.dynamic.Resource {
        declare readonly value: pulumi.Output<string>;
        constructor(name: string, wanted: string) {
            super(provider, name, { wanted, value: undefined });
        }
    }
`;

test("values that are not known yet are skipped at preview, at any depth", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: `${imports}${later}
            const domain = new Later("domain", "contoso.onmicrosoft.com").value;
            const street = new Later("street", "One Microsoft Way").value;
            ${customer({ domain: "domain", street: "street" })};
            const whole = new Later("profile", "fabrikam.onmicrosoft.com").value;
            new partnercenter.Customer("fabrikam", {
                companyProfile: whole.apply((domain) => ({ domain })),
                billingProfile: whole.apply(() => ({
                    email: "billing@fabrikam.com",
                    culture: "en-US",
                    language: "en",
                    companyName: "Fabrikam, Inc.",
                    defaultAddress: {
                        country: "US",
                        addressLine1: "1120 Nasa Parkway",
                        city: "Houston",
                        state: "TX",
                        postalCode: "77058",
                        firstName: "Katherine",
                        lastName: "Johnson",
                    },
                })),
                enableGDAPByDefault: whole.apply(() => false),
            });
        `,
    });
    assert.equal((await stack.preview()).expectSuccess().changes.create, 6);
    (await stack.up()).expectSuccess();
    assert.deepEqual(simulator.customers.map(({ domain }) => domain).sort(), [
        "contoso.onmicrosoft.com",
        "fabrikam.onmicrosoft.com",
    ]);
});

test("what is known beside an unknown value is still checked", async (t) => {
    const { stack } = await partnerStack(t, {
        program: `${imports}${later}
            const street = new Later("street", "One Microsoft Way").value;
            ${customer({ domain: '"contoso"', street: "street" })};
        `,
    });
    const preview = (await stack.preview()).mustFail(
        /companyProfile\.domain: must be a full domain/,
    );
    assert.doesNotMatch(preview.output, /addressLine1/);
});

test("a value that becomes unknown is an update at preview, and none if it stays the same", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: `${imports}${customer()};`,
    });
    (await stack.up()).expectSuccess();
    await stack.rewriteProgram(`${imports}${later}
        const domain = new Later("domain", "contoso.onmicrosoft.com").value;
        ${customer({ domain: "domain" })};
    `);
    assert.equal((await stack.preview()).expectSuccess().changes.update, 1);
    assert.equal((await stack.up()).expectSuccess().changes.update, 0);
    assert.equal(simulator.customers.length, 1);
});
