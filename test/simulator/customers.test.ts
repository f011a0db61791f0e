import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "./harness";

const reseller = "484e548c-f5f3-4528-93a9-c16c6373cb59";
const unknownId = "11111111-2222-3333-4444-555555555555";

test("delegated access decides whether address, e-mail and domains are answered", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const open = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(open.body, "companyProfile.address.region"), "WA");
    assert.equal(at(open.body, "companyProfile.email"), "someone@example.com");
    assert.deepEqual(at(open.body, "customDomains"), ["contoso.onmicrosoft.com"]);
    simulator.portal.hideDelegatedAccess(id);
    const hidden = await call(simulator, `GET /v1/customers/${id}`);
    const removed = ["companyProfile.address", "companyProfile.email", "customDomains"];
    for (const path of removed) assert.equal(at(hidden.body, path), undefined, path);
    assert.equal(at(hidden.body, "allowDelegatedAccess"), false);
    const company = await call(simulator, `GET /v1/customers/${id}/profiles/company`);
    assert.equal(at(company.body, "address"), undefined);
    assert.equal(at(company.body, "companyName"), "Contoso");
});

test("without delegated access from the start nothing of it is answered", async (t) => {
    const simulator = await simulatorFor(t, { delegatedAccess: false });
    const id = await createCustomer(simulator);
    const read = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(read.body, "companyProfile.address"), undefined);
});

test("organization and custom domains need delegated access", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const organization = await call(simulator, `GET /v1/customers/${id}/organization`);
    assert.equal(at(organization.body, "0.state"), "WA");
    assert.equal(at(organization.body, "0.displayName"), "Contoso");
    const domains = await call(simulator, `GET /v1/customers/${id}/customDomains`);
    assert.deepEqual(domains.body, ["contoso.onmicrosoft.com"]);
    simulator.portal.hideDelegatedAccess(id);
    for (const path of ["organization", "customDomains"]) {
        const refused = await call(simulator, `GET /v1/customers/${id}/${path}`);
        assert.deepEqual([refused.status, at(refused.body, "code")], [403, 900308]);
    }
});

test("PATCH can end delegated access", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const body = { AllowDelegatedAccess: false, attributes: { objectType: "Customer" } };
    assert.equal((await call(simulator, `PATCH /v1/customers/${id}`, { body })).status, 200);
    const read = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(read.body, "allowDelegatedAccess"), false);
});

for (const [what, path, status, code] of [
    ["no such customer", `/v1/customers/${unknownId}`, 404, 60003],
    ["an id that is no GUID", "/v1/customers/contoso", 400, 900118],
    [
        "no such customer's billing profile",
        `/v1/customers/${unknownId}/profiles/billing`,
        404,
        60003,
    ],
    ["no such customer's subscriptions", `/v1/customers/${unknownId}/subscriptions`, 404, 60003],
] as const) {
    test(`reading ${what} gets ${status} with code ${code}`, async (t) => {
        const simulator = await simulatorFor(t);
        const answer = await call(simulator, `GET ${path}`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
    });
}

test("paths are read in any casing and with a slash at the end", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `GET /v1/Customers/${id.toUpperCase()}/`)).status, 200);
    assert.equal((await call(simulator, `GET /v2/customers/${id}`)).status, 404);
});

test("the list holds each customer briefly", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const { body } = await call(simulator, "GET /v1/customers");
    assert.equal(at(body, "totalCount"), 1);
    assert.deepEqual(Object.keys(at(body, "items.0") as object).sort(), [
        "attributes",
        "companyProfile",
        "id",
        "links",
        "relationshipToPartner",
    ]);
    assert.equal(at(body, "items.0.id"), id);
});

const filters: Record<string, [object, string[] | [number, number]]> = {
    "a company's name in another casing": [
        { Field: "CompanyName", Value: "CONT", Operator: "starts_with" },
        ["contoso", "continental"],
    ],
    "a domain": [{ field: "Domain", value: "contoso.", operator: "starts_with" }, ["contoso"]],
    "a field in snake case": [
        { Field: "company_name", Value: "Fab", Operator: "StartsWith" },
        ["fabrikam"],
    ],
    "a reseller": [
        { Field: "IndirectReseller", Value: reseller, Operator: "starts_with" },
        ["fabrikam"],
    ],
    "another operator": [{ Field: "Domain", Value: "c", Operator: "equals" }, [400, 800002]],
    "another field": [{ Field: "Email", Value: "c", Operator: "starts_with" }, [400, 800002]],
};

for (const [what, [filter, expected]] of Object.entries(filters)) {
    test(`the list is filtered by ${what}`, async (t) => {
        const simulator = await simulatorFor(t);
        for (const name of ["contoso", "continental", "fabrikam"]) {
            const body = withMember(
                customerBody(`${name}.onmicrosoft.com`),
                "billingProfile.companyName",
                name,
            );
            const isResold = name === "fabrikam";
            await createCustomer(
                simulator,
                isResold ? { ...body, associatedPartnerId: reseller } : body,
            );
        }
        const query = encodeURIComponent(JSON.stringify(filter));
        const answer = await call(simulator, `GET /v1/customers?size=0&filter=${query}`);
        if (typeof expected[0] === "number") {
            assert.deepEqual([answer.status, at(answer.body, "code")], expected);
            return;
        }
        const items = at(answer.body, "items") as unknown[];
        assert.deepEqual(
            items.map((item) => at(item, "companyProfile.companyName")),
            expected,
        );
    });
}

for (const nextLinkVersion of ["absent", "present"] as const) {
    test(`pages follow links.next and its header, with /v1 ${nextLinkVersion}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { nextLinkVersion } });
        const made: string[] = [];
        for (let index = 0; index < 5; index++) {
            made.push(await createCustomer(simulator, customerBody(`c${index}.onmicrosoft.com`)));
        }
        const seen: unknown[] = [];
        let line = "GET /v1/customers?size=2";
        let headers: Record<string, string> = {};
        for (;;) {
            const { body } = await call(simulator, line, { headers });
            seen.push(...(at(body, "items") as unknown[]).map((item) => at(item, "id")));
            const uri = at(body, "links.next.uri") as string | undefined;
            if (uri === undefined) break;
            assert.equal(uri.startsWith("/v1/"), nextLinkVersion === "present");
            line = `GET ${nextLinkVersion === "present" ? "" : "/v1"}${uri}`;
            const header = at(body, "links.next.headers.0") as { key: string; value: string };
            assert.equal(header.key, "MS-ContinuationToken");
            headers = { [header.key]: header.value };
        }
        assert.deepEqual(seen, made);
    });
}

test("the link to the next page leads nowhere without its header", async (t) => {
    const simulator = await simulatorFor(t);
    await createCustomer(simulator, customerBody("one.onmicrosoft.com"));
    await createCustomer(simulator, customerBody("two.onmicrosoft.com"));
    const first = await call(simulator, "GET /v1/customers?size=1");
    const again = await call(simulator, `GET /v1${at(first.body, "links.next.uri")}`);
    assert.equal(at(again.body, "items.0.id"), at(first.body, "items.0.id"));
});

test("a sandbox customer can be deleted, and its domain used again", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 204);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 404);
    assert.notEqual(await createCustomer(simulator), id);
});

test("a deleted customer frees its first domain as well as its default one", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    simulator.portal.addCustomDomain(id, "contoso.com", true);
    simulator.portal.deleteCustomer(id);
    for (const domain of ["contoso.com", "contoso.onmicrosoft.com"]) {
        assert.equal((await call(simulator, `HEAD /v1/domains/${domain}`)).status, 404);
    }
});

test("the domain of a deleted customer stays taken, by option", async (t) => {
    const simulator = await simulatorFor(t, { uncertain: { domainAfterDelete: "taken" } });
    await call(simulator, `DELETE /v1/customers/${await createCustomer(simulator)}`);
    const answer = await call(simulator, "POST /v1/customers", { body: customerBody() });
    assert.equal(answer.status, 400);
});

test("a sandbox customer with an address that does not exist cannot be deleted", async (t) => {
    const simulator = await simulatorFor(t);
    const body = withMember(
        customerBody(),
        "billingProfile.defaultAddress.addressLine1",
        "1 None Street",
    );
    const id = await createCustomer(simulator, body);
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 400);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 200);
});

test("a sandbox customer with a reservation cannot be deleted", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    simulator.portal.addSubscription(id, { offerName: "Azure", kind: "reservation" });
    assert.equal((await call(simulator, `DELETE /v1/customers/${id}`)).status, 400);
});

for (const [choice, status, code] of [
    ["400-900127", 400, 900127],
    ["403-600006", 403, 600006],
] as const) {
    test(`DELETE in production gets ${choice}`, async (t) => {
        const simulator = await simulatorFor(t, {
            environment: "production",
            uncertain: { deleteInProduction: choice },
        });
        const id = await createCustomer(simulator);
        const answer = await call(simulator, `DELETE /v1/customers/${id}`);
        assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
        assert.equal(simulator.customers[0]?.deleted, false);
    });
}

const removal = { relationshipToPartner: "none", attributes: { objectType: "Customer" } };

for (const [choice, status, code] of [
    ["403-20002", 403, 20002],
    ["400-3000", 400, 3000],
    ["404", 404, 60003],
] as const) {
    test(`a customer that has left gets ${choice}, and its domain stays taken`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { afterRemoval: choice } });
        const id = await createCustomer(simulator);
        const done = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.equal(done.status, 200);
        for (const path of ["", "/profiles/billing", "/profiles/company", "/subscriptions"]) {
            const answer = await call(simulator, `GET /v1/customers/${id}${path}`);
            assert.deepEqual([answer.status, at(answer.body, "code")], [status, code]);
        }
        const again = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.deepEqual([again.status, at(again.body, "code")], [400, 3000]);
        assert.equal(at((await call(simulator, "GET /v1/customers")).body, "totalCount"), 0);
        const head = await call(simulator, "HEAD /v1/domains/contoso.onmicrosoft.com");
        assert.equal(head.status, 200);
    });
}

for (const [choice, status, code] of [
    ["400-800002", 400, 800002],
    ["403-600006", 403, 600006],
    ["409-800002", 409, 800002],
] as const) {
    test(`an active subscription stands in the way of a removal with ${choice}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { removalWithSubscription: choice } });
        const id = await createCustomer(simulator);
        const order = { offerName: "Microsoft 365 Business" };
        const subscriptionId = simulator.portal.addSubscription(id, order);
        const refused = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.deepEqual([refused.status, at(refused.body, "code")], [status, code]);
        simulator.portal.suspendSubscription(id, subscriptionId);
        const done = await call(simulator, `PATCH /v1/customers/${id}`, { body: removal });
        assert.equal(done.status, 200);
        assert.equal(simulator.customers[0]?.relationshipToPartner, "none");
    });
}

test("parameters of the query have their names in any casing", async (t) => {
    const simulator = await simulatorFor(t);
    for (const domain of ["contoso", "fabrikam"]) {
        await createCustomer(simulator, customerBody(`${domain}.onmicrosoft.com`));
    }
    const { body } = await call(simulator, "GET /v1/customers?Size=1");
    assert.equal(at(body, "totalCount"), 1);
    const path = "/v1/agreements?AgreementType=MicrosoftCustomerAgreement";
    const agreements = await call(simulator, `GET ${path}`);
    assert.equal(at(agreements.body, "totalCount"), 2);
});

test("PATCH of anything else is refused", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    for (const body of [{}, { relationshipToPartner: "reseller" }, { companyProfile: {} }]) {
        assert.equal((await call(simulator, `PATCH /v1/customers/${id}`, { body })).status, 400);
    }
});

test("subscriptions tell their names and whether they are active", async (t) => {
    const simulator = await simulatorFor(t);
    const id = await createCustomer(simulator);
    const first = simulator.portal.addSubscription(id, { offerName: "A", friendlyName: "Mine" });
    const second = simulator.portal.addSubscription(id, { offerName: "B", status: "suspended" });
    const { body } = await call(simulator, `GET /v1/customers/${id}/subscriptions`);
    const items = at(body, "items") as unknown[];
    assert.deepEqual(
        items.map((item) => [at(item, "id"), at(item, "friendlyName"), at(item, "status")]),
        [
            [first, "Mine", "active"],
            [second, "B", "suspended"],
        ],
    );
    const one = await call(simulator, `GET /v1/customers/${id}/subscriptions/${second}`);
    assert.deepEqual(one.body, items[1]);
    const none = await call(simulator, `GET /v1/customers/${id}/subscriptions/${unknownId}`);
    assert.deepEqual([none.status, at(none.body, "code")], [404, 20003]);
});

test("what people change in the portal is what is read afterwards", async (t) => {
    const simulator = await simulatorFor(t);
    const { portal } = simulator;
    const id = await createCustomer(simulator);
    const read = async () => (await call(simulator, `GET /v1/customers/${id}`)).body;
    const etag = at(await read(), "billingProfile.attributes.etag");
    portal.changeBillingProfile(id, {
        email: "new@example.com",
        defaultAddress: { city: "Bothell" },
    });
    portal.changeCompany(id, { companyName: "Contoso Ltd" });
    portal.addCustomDomain(id, "contoso.com", true);
    const changed = await read();
    assert.equal(at(changed, "billingProfile.email"), "new@example.com");
    assert.equal(at(changed, "billingProfile.defaultAddress.city"), "Bothell");
    assert.equal(at(changed, "billingProfile.defaultAddress.state"), "WA");
    assert.notEqual(at(changed, "billingProfile.attributes.etag"), etag);
    assert.equal(at(changed, "companyProfile.companyName"), "Contoso Ltd");
    assert.equal(at(changed, "companyProfile.domain"), "contoso.com");
    assert.deepEqual(at(changed, "customDomains"), ["contoso.onmicrosoft.com", "contoso.com"]);
    portal.removeRelationship(id);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 403);
    portal.deleteCustomer(id);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.throws(() => portal.deleteCustomer(unknownId), /no customer/);
});

test("a new customer can be invisible for some reads", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.invisibleAfterCreate = { reads: 2 };
    const id = await createCustomer(simulator);
    const statuses: number[] = [];
    for (let read = 0; read < 4; read++) {
        statuses.push((await call(simulator, `GET /v1/customers/${id}`)).status);
    }
    assert.deepEqual(statuses, [404, 404, 200, 200]);
});

test("reads of lists that a new customer would be in count too, those of others do not", async (t) => {
    const simulator = await simulatorFor(t);
    await createCustomer(simulator, customerBody("fabrikam.onmicrosoft.com"));
    simulator.invisibleAfterCreate = { reads: 2 };
    await createCustomer(simulator);
    const count = async (domain: string) => {
        const filter = JSON.stringify({ Field: "Domain", Value: domain, Operator: "starts_with" });
        const path = `/v1/customers?size=0&filter=${encodeURIComponent(filter)}`;
        return at((await call(simulator, `GET ${path}`)).body, "totalCount");
    };
    assert.equal(await count("contoso"), 0);
    assert.equal(await count("fabrikam"), 1);
    assert.equal(await count("contoso"), 0);
    assert.equal(await count("contoso"), 1);
});

test("a new customer can be invisible for some time, in lists too", async (t) => {
    let now = Date.now();
    const simulator = await simulatorFor(t, { now: () => now });
    simulator.invisibleAfterCreate = { milliseconds: 1000 };
    const id = await createCustomer(simulator);
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 404);
    assert.equal(at((await call(simulator, "GET /v1/customers")).body, "totalCount"), 0);
    now += 1001;
    assert.equal((await call(simulator, `GET /v1/customers/${id}`)).status, 200);
    assert.equal(at((await call(simulator, "GET /v1/customers")).body, "totalCount"), 1);
});

test("members given as an empty text can be dropped", async (t) => {
    const phone = "billingProfile.defaultAddress.phoneNumber";
    for (const [emptyMembers, expected] of [
        ["kept", ""],
        ["dropped", undefined],
    ] as const) {
        const simulator = await simulatorFor(t, { uncertain: { emptyMembers } });
        const id = await createCustomer(simulator, withMember(customerBody(), phone, ""));
        const read = await call(simulator, `GET /v1/customers/${id}`);
        assert.equal(at(read.body, phone), expected);
    }
});

test("members of a customer can be left out by option", async (t) => {
    const simulator = await simulatorFor(t, {
        uncertain: { billingProfileInCustomer: "absent", gdapFlagInCustomer: "absent" },
    });
    const id = await createCustomer(simulator, { ...customerBody(), enableGDAPByDefault: true });
    const { body } = await call(simulator, `GET /v1/customers/${id}`);
    assert.equal(at(body, "billingProfile"), undefined);
    assert.equal(at(body, "enableGDAPByDefault"), undefined);
});
