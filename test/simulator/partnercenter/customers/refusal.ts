import assert from "node:assert/strict";
import { test } from "node:test";
import type { SimulatorOptions } from "../../../../simulator/index";
import { at, call, customerBody, simulatorFor, withMember } from "../../harness";

export const address = "billingProfile.defaultAddress";
export const reseller = "484e548c-f5f3-4528-93a9-c16c6373cb59";

export interface Refusal {
    /** What is changed in a body that breaks no rule: path and value. */
    change: readonly (readonly [string, unknown])[];
    status?: number;
    code: number;
    /** The property named in `data`. */
    property?: string;
    options?: SimulatorOptions;
}

export const everywhere: SimulatorOptions = {
    partner: { region: ["US", "BR", "BY", "MZ", "AZ", "CN"] },
};

/** A test of each create that is refused. */
export function testRefusals(refusals: Record<string, Refusal>): void {
    for (const [what, { change, status, code, property, options }] of Object.entries(refusals)) {
        test(`a create with ${what} is refused`, async (t) => {
            const simulator = await simulatorFor(t, options);
            const body = change.reduce(
                (made, [path, value]) => withMember(made, path, value),
                customerBody(),
            );
            const answer = await call(simulator, "POST /v1/customers", { body });
            assert.deepEqual([answer.status, at(answer.body, "code")], [status ?? 400, code]);
            const lines = at(answer.body, "data") as string[];
            if (property !== undefined) {
                assert.ok(
                    lines.some((line) => line.startsWith(`${property}:`)),
                    answer.text,
                );
            }
            assert.deepEqual(simulator.customers, []);
        });
    }
}
