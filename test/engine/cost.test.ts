import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, tokenRequests } from "./partner";
import { customer, imports } from "./programs";

const names = Array.from({ length: 100 }, (_, index) => `customer${index}`);

const ours = `${imports}
    ${names.map((name) => customer({ name, domain: `"${name}.onmicrosoft.com"` })).join(";\n")};
`;

test("a hundred customers cost two calls each, and one token", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: ours }, { customerLimit: 200 });
    (await stack.up()).expectSuccess();
    assert.equal(simulator.customers.length, names.length);
    assert.equal(apiCalls(simulator).length, 2 * names.length);
    assert.equal(tokenRequests(simulator), 1);
});

/** The same members by a provider of serialised closures that does nothing. */
const closures = `${imports}
    const provider: pulumi.dynamic.ResourceProvider = {
        async check(_olds, news) {
            return { inputs: { ...news, deletionPolicy: news.deletionPolicy ?? "prevent" } };
        },
        async diff(_id, olds, news) {
            return { changes: JSON.stringify(olds.billingProfile) !== JSON.stringify(news.billingProfile) };
        },
        async create(inputs) {
            const id = "dfd8cc0a-c592-468c-8461-869a38d24738";
            return {
                id,
                outs: {
                    ...inputs,
                    tenantId: id,
                    commerceId: "0a4ce58a-6f96-4273-8035-d9c7d31b9ba4",
                    relationshipToPartner: "reseller",
                    allowDelegatedAccess: true,
                    customDomains: [inputs.companyProfile.domain],
                    userCredentials: { userName: "admin", password: "a-password-of-16" },
                    adminUserPrincipalName: "admin@" + inputs.companyProfile.domain,
                },
            };
        },
        async read(id, props) {
            return { id, props };
        },
        async update(_id, olds, news) {
            return { outs: { ...olds, ...news } };
        },
        async delete() {},
    };
    class Customer extends pulumi.dynamic.Resource {
        constructor(name: string, args: object, opts: object) {
            const outputs = {
                tenantId: undefined,
                commerceId: undefined,
                relationshipToPartner: undefined,
                allowDelegatedAccess: undefined,
                customDomains: undefined,
                userCredentials: undefined,
                adminUserPrincipalName: undefined,
            };
            const secret = { ...opts, additionalSecretOutputs: ["userCredentials"] };
            super(provider, name, { ...args, ...outputs }, secret, "partnercenter", "Customer");
        }
    }
    const closures = { Customer };
    ${customer({ name: "customer0", domain: '"customer0.onmicrosoft.com"' }).replace("partnercenter.", "closures.")};
`;

test("the provider's text is one constant line, and a state is three quarters of a closure's", async (t) => {
    const { stack } = await partnerStack(t, { program: ours }, { customerLimit: 200 });
    (await stack.up()).expectSuccess();
    const texts = new Set<unknown>();
    for (const name of names) {
        const { inputs, outputs } = await stack.resource(name);
        texts.add(inputs?.__provider).add(outputs?.__provider);
    }
    assert.equal(texts.size, 1);
    const [text = ""] = [...texts].map(String);
    assert.ok(text.length < 200 && !text.includes("\n"), text);

    const other = await partnerStack(t, { program: closures });
    (await other.stack.up()).expectSuccess();
    const [ourSize, theirSize] = [
        JSON.stringify(await stack.resource("customer0")).length,
        JSON.stringify(await other.stack.resource("customer0")).length,
    ];
    t.diagnostic(`a customer's state: ${ourSize} bytes, with closures ${theirSize}`);
    assert.ok(ourSize <= 0.75 * theirSize, `${ourSize} of ${theirSize}`);
});
