import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { PartnerCenter } from "../../../../provider/partnercenter/client";
import { PartnerCenterError } from "../../../../provider/partnercenter/errors";
import { failureOf } from "../../fixtures";
import { trustedCertificate } from "../trust";
import { partnerCenter } from "./world";

before(async () => {
    await trustedCertificate();
});

describe("an answer of success that lacks what was asked for is an error", () => {
    const reads: [
        what: string,
        body: unknown,
        read: (client: PartnerCenter) => Promise<unknown>,
    ][] = [
        ["a billing profile", undefined, (client) => client.getBillingProfile("1")],
        ["a list", undefined, (client) => client.getSubscriptions("1")],
        ["a list", undefined, (client) => client.migrations.list("1", "2")],
        ["a budget", undefined, (client) => client.usageBudgets.get("1")],
        ["a status", undefined, (client) => client.registrations.status("1", "2")],
        ["a status", {}, (client) => client.registrations.status("1", "2")],
    ];
    for (const [what, body, read] of reads) {
        it(`${what}: ${JSON.stringify(body)}`, async (t) => {
            const { simulator, client } = await partnerCenter(t);
            simulator.misbehave({ on: { method: "GET" }, status: 200, body });
            const error = await failureOf(() => read(client));
            assert.ok(error instanceof PartnerCenterError, error.stack);
            assert.match(error.message, new RegExp(`success, but without ${what}\\. Run`));
        });
    }
});
