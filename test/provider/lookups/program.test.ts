import assert from "node:assert/strict";
import { beforeEach, describe, it, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "../../../provider/index";
import { settled } from "../../../provider/program/outputs";
import type { Simulator } from "../../../simulator/index";
import { asked, optionsFor, partnerWith, tokenRequests } from "./world";

/** The settings that a stack's configuration has for this partner. */
function configure(simulator: Simulator): void {
    const { refreshToken: _, ...options } = optionsFor(simulator);
    const config = Object.entries(options).map(([name, value]) => [`partnercenter:${name}`, value]);
    pulumi.runtime.setAllConfig(Object.fromEntries(config), ["partnercenter:clientSecret"]);
}

beforeEach(() => {
    pulumi.runtime.setAllConfig({});
    mockEngine(false);
});

function mockEngine(isPreview: boolean): void {
    const mocks: pulumi.runtime.Mocks = {
        newResource: ({ id, inputs }) => ({ id: id || "id", state: inputs }),
        call: () => ({}),
    };
    void pulumi.runtime.setMocks(mocks, "project", "stack", isPreview);
}

describe("in a program, a look-up", () => {
    it("signs in by the stack's configuration, which the environment overrules", async (t) => {
        const { simulator } = await partnerWith(t, ["contoso"]);
        configure(simulator);
        assert.equal((await partnercenter.getCustomers()).length, 1);
        process.env.PARTNERCENTER_CLIENT_SECRET = "another";
        t.after(() => {
            delete process.env.PARTNERCENTER_CLIENT_SECRET;
        });
        await assert.rejects(partnercenter.getCustomers(), /The client secret is wrong/);
    });

    it("signs in as its provider, or its parent's, instead of by the configuration", async (t) => {
        const { simulator: one } = await partnerWith(t, ["contoso"]);
        const { simulator: other } = await partnerWith(t, ["fabrikam", "northwind"]);
        configure(one);
        const { clientSecret, refreshToken: _, ...args } = optionsFor(other);
        const provider = new partnercenter.Provider("other", {
            ...args,
            clientSecret: pulumi.secret(clientSecret ?? ""),
        } as partnercenter.ProviderArgs);
        const parent = new pulumi.ComponentResource("test:index:Group", "group", {}, { provider });
        for (const options of [{ provider }, { parent }]) {
            assert.equal((await partnercenter.getCustomers({}, options)).length, 2);
            const later = partnercenter.getCustomersOutput({}, options);
            assert.equal((await settled(later))?.value.length, 2);
            assert.equal(await pulumi.isSecret(later), false);
        }
        assert.equal((await partnercenter.getCustomers()).length, 1);
        assert.deepEqual([tokenRequests(one), tokenRequests(other)], [1, 1]);
    });

    it("with a profile has its secrets from the environment", async (t) => {
        const { simulator } = await partnerWith(t, ["contoso"]);
        for (const [name, value] of Object.entries(simulator.settings())) {
            const variable = name.replace("PARTNERCENTER_", "PARTNERCENTER_LOOKUPS_");
            process.env[variable] = value;
            t.after(() => {
                delete process.env[variable];
            });
        }
        const provider = new partnercenter.Provider("eu", { profile: "lookups" });
        const found = await partnercenter.getCustomers({}, { provider });
        assert.equal(found.length, 1);
    });

    it("of arguments that are not known yet asks nothing, and has no answer yet", async (t) => {
        const { simulator, options } = await partnerWith(t, []);
        mockEngine(true);
        const id: pulumi.Output<string> = pulumi.output(pulumi.unknown as unknown as string);
        assert.equal(await settled(partnercenter.getCustomerOutput({ id }, options)), undefined);
        const provider = new partnercenter.Provider("unknown", { tenantId: id });
        const later = partnercenter.getCustomersOutput({}, { provider });
        assert.equal(await settled(later), undefined);
        await assert.rejects(
            partnercenter.getCustomers({}, { provider }),
            /not known yet, at this preview. Use the Output form/,
        );
        assert.deepEqual(asked(simulator), []);
    });

    it("has a secret answer where an argument is one, and only there", async (t) => {
        const { options, ids } = await partnerWith(t, ["contoso"]);
        const id = ids.contoso ?? "";
        const answer = partnercenter.getCustomerOutput({ id }, options);
        assert.equal(await pulumi.isSecret(answer), false);
        assert.equal(
            (await settled(answer))?.value.companyProfile?.domain,
            "contoso.onmicrosoft.com",
        );
        const hidden = partnercenter.getCustomerOutput({ id: pulumi.secret(id) }, options);
        assert.equal(await pulumi.isSecret(hidden), true);
    });

    it("takes no output in its plain form, and says where it goes", async (t) => {
        const { options } = await partnerWith(t, []);
        const customerId = pulumi.output("a") as unknown as string;
        await assert.rejects(
            partnercenter.getSubscriptions({ customerId }, options),
            /customerId is an object: outputs are taken by the function whose name ends in Output/,
        );
    });

    it("fails in words, without a stack", async (t) => {
        const { options } = await partnerWith(t, []);
        const failure: unknown = await partnercenter
            .getCustomer({ domain: "a.onmicrosoft.com" }, options)
            .catch((error) => error);
        assert.equal(pulumi.RunError.isInstance(failure), true);
    });
});

test("all questions of a process with the same settings share one token, and others have theirs", async (t) => {
    const { simulator, options } = await partnerWith(t, ["contoso"]);
    const alone = { ...options, refreshToken: undefined };
    await Promise.all([
        partnercenter.getCustomers({}, { ...alone }),
        partnercenter.getCustomersOutput({}, { ...alone }),
        partnercenter.getCustomer({ domain: "contoso.onmicrosoft.com" }, { ...alone }),
        partnercenter.checkDomainAvailability("contoso.onmicrosoft.com", { ...alone }),
        partnercenter.getCountryRules("US", { ...alone }),
        (await partnercenter.openPartnerCenter({ ...alone })).begin().partnerTenantId(),
    ]);
    assert.equal(tokenRequests(simulator), 1);
    await partnercenter.getIndirectResellers(options);
    await partnercenter.getIndirectResellers({ ...options });
    assert.equal(tokenRequests(simulator), 2);
});
