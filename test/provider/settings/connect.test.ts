import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Connection } from "../../../provider/partnercenter/connection";
import { ConfigurationError } from "../../../provider/partnercenter/errors";
import { resolveSettings } from "../../../provider/settings";
import { connect } from "../../../provider/settings/connect";
import { failureOf, partnerTenantId } from "../fixtures";

describe("a connection by the settings", () => {
    it("is made without a call, by secret or by token", () => {
        for (const members of [
            { accessToken: "a.b.c" },
            { tenantId: "t", clientId: "c", clientSecret: "s" },
        ]) {
            assert.ok(connect(resolved(members)) instanceof Connection);
        }
    });

    it("speaks for the tenant of a ready-made token", async () => {
        const claims = Buffer.from(JSON.stringify({ tid: partnerTenantId })).toString("base64url");
        const connection = connect(resolved({ accessToken: `header.${claims}.signature` }));
        assert.equal(await connection.partnerTenantId(), partnerTenantId);
    });

    it("fails with every fault of the settings", async () => {
        const members = { cloud: "mars", locale: "?", clientSecret: "s3cret-value" };
        const error = await failureOf(() => connect(resolved(members)));
        assert.ok(error instanceof ConfigurationError);
        assert.equal(error.problems.length, 3);
        for (const problem of error.problems) {
            assert.ok(error.message.includes(problem));
        }
        assert.doesNotMatch(error.message, /s3cret-value/);
    });

    it("fails without a credential, and says which settings make one", async () => {
        const error = await failureOf(() => connect(resolved({})));
        assert.ok(error instanceof ConfigurationError);
        assert.match(error.message, /tenantId, clientId and clientSecret/);
        assert.match(error.message, /PARTNERCENTER_TENANT_ID/);
    });
});

function resolved(members: Record<string, string>) {
    return resolveSettings({
        configured: (key) => members[key.replace(/^partnercenter:/, "")],
        environment: {},
    });
}
