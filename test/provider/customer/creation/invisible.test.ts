import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTenant } from "../../../../provider/customer/creation";
import { IncompleteResource } from "../../../../provider/lifecycle/incomplete";
import {
    createdCustomer,
    customerId,
    fakeClient,
    heldCustomer,
    noAnswer,
    otherCustomerId,
    password,
    refusal,
    someInputs,
} from "../../fixtures";
import { created, freshId, incompleteCreation, refused, refusedCreation } from "./outcomes";

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
