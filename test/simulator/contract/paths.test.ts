import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, customerBody, simulatorFor } from "../harness";
import { readRecorded, skip } from "./contract";

const unknownRoute = { statusCode: 404, message: "Resource not found" };
let count = 0;

function nextBody(): unknown {
    count += 1;
    return customerBody(`contract${count}.onmicrosoft.com`);
}

test("every operation of the contract that is simulated is there", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const paths = at(readRecorded("CustomerService.swagger.json"), "paths") as object;
    const operations = Object.entries(paths).flatMap(([path, methods]: [string, object]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const simulated =
        /customers$|customer_id}$|profiles\/(company|billing)$|\/domains\/|relationships$|relationshiprequests$|\/agreements$|AgreementStatus$|qualifications$|validations\/(address|check)/;
    const there = operations.filter((line) => simulated.test(line));
    assert.equal(there.length, 20);
    for (const line of there) {
        const path = line
            .replace("v{version}", "v1")
            .replace("{customer_id}", await createCustomer(simulator, nextBody()))
            .replace("{domain}", "contoso.onmicrosoft.com")
            .replace("{domain_prefix}", "contoso");
        const body = /^(POST|PUT|PATCH)/.test(line) ? {} : undefined;
        assert.notDeepEqual((await call(simulator, path, { body })).body, unknownRoute, line);
    }
});

test("the paths of Microsoft's own client lead somewhere", { skip }, async (t) => {
    const simulator = await simulatorFor(t);
    const apis = at(readRecorded("PartnerSdkConfiguration.json"), "Apis");
    const id = await createCustomer(simulator);
    const subscription = simulator.portal.addSubscription(id, { offerName: "A" });
    const domain = "contoso.onmicrosoft.com";
    const user = simulator.customers[0]?.users[0]?.id;
    const roles = await call(simulator, `GET /v1/customers/${id}/directoryroles`);
    const role = String(at(roles.body, "items.0.id"));
    for (const [name, method, first, second, third] of [
        ["CreateCustomer", "POST"],
        ["GetCustomers", "GET"],
        ["GetCustomer", "GET", id],
        ["GetCustomerBillingProfile", "GET", id],
        ["UpdateCustomerBillingProfile", "PUT", id],
        ["GetCustomerCompanyProfile", "GET", id],
        ["GetCustomerSubscriptions", "GET", id],
        ["GetSubscription", "GET", id, subscription],
        ["GetCustomerSku", "GET", id, "CFQ7TTC0LH18", "0001"],
        ["GetCustomerAvailabilities", "GET", id, "CFQ7TTC0LH18", "0001"],
        ["CreateCart", "POST", id],
        ["GetOrders", "GET", id],
        ["UpdateSubscription", "PATCH", id, subscription],
        ["GetAzureEntitlements", "GET", id, subscription],
        ["GetPartnerRelationshipsForCustomer", "GET", id],
        ["GetPartnerRelationships", "GET"],
        ["GetCustomerRelationshipRequest", "GET"],
        ["GetValidationStatus", "GET", id],
        ["GetCountryValidationRulesByCountry", "GET", "US"],
        ["GetAgreementsDetails", "GET"],
        ["GetCustomerAgreements", "GET", id],
        ["GetCustomerQualifications", "GET", id],
        ["CreateCustomerQualifications", "POST", id],
        ["CheckDomainAvailability", "HEAD", domain],
        ["AddressValidation", "POST"],
        ["GetCustomerUsers", "GET", id],
        ["CreateCustomerUser", "POST", id],
        ["GetCustomerUserDetails", "GET", id, user],
        ["UpdateCustomerUser", "PATCH", id, user],
        ["CustomerUserDirectoryRoles", "GET", id, user],
        ["GetCustomerDirectoryRoles", "GET", id],
        ["GetCustomerDirectoryRoleUserMembers", "GET", id, role],
        ["AddUserToCustomerDirectoryRole", "POST", id, role],
        ["DeleteCustomerUser", "DELETE", id, user],
        ["RemoveCustomerRelationship", "PATCH", id],
        ["DeleteCustomer", "DELETE", id],
    ] as const) {
        const template = String(at(apis, `${name}.Path`));
        const path = template
            .replace("{0}", first ?? "")
            .replace("{1}", second ?? "")
            .replace("{2}", third ?? "");
        const body = /^P/.test(method) ? {} : undefined;
        const answer = await call(simulator, `${method} /v1/${path}`, { body });
        assert.notDeepEqual(answer.body, unknownRoute, name);
        assert.notEqual(answer.status, 404, name);
    }
});
