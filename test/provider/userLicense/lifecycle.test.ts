import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { openPartnerCenter } from "../../../provider";
import { userLicenseLifecycle as lifecycle } from "../../../provider/userLicense/lifecycle";
import type { UserLicenseInputs } from "../../../provider/userLicense/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { context, failureOf, customerId as otherId, unknown } from "../fixtures";
import { simulatedPartner } from "../simulatedPartner";

const basic = "3b555118-da6a-4418-894f-7df1e2096870";
const e5 = "26d45bd9-adf1-46cd-a9e1-51e9a5524128";
const minecraft = "984df360-9a74-4647-8cf8-696749f6247a";
const teams = "57ff2da0-773e-42df-b2af-ffb7a2317929";
const exchange = "9aaf7827-d63c-4b61-89c3-182f06f82e5c";

describe("assigning a licence", () => {
    it("names the product and what is excluded of it, in one call", async (t) => {
        const { partner, inputs, licences } = await world(t);
        const { id, state } = await lifecycle.create(
            { ...inputs, excludedPlans: [teams] },
            partner.client(),
        );
        assert.equal(id, `${inputs.customerId}/${inputs.userId}/${basic}`);
        assert.deepEqual(state, { ...inputs, excludedPlans: [teams] });
        assert.deepEqual(licences(), [{ skuId: basic, excludedPlans: [teams] }]);
        assert.deepEqual(
            partner.simulator.requests.map(({ body }) => body),
            [
                {
                    licensesToAssign: [{ skuId: basic, excludedPlans: [teams] }],
                    attributes: { objectType: "LicenseUpdate" },
                },
            ],
        );
    });

    for (const licenseAssignedAgain of uncertainBehaviours.licenseAssignedAgain) {
        for (const excludedPlan of uncertainBehaviours.excludedPlan) {
            it(`is done where the user has it already (${licenseAssignedAgain}, ${excludedPlan})`, async (t) => {
                const { partner, inputs, licences } = await world(t, {
                    uncertain: { licenseAssignedAgain, excludedPlan },
                });
                const declared = { ...inputs, excludedPlans: [exchange.toUpperCase(), teams] };
                const first = await lifecycle.create(declared, partner.client());
                assert.deepEqual(await lifecycle.create(declared, partner.client()), first);
                assert.deepEqual(licences(), [{ skuId: basic, excludedPlans: [exchange, teams] }]);
            });
        }
    }

    for (const excludedPlan of uncertainBehaviours.excludedPlan) {
        it(`is not done where the user has it with other plans (${excludedPlan})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { excludedPlan } });
            await lifecycle.create({ ...inputs, excludedPlans: [teams] }, partner.client());
            const refusal = { status: 400, body: { code: 27002, description: "Not these" } };
            for (const excludedPlans of [[], [teams, exchange], [exchange]]) {
                partner.simulator.misbehave({ on: { method: "POST" }, ...refusal });
                const error = await failureOf(() =>
                    lifecycle.create({ ...inputs, excludedPlans }, partner.client()),
                );
                assert.match(error.message, /Could not change the licences .*Not these/);
            }
        });
    }

    for (const licensesAtOnce of uncertainBehaviours.licensesAtOnce) {
        it(`gives a user two products that are declared at once (${licensesAtOnce})`, async (t) => {
            const { partner, inputs, licences } = await world(t, { uncertain: { licensesAtOnce } });
            await Promise.all(
                [basic, e5].map((skuId) =>
                    lifecycle.create({ ...inputs, skuId }, partner.client()),
                ),
            );
            assert.deepEqual(
                licences()
                    ?.map(({ skuId }) => skuId)
                    .sort(),
                [e5, basic],
            );
        });
    }

    it("says that no licence is left", async (t) => {
        const { partner, inputs } = await world(t);
        for (const name of ["ada", "alan"]) {
            const userId = partner.simulator.portal.addUser(inputs.customerId, {
                userPrincipalName: `${name}@contoso.onmicrosoft.com`,
                usageLocation: "US",
            });
            await lifecycle.create({ ...inputs, userId }, partner.client());
        }
        const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
        assert.match(error.message, /60012.*no licence of this product left\. Buy more/s);
    });

    for (const missingUsageLocation of uncertainBehaviours.missingUsageLocation) {
        it(`says that the user lacks a usage location (${missingUsageLocation})`, async (t) => {
            const { partner, inputs } = await world(t, { uncertain: { missingUsageLocation } });
            partner.simulator.portal.changeUser(inputs.customerId, inputs.userId, {
                usageLocation: "",
            });
            const error = await failureOf(() => lifecycle.create(inputs, partner.client()));
            assert.match(error.message, /invalid usage location.*has no usageLocation/s);
        });
    }

    it("waits for a product that was ordered a moment ago", async (t) => {
        const { partner, inputs, licences } = await world(t);
        const { portal } = partner.simulator;
        const ordered = setTimeout(
            () =>
                portal.addSubscription(inputs.customerId, {
                    offerName: "Minecraft Education Edition Faculty",
                }),
            400,
        );
        t.after(() => clearTimeout(ordered));
        await lifecycle.create({ ...inputs, skuId: minecraft }, partner.client());
        assert.deepEqual(licences(), [{ skuId: minecraft, excludedPlans: [] }]);
    });

    it("fails in the end for a product that the customer does not have, and names what there is", async (t) => {
        const { partner, inputs } = await world(t);
        const { apiUrl } = partner.simulator;
        const accessToken = partner.simulator.issueToken({ kind: "appAndUser" });
        const impatient = await openPartnerCenter({ apiUrl, accessToken, retryBudgetSeconds: 1 });
        const error = await failureOf(() =>
            lifecycle.create({ ...inputs, skuId: minecraft }, impatient.begin()),
        );
        assert.match(
            error.message,
            /has no licences of the product 984df360-.*but of Microsoft 365/s,
        );
        assert.match(error.message, /run pulumi up again in some minutes/);
    });
});

describe("a licence that was assigned", () => {
    it("is read as it was assigned, also by its id alone, and one of Minecraft too", async (t) => {
        const { partner, inputs } = await world(t);
        partner.simulator.portal.addSubscription(inputs.customerId, {
            offerName: "Minecraft Education Edition Faculty",
        });
        for (const skuId of [basic, minecraft]) {
            const { id, state } = await lifecycle.create({ ...inputs, skuId }, partner.client());
            assert.deepEqual(await lifecycle.read(id, state, partner.client()), state);
            assert.deepEqual(
                await lifecycle.read(id, {} as UserLicenseInputs, partner.client()),
                state,
            );
            assert.deepEqual(lifecycle.diff(id, state, { ...inputs, skuId }), { changes: false });
        }
    });

    for (const excludedPlan of uncertainBehaviours.excludedPlan) {
        it(`changes its plans in place, and shows what somebody allowed (${excludedPlan})`, async (t) => {
            const { partner, inputs, licences } = await world(t, { uncertain: { excludedPlan } });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            const news = { ...inputs, excludedPlans: [teams, exchange] };
            assert.deepEqual(lifecycle.diff(id, state, news), { changes: true });
            const changed = await lifecycle.update(id, state, news, partner.client());
            assert.deepEqual(licences(), [{ skuId: basic, excludedPlans: [teams, exchange] }]);
            assert.deepEqual(await lifecycle.read(id, changed, partner.client()), changed);

            partner.simulator.portal.changeLicense(inputs.customerId, inputs.userId, basic, [
                teams,
            ]);
            const drifted = await lifecycle.read(id, changed, partner.client());
            assert.deepEqual(drifted?.excludedPlans, [teams]);
            assert.ok(drifted && lifecycle.diff(id, drifted, news).changes);
        });
    }

    it("is gone where somebody took it, or deleted the user", async (t) => {
        const { partner, inputs } = await world(t);
        const { portal } = partner.simulator;
        const { id, state } = await lifecycle.create(inputs, partner.client());
        portal.changeLicense(inputs.customerId, inputs.userId, basic);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        await lifecycle.create(inputs, partner.client());
        portal.deleteUser(inputs.customerId, inputs.userId);
        assert.equal(await lifecycle.read(id, state, partner.client()), undefined);
        await lifecycle.delete(id, state, partner.client);
    });

    for (const licenseTakenAgain of uncertainBehaviours.licenseTakenAgain) {
        it(`is taken once, and then is gone (${licenseTakenAgain})`, async (t) => {
            const { partner, inputs, licences } = await world(t, {
                uncertain: { licenseTakenAgain },
            });
            const { id, state } = await lifecycle.create(inputs, partner.client());
            await lifecycle.create({ ...inputs, skuId: e5 }, partner.client());
            await lifecycle.delete(id, state, partner.client);
            assert.deepEqual(licences(), [{ skuId: e5, excludedPlans: [] }], "the other one stays");
            await lifecycle.delete(id, state, partner.client);
        });
    }

    it("is not forgotten where the service refuses to take it", async (t) => {
        const { partner, inputs, licences } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        for (const [status, code] of [
            [403, 900308],
            [400, 3000],
        ]) {
            const body = { code, description: "By a group" };
            partner.simulator.misbehave({ on: { method: "POST" }, status: Number(status), body });
            const error = await failureOf(() => lifecycle.delete(id, state, partner.client));
            assert.match(error.message, /By a group/);
        }
        assert.equal(licences()?.length, 1);
    });

    it("is replaced by one of another product, user or customer", async (t) => {
        const { partner, inputs } = await world(t);
        const { id, state } = await lifecycle.create(inputs, partner.client());
        for (const name of ["customerId", "userId", "skuId"]) {
            assert.deepEqual(lifecycle.diff(id, state, { ...inputs, [name]: otherId }), {
                changes: true,
                replaces: [name],
            });
        }
    });
});

describe("a licence that a program declares", () => {
    it("names customer, user, product and plans by GUIDs", () => {
        const check = (given: object) => lifecycle.check(undefined, given as never, context);
        const declared = { customerId: otherId, userId: otherId, skuId: otherId };
        const { inputs, problems } = check(declared);
        assert.deepEqual(problems, []);
        assert.deepEqual(inputs.excludedPlans, []);
        const nameOf = (skuId?: string) => lifecycle.nameOf({ ...inputs, skuId } as never, context);
        assert.deepEqual([nameOf(), nameOf(unknown)], ["a licence", "a licence"]);
        const unknowns = { customerId: unknown, userId: unknown, skuId: unknown };
        assert.deepEqual(check({ ...unknowns, excludedPlans: unknown }).problems, []);
        assert.deepEqual(check({ ...unknowns, excludedPlans: [unknown] }).problems, []);
        const faults = check({
            skuId: "CFQ7TTC0LH18:0001",
            userId: "grace",
            excludedPlans: ["TEAMS1"],
        }).problems;
        assert.deepEqual(
            faults.map((fault) => fault.split(":")[0]),
            ["customerId", "userId", "skuId", "excludedPlans.0"],
        );
        const china = { ...context, cloud: "china" as const };
        assert.match(
            lifecycle.check(undefined, inputs, china).problems.join(),
            /^CustomerUserLicense: .*cannot give licences/,
        );
    });

    it("is looked for at preview: product, licences left, usage location", async (t) => {
        const { partner, inputs } = await world(t);
        const foresee = (change: Partial<UserLicenseInputs>) => {
            const news = { ...inputs, ...change };
            return lifecycle.foresee(news, partner.foresight(news));
        };
        const nothing = { problems: [], warnings: [], notes: [] };
        assert.deepEqual(await foresee({}), nothing);
        assert.deepEqual(await foresee({ userId: unknown, skuId: unknown }), nothing);
        assert.match(
            (await foresee({ skuId: minecraft })).warnings.join(),
            /^skuId: Customer .* has no licences of the product .*, but of Microsoft 365/,
        );
        await lifecycle.create({ ...inputs, skuId: e5 }, partner.client());
        assert.match(
            (await foresee({ skuId: e5 })).warnings.join(),
            /^skuId: all 1 licences of Office 365 E5 without Audio Conferencing are in use\.$/,
        );
        partner.simulator.portal.changeUser(inputs.customerId, inputs.userId, {
            usageLocation: "",
        });
        assert.match((await foresee({})).warnings.join(), /^userId: .* has no usageLocation/);
        partner.takeCalls();
        assert.deepEqual(await foresee({ customerId: unknown }), nothing);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("needs an application with a user, which a preview says", async (t) => {
        const { partner, inputs } = await world(t, {}, "app");
        const { problems } = await lifecycle.foresee(inputs, partner.foresight(inputs));
        assert.match(problems.join(), /^CustomerUserLicense: this call needs sign-in as app/);
    });
});

/** A partner with a customer who has two licences of one product and one of another, and a user. */
async function world(t: TestContext, options?: SimulatorOptions, kind?: "app" | "appAndUser") {
    const partner = await simulatedPartner(t, options, kind);
    const { customerId, simulator } = partner;
    simulator.portal.addSubscription(customerId, {
        offerName: "Microsoft 365 Business Basic",
        quantity: 2,
    });
    simulator.portal.addSubscription(customerId, {
        offerName: "Office 365 E5 without Audio Conferencing",
    });
    const userId = simulator.portal.addUser(customerId, {
        userPrincipalName: "grace@contoso.onmicrosoft.com",
        displayName: "Grace",
        usageLocation: "US",
    });
    const inputs: UserLicenseInputs = { customerId, userId, skuId: basic, excludedPlans: [] };
    const licences = () => simulator.customers[0]?.users.find(({ id }) => id === userId)?.licenses;
    return { partner, inputs, licences };
}
