import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    createdCustomer,
    customerId,
    domain,
    heldCustomer,
    meaningUnknown,
    noAnswer,
    password,
    refusal,
    titleOf,
} from "../../fixtures";
import { incompleteCreation } from "./outcomes";

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
