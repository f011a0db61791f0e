import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTenant } from "../../../provider/customer/creation";
import type { CustomerState } from "../../../provider/customer/shapes";
import { toNewCustomer } from "../../../provider/customer/wire";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { requestIdOf } from "../../../provider/lifecycle/requestId";
import { ApiError, PartnerCenterError } from "../../../provider/partnercenter/errors";
import {
    createdCustomer,
    customerId,
    domain,
    type FakeClient,
    failureOf,
    fakeClient,
    heldCustomer,
    meaningUnknown,
    noAnswer,
    otherCustomerId,
    partnerTenantId,
    password,
    refusal,
    resellerId,
    someInputs,
    someState,
    titleOf,
} from "../fixtures";

/** Long enough for a first look, and too short for a second one. */
const noPatience = 0;
/** Long enough for a second look, which comes after a quarter of a second. */
const somePatience = 2_000;

/** A random id; those that are made of the body are of version 5. */
const freshId = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/;

const refused = refusal(400, "800002", { description: "The field is wrong" });

describe("creating a tenant", () => {
    it("is one POST and one read-back, and gives state and password", async () => {
        const { fake, state } = await created({
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer(),
        });
        assert.deepEqual(fake.order, ["createCustomer", "getCustomer"]);
        assert.deepEqual(state, someState());
    });

    it("sends the body, and the request id that is made of resource, partner tenant and body", async () => {
        const { fake } = await created({
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer(),
        });
        const body = toNewCustomer(someInputs());
        const requestId = requestIdOf(someInputs().requestKey ?? "", partnerTenantId, body);
        assert.deepEqual(fake.callsOf("createCustomer"), [[body, requestId]]);
    });

    it("sends the same request id in another run, and another one for another resource", async () => {
        const idOf = async (requestKey: string) => {
            const { fake } = await created(
                { createCustomer: createdCustomer(), getCustomer: heldCustomer() },
                { requestKey },
            );
            return fake.callsOf("createCustomer")[0]?.[1];
        };
        assert.equal(await idOf("one"), await idOf("one"));
        assert.notEqual(await idOf("one"), await idOf("other"));
    });

    it("works where the partner tenant is not known from the token", async () => {
        const { fake } = await created({
            partnerTenantId: undefined,
            createCustomer: createdCustomer(),
            getCustomer: heldCustomer(),
        });
        const requestId = requestIdOf(
            someInputs().requestKey ?? "",
            "",
            toNewCustomer(someInputs()),
        );
        assert.equal(fake.callsOf("createCustomer")[0]?.[1], requestId);
    });

    it("for a reseller keeps reseller and GDAP choice, which the read-back does not repeat", async () => {
        const { state } = await created(
            { createCustomer: createdCustomer(), getCustomer: heldCustomer() },
            { associatedPartnerId: resellerId, enableGDAPByDefault: false },
        );
        assert.equal(state.associatedPartnerId, resellerId);
        assert.equal(state.enableGDAPByDefault, false);
    });

    it("takes the relationship from the read-back, never from the answer to the creation", async () => {
        const { state } = await created({
            createCustomer: createdCustomer({ relationshipToPartner: "none" }),
            getCustomer: heldCustomer({ relationshipToPartner: "reseller" }),
        });
        assert.equal(state.relationshipToPartner, "reseller");
    });

    it("waits until a new customer becomes visible", async () => {
        const { fake, state } = await created(
            { createCustomer: createdCustomer(), getCustomer: [refusal(404), heldCustomer()] },
            {},
            somePatience,
        );
        assert.equal(fake.callsOf("createCustomer").length, 1);
        assert.equal(state.tenantId, customerId);
    });

    it("has the billing profile in the state, also where reading the customer leaves it out", async () => {
        const { billingProfile: profile, ...bare } = heldCustomer();
        const { state } = await created({
            createCustomer: createdCustomer(),
            getCustomer: bare,
            getBillingProfile: profile,
        });
        assert.deepEqual(state.billingProfile, someState().billingProfile);
    });
});

describe("a creation that is refused", () => {
    for (const status of [400, 403, 404, 409, 422]) {
        it(`with HTTP ${status} gets one further attempt, with a request id of its own`, async () => {
            const { fake, state } = await created({
                createCustomer: [refusal(status), createdCustomer()],
                getCustomer: heldCustomer(),
            });
            const [first, second] = fake.callsOf("createCustomer");
            assert.deepEqual(first?.[0], second?.[0]);
            assert.match(String(second?.[1]), freshId);
            assert.equal(state.userCredentials?.password, password);
        });

        it(`twice with HTTP ${status} is refused for good`, async () => {
            const { fake, error } = await refusedCreation({
                createCustomer: [refusal(status), refusal(status)],
                isDomainTaken: false,
            });
            assert.equal(fake.callsOf("createCustomer").length, 2);
            assert.ok(error instanceof PartnerCenterError);
        });
    }

    for (const answer of [
        ...[401, 408, 429, 500, 503].map((status) => refusal(status)),
        noAnswer(),
    ]) {
        it(`with ${titleOf(answer)} gets no further attempt of its own`, async () => {
            const { fake, error } = await refusedCreation({ createCustomer: [answer] });
            assert.deepEqual(fake.order, ["createCustomer"]);
            assert.equal(error, answer);
        });

        it(`first for good reasons and then with ${titleOf(answer)} tells the latter`, async () => {
            const { fake, error } = await refusedCreation({ createCustomer: [refused, answer] });
            assert.deepEqual(fake.order, ["createCustomer", "createCustomer"]);
            assert.equal(error, answer);
        });
    }

    it("while the domain is free tells the second refusal as it is", async () => {
        const second = refusal(400, "600051");
        const { fake, error } = await refusedCreation({
            createCustomer: [refused, second],
            isDomainTaken: false,
        });
        assert.equal(error, second);
        assert.deepEqual(fake.callsOf("isDomainTaken"), [[domain]]);
    });

    it("because the domain is the partner's own customer's gives the line to paste", async () => {
        const { error } = await refusedCreation({
            createCustomer: [refused, refused],
            isDomainTaken: true,
            findCustomersByDomain: [
                [
                    heldCustomer({ id: resellerId, companyProfile: { domain: `${domain}.cn` } }),
                    heldCustomer({ companyProfile: { domain: domain.toUpperCase() } }),
                ],
            ],
        });
        assert.ok(error.message.startsWith(refused.message));
        assert.ok(error.message.includes(`existingCustomerId: "${customerId}",`));
        assert.match(error.message, /unchanged program again may still bring the password/);
        assert.equal(error.cause, refused);
    });

    it("because the domain is somebody else's says so", async () => {
        for (const found of [[], [heldCustomer({ companyProfile: { domain: `x${domain}` } })]]) {
            const { error } = await refusedCreation({
                createCustomer: [refused, refused],
                isDomainTaken: true,
                findCustomersByDomain: [found],
            });
            assert.ok(error.message.startsWith(refused.message));
            assert.match(
                error.message,
                /is taken, and Partner Center lists no customer of yours with it/,
            );
            assert.doesNotMatch(error.message, /existingCustomerId: "/);
        }
    });

    it("tells the refusal itself where it cannot be explained", async () => {
        for (const explaining of [
            { isDomainTaken: refusal(403) },
            { isDomainTaken: true, findCustomersByDomain: refusal(403) },
        ]) {
            const { error } = await refusedCreation({
                createCustomer: [refused, refused],
                ...explaining,
            });
            assert.equal(error, refused);
        }
    });
});

describe("once the id is known", () => {
    for (const error of meaningUnknown.filter(({ name }) => name !== "Error")) {
        it(`a read-back that fails with ${titleOf(error)} keeps id and password`, async () => {
            const { fake, incomplete } = await incompleteCreation({
                createCustomer: createdCustomer(),
                getCustomer: error,
            });
            assert.deepEqual(fake.order, ["createCustomer", "getCustomer"]);
            assert.equal(incomplete.id, customerId);
            assert.equal(incomplete.state.userCredentials?.password, password);
            assert.equal(incomplete.state.tenantId, customerId);
            assert.match(incomplete.reasons.join(), /was created, but could not be read back/);
            assert.ok(incomplete.reasons.join().includes(error.message));
        });
    }

    for (const error of [refusal(403, "20002"), refusal(400, "3000")]) {
        it(`${titleOf(error)} tells a replay of a customer who has left, and keeps what was answered`, async () => {
            const { fake, incomplete } = await incompleteCreation({
                createCustomer: createdCustomer(),
                getCustomer: error,
            });
            assert.deepEqual(fake.order, ["createCustomer", "getCustomer"]);
            assert.equal(incomplete.id, customerId);
            assert.equal(incomplete.state.userCredentials?.password, password);
            assert.match(incomplete.reasons.join(), /no longer a customer of this partner.*replay/);
        });
    }

    it("an incomplete state does not hold the relationship of the answer, so that it is completed", async () => {
        for (const relationshipToPartner of ["none", "reseller"]) {
            const { incomplete } = await incompleteCreation({
                createCustomer: createdCustomer({ relationshipToPartner }),
                getCustomer: refusal(503),
            });
            assert.equal("relationshipToPartner" in incomplete.state, false);
        }
    });

    it("a password that is missing keeps the id, and says how to get another one", async () => {
        const { userCredentials: _, ...replayed } = createdCustomer();
        const { incomplete } = await incompleteCreation({
            createCustomer: replayed,
            getCustomer: heldCustomer(),
        });
        assert.equal(incomplete.id, customerId);
        assert.equal(incomplete.state.relationshipToPartner, "reseller");
        assert.equal(incomplete.state.adminUserPrincipalName, `admin@${domain}`);
        assert.equal("userCredentials" in incomplete.state, false);
        assert.match(incomplete.reasons.join(), /Reset the password of admin/);
    });

    it("no reason holds the password", async () => {
        for (const getCustomer of [refusal(503), refusal(403, "20002"), noAnswer()]) {
            const { incomplete } = await incompleteCreation({
                createCustomer: createdCustomer(),
                getCustomer,
            });
            assert.ok(!incomplete.message.includes(password));
        }
    });
});

describe("a customer who stays invisible", () => {
    const second = createdCustomer({
        id: otherCustomerId,
        userCredentials: { userName: "admin", password: "the second one" },
    });

    it("is asked for once more, with a request id of its own, and replaced by that answer", async () => {
        const { fake, state } = await created({
            createCustomer: [createdCustomer(), second],
            getCustomer: [refusal(404), heldCustomer({ id: otherCustomerId })],
        });
        const [one, other] = fake.callsOf("createCustomer");
        assert.deepEqual(one?.[0], other?.[0]);
        assert.match(String(other?.[1]), freshId);
        assert.deepEqual(fake.callsOf("getCustomer"), [[customerId], [otherCustomerId]]);
        assert.equal(state.tenantId, otherCustomerId);
        assert.equal(state.userCredentials?.password, "the second one");
    });

    it("is there after all if the second creation is refused: the first answer was right", async () => {
        const { fake, incomplete } = await incompleteCreation({
            createCustomer: [createdCustomer(), refusal(400, "27002")],
            getCustomer: refusal(404),
        });
        assert.equal(fake.callsOf("createCustomer").length, 2);
        assert.equal(incomplete.id, customerId);
        assert.equal(incomplete.state.userCredentials?.password, password);
        assert.match(incomplete.reasons.join(), /does not show the customer .* yet/);
    });

    it("was never there if the second creation is refused and nobody has the domain", async () => {
        const { error } = await refusedCreation({
            createCustomer: [createdCustomer(), refusal(400, "27002")],
            getCustomer: refusal(404),
            isDomainTaken: false,
        });
        assert.match(error.message, /code 27002/);
    });

    it("is not the one who has the domain, if the partner has that under another id", async () => {
        const { error } = await refusedCreation({
            createCustomer: [createdCustomer(), refusal(400, "27002")],
            getCustomer: refusal(404),
            isDomainTaken: true,
            findCustomersByDomain: [[heldCustomer({ id: otherCustomerId })]],
        });
        assert.match(error.message, new RegExp(`existingCustomerId: "${otherCustomerId}"`));
    });

    it("keeps the first answer if the second creation gets none", async () => {
        const { incomplete } = await incompleteCreation({
            createCustomer: [createdCustomer(), noAnswer()],
            getCustomer: refusal(404),
        });
        assert.equal(incomplete.id, customerId);
        assert.equal(incomplete.state.userCredentials?.password, password);
    });

    it("is not asked for a third time: the second answer is kept as it is", async () => {
        const { fake, incomplete } = await incompleteCreation({
            createCustomer: [createdCustomer(), second],
            getCustomer: refusal(404),
        });
        assert.equal(fake.callsOf("createCustomer").length, 2);
        assert.equal(incomplete.id, otherCustomerId);
        assert.equal(incomplete.state.userCredentials?.password, "the second one");
    });

    it("is not doubted because reading it had to wait for its turn", async () => {
        const answers = [refusal(404), heldCustomer()];
        const fake = fakeClient({
            createCustomer: [createdCustomer()],
            getCustomer: async () => {
                await sleep(500);
                Object.assign(fake.client, { deadline: fake.client.deadline + 500 });
                const answer = answers.shift();
                if (answer instanceof Error) {
                    throw answer;
                }
                return answer;
            },
        });
        const state = await createTenant(someInputs(), fake.client, 400);
        assert.equal(state.tenantId, customerId);
    });

    it("is not waited for beyond the time of the operation", async () => {
        const fake = fakeClient({
            deadline: Date.now(),
            createCustomer: [createdCustomer(), refused],
            getCustomer: refusal(404),
        });
        await assert.rejects(createTenant(someInputs(), fake.client, 60_000), IncompleteResource);
        assert.equal(fake.callsOf("getCustomer").length, 1);
    });
});

async function created(
    answers: Parameters<typeof fakeClient>[0],
    inputs: Parameters<typeof someInputs>[0] = {},
    patience = noPatience,
): Promise<{ fake: FakeClient; state: CustomerState }> {
    const fake = fakeClient(answers);
    return { fake, state: await createTenant(someInputs(inputs), fake.client, patience) };
}

async function refusedCreation(answers: Parameters<typeof fakeClient>[0]) {
    const fake = fakeClient(answers);
    const error = await failureOf(() => createTenant(someInputs(), fake.client, noPatience));
    assert.ok(!(error instanceof IncompleteResource));
    assert.ok(error instanceof ApiError || error instanceof PartnerCenterError, String(error));
    return { fake, error };
}

async function incompleteCreation(answers: Parameters<typeof fakeClient>[0]) {
    const fake = fakeClient(answers);
    const error = await failureOf(() => createTenant(someInputs(), fake.client, noPatience));
    assert.ok(error instanceof IncompleteResource, String(error));
    return { fake, incomplete: error as IncompleteResource<CustomerState> };
}
