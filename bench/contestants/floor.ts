import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

/** A provider that does nothing: what Pulumi itself costs for resources with these members. */
const provider: pulumi.dynamic.ResourceProvider = {
    async check(_olds, news) {
        return { inputs: { ...news, deletionPolicy: news.deletionPolicy ?? "prevent" } };
    },
    async diff(_id, olds, news) {
        return {
            changes: JSON.stringify(olds.billingProfile) !== JSON.stringify(news.billingProfile),
        };
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
                adminUserPrincipalName: `admin@${inputs.companyProfile.domain}`,
            },
        };
    },
    async read(id, props) {
        return { id, props: props ?? {} };
    },
    async update(_id, olds, news) {
        return { outs: { ...olds, ...news } };
    },
    async delete() {},
};

class Customer extends pulumi.dynamic.Resource {
    constructor(name: string, args: object, opts: pulumi.CustomResourceOptions = {}) {
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

const customers: Record<string, object> = JSON.parse(
    readFileSync(String(process.env.BENCH_CUSTOMERS), "utf8"),
);

for (const [name, args] of Object.entries(customers)) {
    new Customer(name, args);
}
