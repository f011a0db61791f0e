import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import { unknown } from "../../../provider/dynamic/protocol";
import * as partnercenter from "../../../provider/index";
import { customerId, someInputs, someState } from "../fixtures";

const { deletionPolicy: _, requestKey: __, ...args } = someInputs();

/** What each customer of the program tells, by its name. */
let told: Map<string, unknown>;

beforeEach(() => {
    told = new Map();
    const newResource = ({ name, inputs, id }: pulumi.runtime.MockResourceArgs) => {
        told.set(name, inputs.declaredAlongside);
        return { id: id || customerId, state: someState() };
    };
    void pulumi.runtime.setMocks({ newResource, call: () => ({}) }, "project", "dev", false);
});

describe("customers that are declared without a pause", () => {
    it("tell of each other what the service is asked about, and nothing else", async () => {
        await registered([declare("one"), declare("two")]);
        assert.deepEqual(domainsTold("one"), ["one.onmicrosoft.com", "two.onmicrosoft.com"]);
        assert.equal(told.get("one"), told.get("two"));
        const { addressLine1, city, state, postalCode, country } =
            args.billingProfile.defaultAddress;
        assert.deepEqual(newsIn("one")[0], {
            companyProfile: { domain: "one.onmicrosoft.com" },
            billingProfile: { defaultAddress: { addressLine1, city, state, postalCode, country } },
        });
    });

    it("tell of no more than a hundred", async () => {
        await registered(Array.from({ length: 101 }, (_, index) => declare(`c${index}`)));
        assert.equal(newsIn("c0").length, 100);
        assert.equal(told.get("c100"), undefined);
    });

    it("do not tell of those of another provider, or of those declared later", async () => {
        const provider = new partnercenter.Provider("eu", { profile: "eu" });
        const group = new pulumi.ComponentResource("test:index:Group", "group", {}, { provider });
        const all = [
            declare("a1"),
            declare("b1", { provider }),
            declare("a2"),
            declare("b2", { parent: group }),
        ];
        await turn();
        await turn();
        all.push(declare("late"));
        await registered(all);
        assert.deepEqual(domainsTold("a1"), ["a1.onmicrosoft.com", "a2.onmicrosoft.com"]);
        assert.deepEqual(domainsTold("b2"), ["b1.onmicrosoft.com", "b2.onmicrosoft.com"]);
        assert.equal(told.get("late"), undefined);
    });

    it("do not tell of one who is looked up or taken over", async () => {
        await registered([
            declare("one"),
            partnercenter.Customer.get("held", customerId),
            declare("taken", {}, { existingCustomerId: customerId }),
        ]);
        assert.deepEqual(domainsTold("one"), ["one.onmicrosoft.com"]);
        assert.equal(told.get("held"), undefined);
    });

    it("tell what is settled, and do not wait for what is not", async () => {
        const one = declare("one");
        const never = new Promise<string>(() => {});
        const settled = pulumi.interpolate`two.${"onmicrosoft.com"}`;
        const two = declare("two", {}, { companyProfile: pulumi.output({ domain: settled }) });
        const after = declare("after", {}, { companyProfile: { domain: one.tenantId } });
        declare("waits", {}, { companyProfile: { domain: never } });
        await registered([one, two, after]);
        assert.deepEqual(domainsTold("one"), [
            "one.onmicrosoft.com",
            "two.onmicrosoft.com",
            unknown,
            unknown,
        ]);
    });

    it("say nothing where the environment says that nothing will be asked", async (t) => {
        process.env.PARTNERCENTER_ONLINE_VALIDATION = "off";
        t.after(() => {
            delete process.env.PARTNERCENTER_ONLINE_VALIDATION;
        });
        await registered([declare("one"), declare("two")]);
        assert.equal(told.get("one"), undefined);
    });
});

function declare(
    name: string,
    opts: pulumi.CustomResourceOptions = {},
    overrides: Partial<partnercenter.CustomerArgs> = {},
): partnercenter.Customer {
    const companyProfile = { domain: `${name}.onmicrosoft.com` };
    return new partnercenter.Customer(name, { ...args, companyProfile, ...overrides }, opts);
}

function newsIn(name: string): { companyProfile: { domain: string } }[] {
    return JSON.parse(String(told.get(name)));
}

function domainsTold(name: string): string[] {
    return newsIn(name).map(({ companyProfile }) => companyProfile.domain);
}

async function registered(customers: readonly partnercenter.Customer[]): Promise<void> {
    await Promise.all(customers.map(({ urn }) => new Promise((resolve) => urn.apply(resolve))));
}
