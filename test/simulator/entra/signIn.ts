import assert from "node:assert/strict";
import { ConfidentialClientApplication } from "@azure/msal-node";
import type { Simulator } from "../../../simulator/index";
import { at, call } from "../harness";

export const scopes = ["https://api.partnercenter.microsoft.com/.default"];

export function authorityOf({ authorityUrl, partner }: Simulator) {
    return {
        clientId: partner.clientId,
        authority: `${authorityUrl}/${partner.tenantId}`,
        knownAuthorities: [new URL(authorityUrl).host],
    };
}

export function identityOptions({ authorityUrl }: Simulator) {
    return { authorityHost: authorityUrl, disableInstanceDiscovery: true };
}

export async function assertAccepted(
    simulator: Simulator,
    token: string | undefined,
    kind: string,
) {
    assert.ok(token);
    assert.equal((await call(simulator, "GET /v1/customers", { token })).status, 200);
    assert.equal(simulator.requests.at(-1)?.tokenKind, kind);
}

export async function askForToken(simulator: Simulator, fields: Record<string, string>) {
    const { authority, clientId } = authorityOf(simulator);
    const response = await fetch(`${authority}/oauth2/v2.0/token`, {
        method: "POST",
        body: new URLSearchParams({ client_id: clientId, scope: scopes[0] ?? "", ...fields }),
    });
    const body: unknown = await response.json();
    return { status: response.status, body, code: at(body, "error_codes.0") };
}

export function confidential(simulator: Simulator): ConfidentialClientApplication {
    const { clientSecret } = simulator.partner;
    return new ConfidentialClientApplication({ auth: { ...authorityOf(simulator), clientSecret } });
}
