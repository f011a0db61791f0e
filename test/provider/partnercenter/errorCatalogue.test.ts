import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { errorCatalogue, explain } from "../../../provider/partnercenter/errorCatalogue";
import { access } from "../../../provider/partnercenter/errorCatalogue/access";
import { customers } from "../../../provider/partnercenter/errorCatalogue/customers";
import { migrations } from "../../../provider/partnercenter/errorCatalogue/migrations";
import { purchases } from "../../../provider/partnercenter/errorCatalogue/purchases";

describe("the catalogue of errors", () => {
    // The codes that the documentation and recorded answers name for a customer's life.
    const documented = [
        "1000 1002 2000 2001 2006 2007 2030 2032 2055 3000 13605 20000 20002 27002 60002 60003 60071",
        "600002 600006 600049 600050 600051 600061 600074 800001 800002 800003 800016 800018",
        "800073 800074 800075 90000 900118 900123 900124 900127 900141 900150 900154 900192",
        "900308 900309 900329 900416 900420 900421",
    ].join(" ");
    for (const code of documented.split(" ")) {
        it(`explains ${code}: what it means and what to do`, () => {
            const found = explain({ status: 400, code });
            assert.equal(found, errorCatalogue[code] ?? errorCatalogue[`400/${code}`]);
            assert.ok(found?.meaning && found.remedy);
        });
    }

    it("is made of sentences", () => {
        for (const entry of Object.values(errorCatalogue)) {
            assert.match(entry.meaning, /^[A-Za-z].*\.$/s);
            assert.match(entry.remedy, /^[A-Z].*\.$/s);
        }
    });

    it("has each code in one place", () => {
        const parts = [access, customers, purchases, migrations].flatMap(Object.keys);
        assert.deepEqual(parts.sort(), Object.keys(errorCatalogue).sort());
    });

    it("tells codes with two meanings apart by the status", () => {
        const notDefined = explain({ status: 501, code: "0" });
        const notOnboarded = explain({ status: 400, code: "0" });
        assert.notEqual(notDefined?.meaning, notOnboarded?.meaning);
        assert.match(explain({ status: 401, code: "400" })?.meaning ?? "", /identity/);
        assert.equal(explain({ status: 400, code: "400" }), undefined);
        assert.equal(explain({ status: 404, code: "20000" }), undefined);
    });

    for (const status of [401, 403, 429]) {
        it(`explains HTTP ${status} where the code says nothing`, () => {
            const byStatus = explain({ status });
            assert.ok(byStatus?.meaning && byStatus.remedy);
            assert.deepEqual(explain({ status, code: "424242" }), byStatus);
        });
    }

    it("invents nothing for what it does not know", () => {
        assert.equal(explain({ status: 400 }), undefined);
        assert.equal(explain({ status: 400, code: "424242" }), undefined);
        assert.equal(explain({ status: 400, code: "" }), undefined);
    });

    it("takes no member that every object has for a code", () => {
        for (const code of ["constructor", "toString", "__proto__"]) {
            assert.equal(explain({ status: 400, code }), undefined);
        }
    });
});
