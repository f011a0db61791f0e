import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { membersOf } from "../../../../../provider/customer/validation/members";
import { addressFindings } from "../../../../../provider/customer/validation/online/address";
import { Inquiry } from "../../../../../provider/lifecycle/inquiry";
import {
    addressStatuses,
    readAddressRefusal,
    readAddressValidation,
} from "../../../../../provider/partnercenter/addressValidation";
import { context, fakeClient, refusal, someInputs } from "../../../fixtures";

const suggestion = { country: "US", postalCode: "98052-0001", addressLine1: "1 Microsoft Way" };

describe("an address", () => {
    for (const status of addressStatuses) {
        it(`that is ${status} stops nothing`, async () => {
            const found = await findings({ status, suggestedAddresses: [suggestion] });
            assert.deepEqual(found.problems, []);
            const isGood = status.startsWith("Verified");
            assert.equal(found.warnings.length, isGood ? 0 : 1);
            if (!isGood) {
                assert.match(
                    found.warnings[0] ?? "",
                    /^billingProfile\.defaultAddress: .* It suggests addressLine1 "1 Microsoft Way", postalCode "98052-0001"\.$/,
                );
            }
        });
    }

    it("is warned of in the service's own words too", async () => {
        const found = await findings({ status: "None", validationMessage: "No such street." });
        assert.match(found.warnings[0] ?? "", /The service says: No such street\.$/);
    });

    it("may have a status that nobody knows yet", async () => {
        const found = await findings({ status: "Doubtful" });
        assert.match(found.warnings[0] ?? "", /Partner Center says Doubtful of it/);
    });
});

describe("an answer about an address", () => {
    for (const [spelling, expected] of [
        ["VerifiedShippable", "VerifiedShippable"],
        ["Verified shippable", "VerifiedShippable"],
        ["interaction_required", "InteractionRequired"],
        ["Not Validated", "NotValidated"],
        ["NONE", "None"],
        ["Doubtful", "Doubtful"],
        [undefined, "NotValidated"],
        [5, "NotValidated"],
    ] as const) {
        it(`is read however it is spelt: ${spelling}`, () => {
            assert.equal(readAddressValidation({ Status: spelling }).status, expected);
        });
    }

    it("may have no suggestions, or none that is an address", () => {
        for (const suggestedAddresses of [null, undefined, [], "x", [null, "x"]]) {
            const read = readAddressValidation({ status: "None", suggestedAddresses });
            assert.deepEqual(read.suggestedAddresses, []);
        }
    });

    it("was a truth value once, or nothing", () => {
        const statuses = [undefined, true, false, null, "true", []].map(
            (answer) => readAddressValidation(answer).status,
        );
        assert.deepEqual(statuses, [
            "Verified",
            "Verified",
            "None",
            "NotValidated",
            "NotValidated",
            "NotValidated",
        ]);
    });

    it("was a refusal once, with another error inside", () => {
        const description = JSON.stringify({
            code: "60071",
            reason: "ZipCityInvalid - the postal code is another city's",
            corrected_address: { postal_code: "98052", address_line1: "1 Microsoft Way" },
        });
        assert.deepEqual(readAddressRefusal(refusal(400, "2007", { description })), {
            status: "None",
            suggestedAddresses: [{ postalCode: "98052", addressLine1: "1 Microsoft Way" }],
            validationMessage: "ZipCityInvalid - the postal code is another city's",
        });
        const plain = readAddressRefusal(refusal(400, "2007", { description: "no such place" }));
        assert.equal(plain?.validationMessage, "no such place");
        assert.equal(readAddressRefusal(refusal(400, "3000")), undefined);
        assert.equal(readAddressRefusal(new Error("2007")), undefined);
    });
});

async function findings(answer: object) {
    const validation = { suggestedAddresses: [], ...answer };
    const { client } = fakeClient({ validateAddress: () => validation });
    const members = membersOf(someInputs(), context.isUnknown);
    return await addressFindings(members, new Inquiry(() => client));
}
