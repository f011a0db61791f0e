import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { PartnerCenterError } from "../../../provider/partnercenter/errors";
import { camelCased, identified, present } from "../../../provider/partnercenter/reading";
import { customerId, heldCustomer } from "../fixtures";

describe("a resource in PascalCase", () => {
    it("is read as if it were in camelCase, at every depth", () => {
        assert.deepEqual(
            camelCased({ Id: "1", Items: [{ CompanyProfile: { Domain: "D" } }], already: null }),
            { id: "1", items: [{ companyProfile: { domain: "D" } }], already: null },
        );
    });

    it("keeps its values as they are, whatever they are", () => {
        fc.assert(
            fc.property(fc.jsonValue(), (value) => {
                const once = camelCased(value);
                assert.deepEqual(camelCased(once), once);
                if (typeof value !== "object") {
                    assert.equal(once, value);
                }
            }),
            { seed: 11 },
        );
    });

    it("keeps every member, under a name of which the first letter alone may differ", () => {
        const names = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}$/);
        fc.assert(
            fc.property(fc.dictionary(names, fc.integer()), (members) => {
                const read = camelCased(members) as Record<string, number>;
                const isTwice = (name: string) =>
                    Object.keys(members).some(
                        (other) => other !== name && other.slice(1) === name.slice(1),
                    );
                for (const [name, value] of Object.entries(members).filter(
                    ([name]) => !isTwice(name),
                )) {
                    assert.equal(read[name.charAt(0).toLowerCase() + name.slice(1)], value);
                }
            }),
            { seed: 12 },
        );
    });
});

describe("a customer", () => {
    it("is an answer with an id, with all its members", () => {
        assert.deepEqual(identified(heldCustomer(), "read it", "a customer"), heldCustomer());
        assert.deepEqual(identified({ Id: customerId, New: 1 }, "read it", "a customer"), {
            id: customerId,
            new: 1,
        });
    });

    for (const answer of [undefined, null, {}, { id: "" }, { id: 5 }, "text", 5, [], true]) {
        it(`is not ${JSON.stringify(answer)}`, () => {
            assert.throws(() => identified(answer, "read it", "a customer"), {
                name: PartnerCenterError.name,
                message: /^Could not read it: .*without the id of a customer/,
            });
        });
    }
});

describe("a body that has to be there", () => {
    it("is answered as it is", () => {
        assert.deepEqual(present([], "list this", "a list"), []);
        assert.deepEqual(present({ items: [] }, "list this", "a list"), { items: [] });
    });

    for (const body of [undefined, null, "text", 1]) {
        it(`is an error where it is ${String(body)}: that is no empty list`, () => {
            assert.throws(
                () => present(body, "list this", "a list"),
                /^PartnerCenterError: Could not list this: .* success, but without a list\. Run/,
            );
        });
    }
});
