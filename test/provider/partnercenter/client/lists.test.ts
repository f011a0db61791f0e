import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { PartnerCenter } from "../../../../provider/partnercenter/client";
import { trustedCertificate } from "../trust";
import { lastOf, newCustomer, oneCustomer, otherId, partnerCenter } from "./world";

before(async () => {
    await trustedCertificate();
});

describe("searching customers by their domain", () => {
    for (const nextLinkVersion of ["absent", "present"] as const) {
        it(`follows all pages, whose link has the version ${nextLinkVersion}`, async (t) => {
            const { simulator, client } = await partnerCenter(t, {
                uncertain: { maximumPageSize: 2, nextLinkVersion },
            });
            for (const name of ["contoso1", "contoso2", "fabrikam", "contoso3"]) {
                await client.createCustomer(newCustomer(`${name}.onmicrosoft.com`), otherId());
            }
            const found = await client.findCustomersByDomain("contoso");
            assert.deepEqual(
                found.map(({ companyProfile }) => companyProfile?.domain).sort(),
                ["contoso1", "contoso2", "contoso3"].map((name) => `${name}.onmicrosoft.com`),
            );
            const pages = simulator.requests.filter(({ method }) => method === "GET");
            assert.equal(pages.length, 2);
            assert.ok(pages.every(({ path }) => path === "/v1/customers"));
            assert.deepEqual(JSON.parse(pages[0]?.query.filter ?? ""), {
                Field: "Domain",
                Value: "contoso",
                Operator: "starts_with",
            });
            assert.ok(pages[1]?.headers["ms-continuationtoken"]);
        });
    }

    it("finds nobody where there is nobody", async (t) => {
        const { client } = await partnerCenter(t);
        assert.deepEqual(await client.findCustomersByDomain("contoso"), []);
    });
});

describe("what is listed about a customer", () => {
    const lists: [what: string, list: (client: PartnerCenter, id: string) => Promise<unknown[]>][] =
        [
            ["subscriptions", (client, id) => client.getSubscriptions(id)],
            ["availabilities", (client, id) => client.products.getAvailabilities(id, "p", "s")],
        ];
    for (const [what, list] of lists) {
        it(`has all pages: ${what}`, async (t) => {
            const { simulator, client, id } = await oneCustomer(t);
            const next = {
                uri: `/customers/${id}/${what}?seekOperation=Next`,
                headers: [{ key: "MS-ContinuationToken", value: "there" }],
            };
            const answer = (body: object) =>
                simulator.misbehave({ on: { method: "GET", path: what }, status: 200, body });
            answer({ items: [{ id: "1" }], links: { next } });
            answer({ items: [{ id: "2" }] });
            assert.deepEqual(await list(client, id), [{ id: "1" }, { id: "2" }]);
            assert.equal(lastOf(simulator).headers["ms-continuationtoken"], "there");
        });
    }

    it("may be a single availability without a list", async (t) => {
        const { simulator, client, id } = await oneCustomer(t);
        const body = { id: "a", catalogItemId: "p:s:a" };
        simulator.misbehave({ on: { path: "availabilities" }, status: 200, body });
        assert.deepEqual(await client.products.getAvailabilities(id, "p", "s"), [body]);
    });
});
