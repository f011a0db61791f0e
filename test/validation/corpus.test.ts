import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { corpus } from "./corpus";
import { Judges } from "./judges";

const cases = corpus();

describe("the corpus of customers", () => {
    it("is large, and of many countries", () => {
        const countries = new Set(cases.map(({ country }) => country));
        assert.ok(cases.length >= 150, `${cases.length} customers`);
        assert.ok(countries.size >= 25, `${countries.size} countries`);
        const refused = cases.filter(({ verdict }) => verdict === "refused");
        assert.ok(refused.length >= 75 && refused.length <= cases.length - 75);
    });

    it("says of each bad customer which members are wrong", () => {
        for (const { title, country, verdict, messages = [] } of cases) {
            assert.equal(messages.length > 0, verdict === "refused", `${country} ${title}`);
        }
    });
});

describe("a customer is judged alike by a preview and by its creation", () => {
    let judges: Judges;
    before(async () => {
        judges = await Judges.start({
            partner: { region: [...new Set(cases.map(({ country }) => country))] },
            // Where the documentation contradicts itself, the service is one that says what it wants.
            uncertain: { registrationRules: "present", registrationNumberElsewhere: "accepted" },
        });
        judges.simulator.portal.takeDomain("taken.onmicrosoft.com");
    });
    after(() => judges.simulator.close());

    for (const { country, title, verdict, customer, messages = [], warnings = [] } of cases) {
        it(`${country} ${title}: ${verdict}`, async () => {
            const said = await judges.preview(customer);
            assert.deepEqual(said.problems, messages);
            assert.deepEqual(said.warnings.map(withoutDomain), warnings);
            const refusal = await judges.creation(customer);
            assert.equal(refusal === undefined ? "accepted" : "refused", verdict, refusal);
        });
    }

    it("with one question about each country, however many customers it has", () => {
        const asked = judges.simulator.requests.filter(({ path }) =>
            path.startsWith("/v1/countryvalidationrules/"),
        );
        assert.equal(new Set(asked.map(({ path }) => path)).size, asked.length);
    });
});

function withoutDomain(warning: string): string {
    return warning.replace(/^[^:]+: /, "");
}
