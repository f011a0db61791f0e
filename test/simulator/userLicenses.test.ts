import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SimulatorOptions } from "../../simulator/index";
import { at, call, createCustomer, simulatorFor } from "./harness";

const basic = "3b555118-da6a-4418-894f-7df1e2096870";
const minecraft = "984df360-9a74-4647-8cf8-696749f6247a";
const teams = "57ff2da0-773e-42df-b2af-ffb7a2317929";

/** A customer with two licences of one product and one of Minecraft, and a user without any. */
async function userWithoutLicence(t: TestContext, options: SimulatorOptions = {}) {
    const simulator = await simulatorFor(t, options);
    const id = await createCustomer(simulator);
    const { portal } = simulator;
    portal.addSubscription(id, { offerName: "Microsoft 365 Business Basic", quantity: 2 });
    portal.addSubscription(id, { offerName: "Minecraft Education Edition Faculty" });
    const userId = portal.addUser(id, {
        userPrincipalName: "grace@contoso.onmicrosoft.com",
        usageLocation: "US",
    });
    const customer = `/v1/customers/${id}`;
    const update = (body: object, token?: string) =>
        call(simulator, `POST ${customer}/users/${userId}/licenseupdates`, { body, token });
    const read = async (path: string) => (await call(simulator, `GET ${customer}/${path}`)).body;
    const licences = () => simulator.customers[0]?.users.find((one) => one.id === userId)?.licenses;
    return { simulator, id, userId, customer, update, read, licences };
}

const assigning = (...skuIds: string[]) => ({
    LicensesToAssign: skuIds.map((SkuId) => ({ SkuId, ExcludedPlans: null })),
    LicensesToRemove: null,
});

test("a licence is assigned, as the documented sample asks for it, listed and taken", async (t) => {
    const { update, read, userId, licences } = await userWithoutLicence(t);
    const given = await update(assigning(basic));
    assert.equal(given.status, 201);
    assert.deepEqual(given.body, {
        licensesToAssign: [{ skuId: basic }],
        licenseWarnings: [],
        attributes: { objectType: "LicenseUpdate" },
    });
    const listed = await read(`users/${userId}/licenses`);
    assert.equal(at(listed, "items.0.productSku.skuPartNumber"), "O365_BUSINESS_ESSENTIALS");
    assert.equal(at(listed, "items.0.servicePlans.0.capabilityStatus"), "Assigned");
    const skus = await read("subscribedskus");
    assert.equal(at(skus, "totalCount"), 1);
    assert.equal(at(skus, "items.0.consumedUnits"), 1);
    assert.equal(at(skus, "items.0.availableUnits"), 1);
    assert.equal((await update({ licensesToRemove: [basic] })).status, 201);
    assert.deepEqual(licences(), []);
    assert.equal((await update({ licensesToRemove: [basic] })).status, 400);
});

test("licences of Minecraft are listed where their group is asked for, and assigned apart", async (t) => {
    const { update, read, userId } = await userWithoutLicence(t);
    assert.equal((await update(assigning(basic, minecraft))).status, 400);
    await update(assigning(basic));
    await update(assigning(minecraft));
    const idsOf = async (query: string) => {
        const items = at(await read(`users/${userId}/licenses${query}`), "items") as object[];
        return items.map((item) => at(item, "productSku.id"));
    };
    assert.deepEqual(await idsOf(""), [basic]);
    assert.deepEqual(await idsOf("?licenseGroupIds=Group2"), [minecraft]);
    const both = "?licenseGroupIds=Group1&licenseGroupIds=Group2";
    assert.deepEqual(await idsOf(both), [basic, minecraft]);
});

for (const [excludedPlan, statuses] of [
    ["absent", [undefined, "Assigned"]],
    ["Disabled", ["Disabled", "Assigned"]],
] as const) {
    test(`service plans are excluded, and changed: ${excludedPlan}`, async (t) => {
        const { update, read, userId } = await userWithoutLicence(t, {
            uncertain: { excludedPlan },
        });
        const statusOfTeams = async (excludedPlans: string[]) => {
            await update({ licensesToAssign: [{ skuId: basic, excludedPlans }] });
            const plans = at(await read(`users/${userId}/licenses`), "items.0.servicePlans");
            const plan = (plans as object[]).find((one) => at(one, "id") === teams);
            return at(plan, "capabilityStatus");
        };
        assert.equal(await statusOfTeams([teams]), statuses[0]);
        assert.equal(await statusOfTeams([]), statuses[1]);
        const unknown = { licensesToAssign: [{ skuId: basic, excludedPlans: [basic] }] };
        assert.equal((await update(unknown)).status, 400);
    });
}

test("without a free licence, or a usage location, nothing is assigned", async (t) => {
    const { simulator, id, userId, customer, update, licences } = await userWithoutLicence(t);
    const codeOf = async (body: object) => at((await update(body)).body, "code");
    assert.equal(await codeOf(assigning("26d45bd9-adf1-46cd-a9e1-51e9a5524128")), 60012);
    for (const name of ["ada", "alan"]) {
        const other = simulator.portal.addUser(id, {
            userPrincipalName: `${name}@contoso.onmicrosoft.com`,
            usageLocation: "US",
        });
        const line = `POST ${customer}/users/${other}/licenseupdates`;
        assert.equal((await call(simulator, line, { body: assigning(basic) })).status, 201);
    }
    const refused = await update(assigning(basic));
    assert.equal(refused.status, 400);
    assert.match(refused.text, /60012.*run out of licenses.*LicenseQuotaExceededException/s);
    simulator.portal.changeUser(id, userId, { usageLocation: "" });
    assert.match((await update(assigning(minecraft))).text, /27002.*invalid usage location/);
    assert.equal(await codeOf({}), 800002);
    simulator.portal.deleteUser(id, userId);
    assert.equal(await codeOf(assigning(minecraft)), 60002);
    assert.equal(licences(), undefined);
});

test("licences are for applications with a user, and for the public cloud", async (t) => {
    const { simulator, update, customer, userId } = await userWithoutLicence(t);
    const token = simulator.issueToken({ kind: "app" });
    const refused = await update(assigning(basic), token);
    assert.equal(at(refused.body, "code"), 900329);
    for (const path of ["subscribedskus", `users/${userId}/licenses`]) {
        assert.equal((await call(simulator, `GET ${customer}/${path}`, { token })).status, 403);
    }
    const elsewhere = await userWithoutLicence(t, { cloud: "usGov" });
    assert.equal(at((await elsewhere.update(assigning(basic))).body, "code"), 900127);
});

for (const [licensesAtOnce, held, second] of [
    ["bothCount", 2, 201],
    ["lastCounts", 1, 201],
    ["409-3000", 1, 409],
] as const) {
    test(`two changes of a user's licences at once: ${licensesAtOnce}`, async (t) => {
        const { simulator, customer, update, licences } = await userWithoutLicence(t, {
            uncertain: { licensesAtOnce },
        });
        // Two connections are open, so that the two changes need not wait for one.
        const users = () => call(simulator, `GET ${customer}/users`);
        await Promise.all([users(), users()]);
        const answers = await Promise.all([update(assigning(basic)), update(assigning(minecraft))]);
        assert.equal(licences()?.length, held);
        assert.deepEqual(answers.map(({ status }) => status).sort(), [201, second]);
    });
}
