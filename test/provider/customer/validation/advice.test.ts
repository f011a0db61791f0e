import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { advice } from "../../../../provider/customer/validation/advice";
import { context, customerId, inputsWith, resellerId, someInputs, unknown } from "../../fixtures";

const number = "companyProfile.organizationRegistrationNumber";
const phone = "billingProfile.defaultAddress.phoneNumber";

describe("a warning", () => {
    const warned: [title: string, inputs: object, paths: string[]][] = [
        ["is none for good arguments", someInputs(), []],
        [
            "is for a country where the documentation wants two numbers",
            inputsWith({}, { country: "BR" }),
            [number, phone],
        ],
        [
            "is for a number where the documentation may not want it",
            { ...inputsWith({}, { country: "DE" }), companyProfile: withNumber() },
            [number],
        ],
        [
            "is none for a number where the portal alone wants it",
            { ...someInputs(), companyProfile: withNumber() },
            [],
        ],
        [
            "is for a domain that is no initial one",
            someInputs({ companyProfile: { domain: "contoso.com" } }),
            ["companyProfile.domain"],
        ],
        [
            "is for a name that may be none",
            inputsWith({ companyName: "contoso.com" }),
            ["billingProfile.companyName"],
        ],
        [
            "is for what has no effect on a customer who is taken over",
            someInputs({
                existingCustomerId: customerId,
                associatedPartnerId: resellerId,
                enableGDAPByDefault: false,
            }),
            ["associatedPartnerId", "enableGDAPByDefault"],
        ],
        [
            "is none about values that are not known yet",
            {
                ...inputsWith({ companyName: unknown }, { country: unknown }),
                companyProfile: unknown,
            },
            [],
        ],
        [
            "is none about a number that is not known yet",
            {
                ...inputsWith({}, { country: "BR", phoneNumber: unknown }),
                companyProfile: { domain: unknown, organizationRegistrationNumber: unknown },
            },
            [],
        ],
    ];
    for (const [title, inputs, paths] of warned) {
        it(title, () => {
            const given = advice(undefined, inputs as never, context);
            assert.deepEqual(
                given.map((warning) => warning.split(":")[0]),
                paths,
            );
            assert.ok(given.every((warning) => warning.endsWith(".")));
        });
    }

    it("is said once: not of arguments that have not changed", () => {
        const inputs = inputsWith({ companyName: "contoso.com" }, { country: "BR" });
        assert.deepEqual(advice(inputs, inputs, context), []);
        assert.equal(advice(someInputs(), inputs, context).length, 1, "what can still change");
    });
});

function withNumber() {
    return { domain: "contoso.onmicrosoft.com", organizationRegistrationNumber: "12345678" };
}
