import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PartnerCenterError } from "../../../../provider/partnercenter/errors";
import {
    createdCustomer,
    customerId,
    domain,
    heldCustomer,
    noAnswer,
    password,
    refusal,
    resellerId,
    titleOf,
} from "../../fixtures";
import { created, freshId, refused, refusedCreation } from "./outcomes";

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
