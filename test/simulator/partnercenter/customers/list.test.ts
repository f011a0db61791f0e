import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor, withMember } from "../../harness";

const reseller = "484e548c-f5f3-4528-93a9-c16c6373cb59";

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
