import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import type { CloudName } from "../../../provider/partnercenter/clouds";
import { userLifecycle as lifecycle } from "../../../provider/user/lifecycle";
import type { UserInputs } from "../../../provider/user/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { context, unknown } from "../fixtures";
import { someUser, userName, userWorld } from "./inputs";

const whole = someUser({
    immutableId: "one of a kind",
    password: "Chosen-by-hand-1",
    triggers: { rotated: "1" },
});

describe("a user whom a program declares", () => {
    it("has no fault, with all members or with the needed ones", () => {
        assert.deepEqual(problemsOf(someUser()), []);
        assert.deepEqual(problemsOf(whole), []);
    });

    it("must choose another password at the first sign-in, unless the program says otherwise", () => {
        const { forceChangePassword: _, ...given } = someUser();
        const { inputs } = lifecycle.check(undefined, given as UserInputs, context);
        assert.equal(inputs.forceChangePassword, true);
    });

    it("has none in what is not known yet", () => {
        assert.deepEqual(
            problemsOf({
                ...whole,
                customerId: unknown,
                userPrincipalName: unknown,
                password: unknown,
                triggers: unknown as never,
                forceChangePassword: unknown as never,
            }),
            [],
        );
    });

    it("is said everything that is wrong, at once, and no password", () => {
        const problems = problemsOf({
            customerId: "contoso",
            userPrincipalName: "grace",
            firstName: "",
            usageLocation: "UK",
            password: "secretpassword",
            forceChangePassword: "yes" as never,
            triggers: { rotated: 1 as never },
            existingUserId: "grace",
            name: "Grace",
        } as never);
        const paths = problems.map((problem) => problem.split(":")[0]);
        assert.deepEqual(paths.sort(), [
            "customerId",
            "displayName",
            "existingUserId",
            "firstName",
            "forceChangePassword",
            "lastName",
            "name",
            "password",
            "triggers.rotated",
            "usageLocation",
            "userPrincipalName",
        ]);
        assert.doesNotMatch(problems.join(), /secretpassword/);
    });

    for (const [password, words] of [
        ["Ab1!", /8 to 256/],
        ["onlysmallletters1", /three of these/],
        [`Aa1${"x".repeat(254)}`, /8 to 256/],
    ] as const) {
        it(`may not have a password of ${password.length} characters like ${password.slice(0, 4)}`, () => {
            assert.match(problemsOf({ ...whole, password }).join(), words);
        });
    }

    it("keeps the key that it was created with, and has no empty triggers", () => {
        const { inputs } = lifecycle.check(
            someUser(),
            someUser({ requestKey: "another", triggers: {} }),
            context,
        );
        assert.equal(inputs.requestKey, someUser().requestKey);
        assert.equal("triggers" in inputs, false);
    });

    it("keeps its immutableId", () => {
        const changed = lifecycle.check(whole, { ...whole, immutableId: "another" }, context);
        assert.match(changed.problems.join(), /^immutableId: no call can change this/);
        const customerId = "4d7a9c1e-0f2b-4a63-9b5e-1c8d7e6f5a40";
        const other = { ...whole, immutableId: "another", customerId };
        assert.deepEqual(lifecycle.check(whole, other, context).problems, []);
    });

    it("is warned that a password stops working, when one does", () => {
        const warningsOf = (olds: UserInputs | undefined, news: UserInputs) =>
            lifecycle.check(olds, news, context).warnings.join();
        const rotated = { ...whole, triggers: { rotated: "2" } };
        assert.match(warningsOf(whole, rotated), /^triggers: .* stops working/);
        assert.match(
            warningsOf(whole, { ...whole, password: "Chosen-by-hand-2" }),
            /^password: .* stops working/,
        );
        const takenOver = { ...whole, existingUserId: whole.customerId };
        assert.match(warningsOf(undefined, takenOver), /stops working/);
        assert.equal(warningsOf(undefined, whole), "");
        assert.equal(warningsOf(whole, { ...whole, displayName: "Admiral" }), "");
        assert.equal(warningsOf(whole, { ...whole, triggers: unknown as never }), "");
    });
});

describe("a cloud that can do less", () => {
    it("of the US Government creates no users", () => {
        const problems = problemsOf(whole, "usGov");
        assert.equal(problems.length, 1);
        assert.match(problems.join(), /^CustomerUser: .*cloud "usGov"\) cannot create users/);
    });

    it("of 21Vianet resets no password, so that a new one must be known", () => {
        assert.match(
            problemsOf(someUser(), "china").join(),
            /^password: is required in this cloud/,
        );
        assert.deepEqual(problemsOf(whole, "china"), []);
        const china = { ...context, cloud: "china" as const };
        const rotated = { ...whole, triggers: { rotated: "2" } };
        assert.match(
            lifecycle.check(whole, rotated, china).problems.join(),
            /^triggers: .* cannot reset/,
        );
        const { triggers: _, ...chosen } = whole;
        const takenOver = { ...chosen, existingUserId: whole.customerId };
        assert.match(problemsOf(takenOver, "china").join(), /^password: .* cannot reset/);
    });
});

describe("what a preview asks about a user", () => {
    it("finds nothing wrong with one who can be made", async (t) => {
        const { foresee } = await world(t);
        assert.deepEqual(await foresee({}), { problems: [], warnings: [], notes: [] });
    });

    it("asks about several users of a customer once", async (t) => {
        const { partner, inputs } = await world(t);
        const asking = partner.foresight(inputs);
        for (const name of ["grace", "ada", "alan"]) {
            const userPrincipalName = `${name}@contoso.onmicrosoft.com`;
            await lifecycle.foresee({ ...inputs, userPrincipalName }, asking);
        }
        assert.deepEqual(partner.takeCalls().sort(), [
            "GET customers/ID",
            "GET customers/ID/users",
            "GET customers/ID/users",
        ]);
    });

    it("refuses a domain that is not the customer's, and names those that are", async (t) => {
        const { foresee } = await world(t);
        const { problems } = await foresee({ userPrincipalName: "grace@fabrikam.com" });
        assert.match(
            problems.join(),
            /fabrikam.com is no domain of customer .* who has contoso.onmicrosoft.com\.$/,
        );
    });

    it("refuses a federated domain, where a user shows it", async (t) => {
        const { foresee, partner } = await world(t);
        const { portal } = partner.simulator;
        portal.addCustomDomain(partner.customerId, "contoso.com");
        portal.federateDomain(partner.customerId, "contoso.com");
        portal.addUser(partner.customerId, { userPrincipalName: "ada@contoso.com" });
        const { problems } = await foresee({ userPrincipalName: "grace@contoso.com" });
        assert.match(problems.join(), /contoso.com is a federated domain/);
    });

    it("warns of a name that somebody has, who may be the user of a cut run", async (t) => {
        const { foresee, partner } = await world(t);
        const userId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: userName,
        });
        const { problems, warnings } = await foresee({});
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), new RegExp(`existingUserId: "${userId}"`));
    });

    it("warns of a deleted user who can be restored, and until when", async (t) => {
        const { foresee, partner } = await world(t);
        const userId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: userName,
        });
        partner.simulator.portal.deleteUser(partner.customerId, userId);
        const { warnings } = await foresee({});
        assert.match(
            warnings.join(),
            new RegExp(`restored until \\d{4}-\\d\\d-\\d\\d with existingUserId: "${userId}"`),
        );
    });

    it("says what a takeover overwrites, and writes nothing", async (t) => {
        const { foresee, partner } = await world(t);
        const existingUserId = partner.simulator.portal.addUser(partner.customerId, {
            userPrincipalName: userName,
            displayName: "Grace Hopper",
            firstName: "Grace",
            lastName: "Hopper",
        });
        const found = await foresee({ existingUserId });
        assert.deepEqual(found, {
            problems: [],
            warnings: [],
            notes: [
                `User ${existingUserId} is taken over as ${userName}; of what Partner Center holds, usageLocation will be overwritten.`,
            ],
        });
        partner.simulator.portal.deleteUser(partner.customerId, existingUserId);
        assert.match((await foresee({ existingUserId })).notes.join(), /is restored as/);
        const nobody = await foresee({ existingUserId: partner.customerId });
        assert.match(nobody.problems.join(), /has no user/);
        assert.doesNotMatch(partner.takeCalls().join(), /POST|PATCH|DELETE/);
    });

    it("asks nothing where the customer is not made yet", async (t) => {
        const { foresee, partner } = await world(t);
        const found = await foresee({ customerId: unknown });
        assert.deepEqual(found, { problems: [], warnings: [], notes: [] });
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("says that an application alone may not, without asking", async (t) => {
        const { foresee, partner } = await world(t, {}, "app");
        const { problems } = await foresee({ customerId: unknown });
        assert.match(problems.join(), /^CustomerUser: this call needs sign-in as application and/);
        assert.deepEqual(partner.takeCalls(), []);
    });

    it("doubts a customer who is not shown", async (t) => {
        const { foresee } = await world(t);
        const { problems, warnings } = await foresee({
            customerId: "4d7a9c1e-0f2b-4a63-9b5e-1c8d7e6f5a40",
        });
        assert.deepEqual(problems, []);
        assert.match(warnings.join(), /does not show the customer/);
    });
});

function problemsOf(inputs: UserInputs, cloud: CloudName = "global"): string[] {
    return lifecycle.check(undefined, inputs, { ...context, cloud }).problems;
}

async function world(t: TestContext, options?: SimulatorOptions, kind?: "app" | "appAndUser") {
    const { partner, inputs } = await userWorld(t, options, kind);
    return {
        partner,
        inputs,
        foresee: (change: Partial<UserInputs>) => {
            const news = { ...inputs, ...change };
            return lifecycle.foresee(news, partner.foresight(news));
        },
    };
}
