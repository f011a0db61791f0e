import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import * as partnercenter from "../../../provider/index";
import { ApiError } from "../../../provider/partnercenter/errors";
import { asked, leave, partnerWith, reseller } from "./world";

const nobody = "11111111-2222-3333-4444-555555555555";

describe("one customer", () => {
    it("is found by its id, with its profiles and without links and etags", async (t) => {
        const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
        const id = ids.contoso ?? "";
        const found = await partnercenter.getCustomer({ id }, options);
        assert.equal(found.id, id);
        assert.equal(found.companyProfile?.domain, "contoso.onmicrosoft.com");
        assert.equal(found.billingProfile?.defaultAddress?.postalCode, "98052");
        assert.equal(found.relationshipToPartner, "reseller");
        assert.deepEqual(found.customDomains, ["contoso.onmicrosoft.com"]);
        assert.doesNotMatch(JSON.stringify(found), /"(links|attributes|etag|uri)"/);
        assert.deepEqual(asked(simulator), [`GET /v1/customers/${id}`]);
    });

    it("is found by its very domain, in any case, and no other that begins like it", async (t) => {
        const { options, ids } = await partnerWith(t, ["contoso", "contoso2"]);
        const domain = "Contoso.OnMicrosoft.com";
        const found = await partnercenter.getCustomer({ domain }, options);
        assert.equal(found.id, ids.contoso);
        await assert.rejects(partnercenter.getCustomer({ domain: "contoso" }, options), {
            message:
                /^No customer of this partner has the default domain contoso\. These begin like it, and are not meant: contoso\.onmicrosoft\.com, contoso2\.onmicrosoft\.com\. Check the domain,/,
        });
        await assert.rejects(
            partnercenter.getCustomer({ domain: "fabrikam.onmicrosoft.com" }, options),
            { message: /has the default domain fabrikam\.onmicrosoft\.com\. Check the domain,/ },
        );
    });

    it("has its billing profile also where the service does not include it", async (t) => {
        const { options, ids } = await partnerWith(t, ["contoso"], {
            uncertain: { billingProfileInCustomer: "absent" },
        });
        const found = await partnercenter.getCustomer({ id: ids.contoso ?? "" }, options);
        assert.equal(found.billingProfile?.companyName, "contoso Ltd.");
    });

    it("that never was, or has left, is told apart", async (t) => {
        const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
        await leave(simulator, ids.contoso ?? "");
        for (const [id, status, words] of [
            [nobody, 404, /The tenant does not exist/],
            [ids.contoso ?? "", 403, /not, or no longer, a customer of this partner/],
        ] as const) {
            await assert.rejects(
                partnercenter.getCustomer({ id }, options),
                (error: Error) =>
                    error instanceof ApiError &&
                    error.status === status &&
                    error.message.includes(id) &&
                    words.test(error.message),
            );
        }
    });
});

describe("customers", () => {
    it("are listed, every page of them, with little of each", async (t) => {
        const prefixes = ["contoso", "fabrikam", "northwind", "woodgrove", "adatum"];
        const { options, ids } = await partnerWith(t, prefixes, {
            uncertain: { maximumPageSize: 2, nextLinkVersion: "present" },
        });
        const found = await partnercenter.getCustomers({}, options);
        assert.deepEqual(found.map(({ id }) => id).sort(), Object.values(ids).sort());
        assert.deepEqual(Object.keys(found[0] ?? {}).sort(), [
            "companyProfile",
            "id",
            "relationshipToPartner",
        ]);
    });

    it("are searched by the beginning of name and domain", async (t) => {
        const { options, simulator } = await partnerWith(t, ["school1", "school2", "shop"]);
        const domainsOf = async (args: partnercenter.GetCustomersArgs) =>
            (await partnercenter.getCustomers(args, options)).map(
                ({ companyProfile }) => companyProfile?.domain?.split(".")[0],
            );
        assert.deepEqual(await domainsOf({ domainPrefix: "SCHOOL" }), ["school1", "school2"]);
        assert.deepEqual(await domainsOf({ companyNamePrefix: "Shop" }), ["shop"]);
        assert.deepEqual(await domainsOf({ domainPrefix: "s", companyNamePrefix: "School2" }), [
            "school2",
        ]);
        assert.deepEqual(await domainsOf({ domainPrefix: "x" }), []);
        assert.match(asked(simulator)[0] ?? "", /"Field":"Domain","Value":"SCHOOL"/);
    });
});

describe("resellers", () => {
    for (const resellerIdName of ["mpnId", "partnerId"] as const) {
        it(`have one name for their partner id: ${resellerIdName}`, async (t) => {
            const { options, ids } = await partnerWith(t, ["contoso", "fabrikam"], {
                uncertain: { resellerIdName },
            });
            const expected = {
                id: reseller,
                name: "First Up Consultants",
                relationshipType: "is_indirect_cloud_solution_provider_of",
                state: "Active",
                mpnId: "4847383",
                location: "US",
            };
            const all = await partnercenter.getIndirectResellers(options);
            assert.deepEqual([all.length, all[0]], [2, expected]);
            const [contoso = "", fabrikam = ""] = [ids.contoso, ids.fabrikam];
            assert.deepEqual(
                await partnercenter.getResellersOfCustomer({ customerId: contoso }, options),
                [expected],
            );
            assert.deepEqual(
                await partnercenter.getResellersOfCustomer({ customerId: fabrikam }, options),
                [],
            );
            const theirs = await partnercenter.getCustomersOfReseller(
                { resellerId: reseller },
                options,
            );
            assert.deepEqual(
                theirs.map(({ id }) => id),
                [contoso],
            );
        });
    }
});

test("what a customer has bought is listed in every status", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
    const customerId = ids.contoso ?? "";
    const id = simulator.portal.addSubscription(customerId, { offerName: "Office" });
    simulator.portal.addSubscription(customerId, { offerName: "Azure", status: "suspended" });
    const found = await partnercenter.getSubscriptions({ customerId }, options);
    assert.deepEqual(
        found.map(({ offerName, status }) => `${offerName} ${status}`),
        ["Office active", "Azure suspended"],
    );
    assert.equal(found[0]?.id, id);
    assert.equal(found[0]?.quantity, 1);
    assert.doesNotMatch(JSON.stringify(found), /"(links|attributes)"/);
});

test("an account has a status, or none yet", async (t) => {
    const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
    const customerId = ids.contoso ?? "";
    const { status, lastUpdateDateTime } = await partnercenter.getAccountStatus(
        { customerId },
        options,
    );
    assert.equal(status, "Allowed");
    assert.ok(Date.parse(lastUpdateDateTime ?? "") <= Date.now());
    simulator.portal.setAccountStatus(customerId, "NotVetted");
    assert.deepEqual(await partnercenter.getAccountStatus({ customerId }, options), {});
    await assert.rejects(
        partnercenter.getAccountStatus({ customerId: nobody }, options),
        /The tenant does not exist/,
    );
});

test("a customer to be is invited, by the partner or for a reseller", async (t) => {
    const { options, simulator } = await partnerWith(t, []);
    const url = await partnercenter.getRelationshipRequestUrl({}, options);
    assert.match(url, /^https:\/\/admin\.microsoft\.com\/.*DAP=false/);
    await partnercenter.getRelationshipRequestUrl({ indirectResellerId: reseller }, options);
    assert.deepEqual({ ...simulator.requests.at(-1)?.query }, { indirectResellerId: reseller });
    await assert.rejects(
        partnercenter.getRelationshipRequestUrl({}, { ...options, cloud: "usGov" }),
        /Partner Center for the US Government \(cloud "usGov"\) cannot invite a customer/,
    );
});

test("an id that is none is refused before anything is asked, and is not shown", async (t) => {
    const { options, simulator } = await partnerWith(t, []);
    for (const [look, name] of [
        [() => partnercenter.getCustomer({ id: "t0p-secret" }, options), "id"],
        [() => partnercenter.getCustomersOfReseller({ resellerId: "" }, options), "resellerId"],
        [() => partnercenter.getSubscriptions({ customerId: "t0p-secret" }, options), "customerId"],
        [() => partnercenter.getAccountStatus({ customerId: "" }, options), "customerId"],
        [
            () => partnercenter.getRelationshipRequestUrl({ indirectResellerId: "x" }, options),
            "indirectResellerId",
        ],
    ] as const) {
        await assert.rejects(look(), (error: Error) => {
            assert.match(error.message, new RegExp(`^Nothing was looked up: ${name} must be`));
            assert.doesNotMatch(error.message, /t0p-secret/);
            return true;
        });
    }
    assert.deepEqual(asked(simulator), []);
});

test("what an application alone may not ask is not sent, and says how to sign in", async (t) => {
    const { options, simulator } = await partnerWith(t, []);
    const alone = { ...options, refreshToken: undefined };
    for (const look of [
        partnercenter.getIndirectResellers(alone),
        partnercenter.getCustomersOfReseller({ resellerId: reseller }, alone),
        partnercenter.getResellersOfCustomer({ customerId: nobody }, alone),
        partnercenter.getAccountStatus({ customerId: nobody }, alone),
        partnercenter.getRelationshipRequestUrl({}, alone),
    ]) {
        await assert.rejects(look, /needs sign-in as application and user/);
    }
    assert.deepEqual(asked(simulator), []);
});
