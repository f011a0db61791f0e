import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { customerLifecycle } from "../../../../provider/customer/lifecycle";
import type { CustomerInputs } from "../../../../provider/customer/shapes";
import {
    context,
    customerId,
    domain,
    inputsWith,
    otherCustomerId,
    resellerId,
    someInputs,
    unknown,
} from "../../fixtures";

const otherDomain = { domain: "fabrikam.onmicrosoft.com" };

describe("check", () => {
    it("completes the arguments with the policy that protects", () => {
        const { deletionPolicy: _, ...declared } = someInputs();
        const { inputs, problems } = customerLifecycle.check(
            undefined,
            declared as CustomerInputs,
            context,
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(inputs, someInputs());
    });

    it("leaves the arguments as they are otherwise, and does not change the given ones", () => {
        const news = someInputs({ deletionPolicy: "delete", associatedPartnerId: resellerId });
        const before = structuredClone(news);
        assert.deepEqual(customerLifecycle.check(undefined, news, context).inputs, before);
        assert.deepEqual(news, before);
    });

    it("keeps the key that the resource was created with, whatever its name is now", () => {
        const olds = someInputs({ requestKey: "of the old name" });
        const news = someInputs({ requestKey: "of the new name" });
        assert.equal(
            customerLifecycle.check(olds, news, context).inputs.requestKey,
            "of the old name",
        );
        assert.equal(
            customerLifecycle.check(undefined, news, context).inputs.requestKey,
            "of the new name",
        );
    });

    it("takes the new key where there was none, and adds none where there is none", () => {
        const { requestKey: _, ...without } = someInputs();
        assert.equal(
            customerLifecycle.check(without, someInputs(), context).inputs.requestKey,
            someInputs().requestKey,
        );
        assert.equal(
            "requestKey" in customerLifecycle.check(without, without, context).inputs,
            false,
        );
    });

    it("says all faults at once", () => {
        const news = inputsWith({ email: "x", culture: "y" }, { country: "UK" });
        assert.equal(customerLifecycle.check(undefined, news, context).problems.length, 3);
    });

    for (const [title, olds, news] of [
        ["a reseller", {}, { associatedPartnerId: resellerId }],
        ["the choice about GDAP", { enableGDAPByDefault: true }, { enableGDAPByDefault: false }],
        [
            "a registration number",
            {},
            { companyProfile: { domain, organizationRegistrationNumber: "1" } },
        ],
        [
            "the customer that was taken over",
            { existingCustomerId: customerId },
            { existingCustomerId: otherCustomerId },
        ],
        ["the domain of a protected customer", {}, { companyProfile: otherDomain }],
    ] as const) {
        it(`refuses to change ${title}`, () => {
            assert.equal(
                customerLifecycle.check(someInputs(olds), someInputs(news), context).problems
                    .length,
                1,
            );
            assert.deepEqual(
                customerLifecycle.check(undefined, someInputs(news), context).problems,
                [],
            );
        });
    }

    it("accepts the arguments of a replacement, for which there are no old ones", () => {
        const news = someInputs({ companyProfile: otherDomain });
        assert.deepEqual(customerLifecycle.check(undefined, news, context).problems, []);
    });

    it("says nothing of values that are not known yet, and hands them on", () => {
        const news = {
            companyProfile: unknown,
            billingProfile: unknown,
            associatedPartnerId: unknown,
            deletionPolicy: unknown,
        } as unknown as CustomerInputs;
        for (const olds of [undefined, someInputs()]) {
            const { inputs, problems } = customerLifecycle.check(olds, news, context);
            assert.deepEqual(problems, []);
            assert.equal(inputs.companyProfile, unknown);
            assert.equal(inputs.deletionPolicy, unknown);
        }
    });
});
