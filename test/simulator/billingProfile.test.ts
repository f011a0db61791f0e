import assert from "node:assert/strict";
import { test } from "node:test";
import type { Simulator, Uncertain } from "../../simulator/index";
import { at, call, createCustomer, simulatorFor, withMember } from "./harness";

async function profileOf(simulator: Simulator): Promise<[string, Record<string, unknown>]> {
    const path = `/v1/customers/${await createCustomer(simulator)}/profiles/billing`;
    const { body } = await call(simulator, `GET ${path}`);
    return [path, body as Record<string, unknown>];
}

const stale = "5920358838484612121";

// What stands in If-Match and in the body for an etag: "current", "stale", or anything else as is.
const etags: readonly [string | undefined, string | undefined, number, number][] = [
    ['"current"', "current", 200, 200],
    [undefined, "current", 200, 412],
    ['"current"', undefined, 200, 200],
    [undefined, undefined, 200, 412],
    ["*", undefined, 200, 200],
    ["current", "current", 412, 412],
    ['"stale"', "current", 412, 412],
    ['"current"', "stale", 412, 412],
    [undefined, "stale", 412, 412],
];

for (const [ifMatch, inBody, optional, required] of etags) {
    for (const [need, expected] of Object.entries({ optional, required })) {
        test(`PUT with If-Match ${ifMatch} (${need}) and etag ${inBody} gets ${expected}`, async (t) => {
            const uncertain = { ifMatch: need as Uncertain["ifMatch"] };
            const simulator = await simulatorFor(t, { uncertain });
            const [path, profile] = await profileOf(simulator);
            const current = String(at(profile, "attributes.etag"));
            const real = (text: string | undefined) =>
                text?.replace("current", current).replace("stale", stale);
            const answer = await call(simulator, `PUT ${path}`, {
                body: withMember(profile, "attributes.etag", real(inBody)),
                headers: ifMatch === undefined ? {} : { "If-Match": real(ifMatch) ?? "" },
            });
            assert.equal(answer.status, expected, answer.text);
            const isNew = at(answer.body, "attributes.etag") !== current;
            assert.equal(isNew, true);
        });
    }
}

test("a stale etag can be answered with 400 and code 2055", async (t) => {
    const simulator = await simulatorFor(t, { uncertain: { staleEtag: "2055" } });
    const [path, profile] = await profileOf(simulator);
    const body = withMember(profile, "attributes.etag", stale);
    const answer = await call(simulator, `PUT ${path}`, { body });
    assert.deepEqual([answer.status, at(answer.body, "code")], [400, 2055]);
});

test("PUT replaces the whole profile: what is left out is cleared", async (t) => {
    const simulator = await simulatorFor(t);
    const [path, profile] = await profileOf(simulator);
    const body = withMember(
        withMember(profile, "firstName", undefined),
        "defaultAddress.city",
        "Bothell",
    );
    const put = await call(simulator, `PUT ${path}`, { body });
    assert.equal(put.status, 200, put.text);
    const { body: read } = await call(simulator, `GET ${path}`);
    assert.deepEqual(read, put.body);
    assert.equal(at(read, "firstName"), undefined);
    assert.equal(at(read, "defaultAddress.city"), "Bothell");
    assert.equal(at(read, "id"), at(profile, "id"));
});

test("PUT obeys the rules of a create", async (t) => {
    const simulator = await simulatorFor(t);
    const [path, profile] = await profileOf(simulator);
    for (const [member, value, code] of [
        ["email", undefined, 3000],
        ["companyName", "inc", 27002],
        ["defaultAddress.state", "ZZ", 27002],
        ["defaultAddress.region", "NA", 27002],
        ["defaultAddress.country", "DE", 20000],
    ] as const) {
        const body = withMember(profile, member, value);
        const answer = await call(simulator, `PUT ${path}`, { body });
        assert.deepEqual([answer.status, at(answer.body, "code")], [400, code], member);
    }
    assert.deepEqual((await call(simulator, `GET ${path}`)).body, profile);
});

for (const [changedCountry, status, country] of [
    ["accepted", 200, "CA"],
    ["refused", 400, "US"],
    ["ignored", 200, "US"],
] as const) {
    test(`a changed country is ${changedCountry}`, async (t) => {
        const simulator = await simulatorFor(t, {
            partner: { region: ["US", "CA"] },
            uncertain: { changedCountry },
        });
        const [path, profile] = await profileOf(simulator);
        const address = at(profile, "defaultAddress") as object;
        const moved = { country: "CA", state: "ON", postalCode: "K1A 0B1", city: "Ottawa" };
        // An ignored country leaves an address that must fit the old one.
        const change = changedCountry === "ignored" ? { country: "CA" } : moved;
        const body = { ...profile, defaultAddress: { ...address, ...change } };
        const put = await call(simulator, `PUT ${path}`, { body });
        assert.equal(put.status, status, put.text);
        const { body: read } = await call(simulator, `GET ${path}`);
        assert.equal(at(read, "defaultAddress.country"), country);
    });
}

for (const [changedCulture, status, culture] of [
    ["accepted", 200, "es-US"],
    ["refused", 400, "en-US"],
    ["ignored", 200, "en-US"],
] as const) {
    test(`a changed culture is ${changedCulture}`, async (t) => {
        const simulator = await simulatorFor(t, { uncertain: { changedCulture } });
        const [path, profile] = await profileOf(simulator);
        const body = { ...profile, culture: "ES-us" };
        const put = await call(simulator, `PUT ${path}`, { body });
        assert.equal(put.status, status, put.text);
        const { body: read } = await call(simulator, `GET ${path}`);
        assert.equal(at(read, "culture"), culture);
    });
}

test("an application alone may update, unless told otherwise", async (t) => {
    for (const [appOnlyBillingUpdate, status] of [
        ["accepted", 200],
        ["refused", 403],
    ] as const) {
        const simulator = await simulatorFor(t, { uncertain: { appOnlyBillingUpdate } });
        const [path, body] = await profileOf(simulator);
        const token = simulator.issueToken({ kind: "app" });
        const answer = await call(simulator, `PUT ${path}`, { body, token });
        assert.equal(answer.status, status);
        if (status === 403) assert.equal(at(answer.body, "code"), 900150);
    }
});
