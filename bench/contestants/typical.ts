import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

interface CustomerInputs {
    companyProfile: { domain: string };
    billingProfile: object;
}

/**
 * A provider as tutorials show it: its class stands in the program and travels as a serialised
 * closure, each call gets itself a token, nothing is kept or repeated. It has the same members as ours,
 * so it reads a new customer back: the answer to a creation lacks some of them.
 */
class CustomerProvider implements pulumi.dynamic.ResourceProvider {
    async create(inputs: CustomerInputs) {
        const { companyProfile, billingProfile } = inputs;
        const created = await this.call("POST", "/customers", { companyProfile, billingProfile });
        const customer = await this.call("GET", `/customers/${created.id}`);
        return {
            id: created.id,
            outs: {
                ...inputs,
                ...this.outputsOf(customer),
                userCredentials: created.userCredentials,
            },
        };
    }

    async read(id: string, props: object) {
        const customer = await this.call("GET", `/customers/${id}`);
        return { id, props: { ...props, ...this.outputsOf(customer) } };
    }

    async diff(_id: string, olds: CustomerInputs, news: CustomerInputs) {
        const changes = JSON.stringify(olds.billingProfile) !== JSON.stringify(news.billingProfile);
        const isOther = olds.companyProfile.domain !== news.companyProfile.domain;
        return { changes: changes || isOther, replaces: isOther ? ["companyProfile"] : [] };
    }

    async delete(id: string) {
        await this.call("DELETE", `/customers/${id}`);
    }

    private outputsOf(customer: {
        id: string;
        commerceId: string;
        relationshipToPartner: string;
        allowDelegatedAccess: boolean;
        customDomains: string[];
        companyProfile: { domain: string };
    }) {
        return {
            tenantId: customer.id,
            commerceId: customer.commerceId,
            relationshipToPartner: customer.relationshipToPartner,
            allowDelegatedAccess: customer.allowDelegatedAccess,
            customDomains: customer.customDomains,
            adminUserPrincipalName: `admin@${customer.companyProfile.domain}`,
        };
    }

    private async call(method: string, path: string, body?: object) {
        const token = await this.getToken();
        const response = await fetch(`${process.env.PARTNERCENTER_API_URL}/v1${path}`, {
            method,
            headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
            body: body === undefined ? null : JSON.stringify(body),
        });
        if (!response.ok) {
            throw new Error(
                `${method} ${path} failed: ${response.status} ${await response.text()}`,
            );
        }
        const text = await response.text();
        return text === "" ? undefined : JSON.parse(text);
    }

    private async getToken(): Promise<string> {
        const { PARTNERCENTER_AUTHORITY_URL: authority, PARTNERCENTER_TENANT_ID: tenant } =
            process.env;
        const response = await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, {
            method: "POST",
            body: new URLSearchParams({
                grant_type: "client_credentials",
                client_id: process.env.PARTNERCENTER_CLIENT_ID ?? "",
                client_secret: process.env.PARTNERCENTER_CLIENT_SECRET ?? "",
                scope: "https://api.partnercenter.microsoft.com/.default",
            }),
        });
        if (!response.ok) {
            throw new Error(`No token: ${response.status} ${await response.text()}`);
        }
        const { access_token } = (await response.json()) as { access_token: string };
        return access_token;
    }
}

class Customer extends pulumi.dynamic.Resource {
    constructor(name: string, args: object, opts?: pulumi.CustomResourceOptions) {
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

const provider = new CustomerProvider();

const customers: Record<string, object> = JSON.parse(
    readFileSync(String(process.env.BENCH_CUSTOMERS), "utf8"),
);

for (const [name, args] of Object.entries(customers)) {
    new Customer(name, args);
}
