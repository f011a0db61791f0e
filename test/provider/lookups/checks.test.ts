import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDomainAvailability, getCountryRules, validateAddress } from "../../../provider/index";
import { simulatorFor } from "../commands/harness";

test("programs ask for a domain, an address and a country without Pulumi", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.portal.takeDomain("taken.onmicrosoft.com");
    const options = {
        apiUrl: simulator.apiUrl,
        accessToken: simulator.issueToken({ kind: "app" }),
    };
    assert.equal(await checkDomainAvailability("free.onmicrosoft.com", options), true);
    assert.equal(await checkDomainAvailability("taken.onmicrosoft.com", options), false);
    const address = {
        addressLine1: "One Microsoft Way",
        city: "Redmond",
        state: "WA",
        postalCode: "98052",
        country: "US",
    };
    const { status, suggestedAddresses } = await validateAddress(address, options);
    assert.equal(status, "VerifiedShippable");
    assert.equal(suggestedAddresses[0]?.postalCode, "98052-0001");
    const rules = await getCountryRules("CH", options);
    assert.deepEqual(rules.supportedCulturesList, ["de-CH", "fr-CH", "it-CH", "en-US"]);
});

test("a domain about which the service says nothing is neither free nor taken", async (t) => {
    const simulator = await simulatorFor(t);
    simulator.misbehave({ on: { method: "HEAD" }, status: 403 });
    const accessToken = simulator.issueToken({ kind: "app" });
    const options = { apiUrl: simulator.apiUrl, accessToken };
    await assert.rejects(checkDomainAvailability("a.onmicrosoft.com", options), /HTTP 403/);
});
