import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { getCustomerData, getCustomerDataOutput, openPartnerCenter } from "../../../provider/index";
import { type DataName, dataPaths } from "../../../provider/partnercenter/dataPaths";
import { settled } from "../../../provider/program/outputs";
import { partnerWith } from "./world";

const recorded = resolve(__dirname, "../../../../shared/recorded/PartnerSdkConfiguration.json");
const skip = existsSync(recorded)
    ? false
    : "needs ../shared/recorded: the paths of Microsoft's client";

test("every address is one of Microsoft's own client, or of the pages that are younger", {
    skip,
}, () => {
    const { Apis: apis } = JSON.parse(readFileSync(recorded, "utf8").replace(/^\uFEFF/, "")) as {
        Apis: Record<string, { Path: string; Parameters?: Record<string, string> }>;
    };
    const known = new Map<string, Set<string>>();
    for (const { Path: path, Parameters: parameters = {} } of Object.values(apis)) {
        const shape = `/${path.replace(/\{\d\}/g, "*").replace(/\/$/, "")}`;
        known.set(shape, new Set([...(known.get(shape) ?? []), ...Object.values(parameters)]));
    }
    const younger: DataName[] = ["organization", "customDomains"];
    for (const [name, path] of Object.entries(dataPaths)) {
        const [address = "", query = ""] = path.replace(/\{\w+\}/g, "*").split("?");
        const parameters = known.get(address);
        assert.equal(parameters !== undefined, !younger.includes(name as DataName), name);
        for (const parameter of new URLSearchParams(query).keys()) {
            const isOfPages = name === "agreements" && parameter === "agreementType";
            assert.ok(isOfPages || parameters?.has(parameter), `${name}: ${parameter}`);
        }
    }
});

test("what a customer has is read as the service says it, without links and etags", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
    const customerId = ids.contoso ?? "";
    const subscriptionId = simulator.portal.addSubscription(customerId, { offerName: "Office" });
    const subscription = await getCustomerData(
        { data: "subscription", customerId, subscriptionId },
        options,
    );
    assert.equal((subscription as { offerName: string }).offerName, "Office");
    assert.doesNotMatch(JSON.stringify(subscription), /"(links|attributes)"/);
    assert.deepEqual(await getCustomerData({ data: "customDomains", customerId }, options), [
        "contoso.onmicrosoft.com",
    ]);
    const company = getCustomerDataOutput({ data: "companyProfile", customerId }, options);
    const { value } = (await settled(company)) ?? {};
    assert.equal((value as { companyName: string }).companyName, "contoso Ltd.");
});

test("licences of all groups are listed, those of Minecraft too", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
    const customerId = ids.contoso ?? "";
    for (const offerName of ["Minecraft Education Edition Faculty", "Microsoft 365 Business Basic"])
        simulator.portal.addSubscription(customerId, { offerName });
    const skus = await getCustomerData({ data: "subscribedSkus", customerId }, options);
    assert.deepEqual(
        (skus as { productSku: { licenseGroupId: string } }[]).map(
            ({ productSku }) => productSku.licenseGroupId,
        ),
        ["group2", "group1"],
    );
});

test("what others could redeem is a secret, where an output can say so", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
    const customerId = ids.contoso ?? "";
    const link = "https://activate.microsoft.com/me";
    const order = { customerId: pulumi.output(customerId), orderId: "order" };
    for (const data of ["orderActivationLinks", "orderProvisioningStatus"] as const) {
        const body = { totalCount: 1, items: [{ link }] };
        simulator.misbehave({ on: { path: "orders/order/" }, status: 200, body });
        const answer = getCustomerDataOutput({ data, ...order }, options);
        assert.deepEqual((await settled(answer))?.value, [{ link }]);
        assert.equal(await pulumi.isSecret(answer), data === "orderActivationLinks");
    }
});

test("what is missing in an address, or no data at all, is told and not asked", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
    const customerId = ids.contoso ?? "";
    const read = (args: object) => getCustomerData(args as { data: "usageRecords" }, options);
    await assert.rejects(
        read({ data: "order", customerId }),
        /^PartnerCenterError: order needs orderId, each a text/,
    );
    await assert.rejects(
        read({ data: "user", customerId: "" }),
        /user needs customerId and userId/,
    );
    await assert.rejects(read({ data: "weather" }), /There is no data weather, but agreements, /);
    const alone = { ...options, refreshToken: undefined };
    await assert.rejects(
        getCustomerData({ data: "companyProfile", customerId }, alone),
        /Could not read companyProfile of the customer .*needs sign-in as application and user/,
    );
    assert.equal(simulator.requests.length, 0);
});

test("any call can be made by hand, every page of a list", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso", "fabrikam", "adatum"], {
        uncertain: { maximumPageSize: 2 },
    });
    const client = (await openPartnerCenter(options)).begin();
    const all = (await client.call("GET", "/customers?size=2")) as { id: string }[];
    assert.deepEqual(all.map(({ id }) => id).sort(), Object.values(ids).sort());
    const path = `/customers/${ids.adatum}`;
    await client.call("PATCH", path, { allowDelegatedAccess: false });
    assert.deepEqual(simulator.requests.at(-1)?.body, { allowDelegatedAccess: false });
    await client.call("DELETE", path);
    await assert.rejects(client.call("GET", path), /Could not GET \/customers\/.*60003/);
});
