import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Call } from "../../../provider/partnercenter/call";
import type { Operation } from "../../../provider/partnercenter/connection";
import { Data } from "../../../provider/partnercenter/data";
import type { DataName } from "../../../provider/partnercenter/dataPaths";
import { PartnerCenterError } from "../../../provider/partnercenter/errors";
import { failureOf } from "../fixtures";

describe("data", () => {
    it("are asked for by their path, with its places filled in", async () => {
        const { data, calls } = recorded();
        await data.read("user", { customerId: "a/b", userId: "1" });
        await data.read("validationCodes", {});
        assert.deepEqual(calls, [
            {
                name: "readDataAsUser",
                operation: "read user of the customer a/b",
                method: "GET",
                path: "/customers/a%2Fb/users/1",
            },
            {
                name: "readData",
                operation: "read validationCodes",
                method: "GET",
                path: "/customers/all/validations",
            },
        ]);
    });

    const faults: [name: string, values: Record<string, unknown>, told: RegExp][] = [
        ["user", { customerId: "", userId: 5 }, /^user needs customerId and userId, each a text/],
        ["nothing", {}, /^There is no data nothing, but agreements, /],
        ["constructor", {}, /^There is no data constructor, but /],
    ];
    for (const [name, values, told] of faults) {
        it(`are not asked for: ${name} ${JSON.stringify(values)}`, async () => {
            const { data, calls } = recorded();
            const error = await failureOf(() => data.read(name as DataName, values));
            assert.ok(error instanceof PartnerCenterError, error.stack);
            assert.match(error.message, told);
            assert.deepEqual(calls, []);
        });
    }
});

/** The calls that are made, and no service. */
function recorded(): { data: Data; calls: Call[] } {
    const calls: Call[] = [];
    const operation: Pick<Operation, "read"> = { read: async (call) => void calls.push(call) };
    return { data: new Data(operation as Operation), calls };
}
