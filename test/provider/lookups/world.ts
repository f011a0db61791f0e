import type { TestContext } from "node:test";
import type { PartnerCenterOptions } from "../../../provider/index";
import type { Simulator, SimulatorOptions } from "../../../simulator/index";
import { call, createCustomer, customerBody, withMember } from "../../simulator/harness";
import { simulatorFor } from "../commands/harness";

export const reseller = "484e548c-f5f3-4528-93a9-c16c6373cb59";

interface World {
    simulator: Simulator;
    /** Signs in as application and user. */
    options: PartnerCenterOptions;
    /** Ids of customers by their domains' prefixes. */
    ids: Record<string, string>;
}

/** A partner with customers of these prefixes. `contoso` buys through a reseller. */
export async function partnerWith(
    t: TestContext,
    prefixes: readonly string[],
    options: SimulatorOptions = {},
): Promise<World> {
    const simulator = await simulatorFor(t, options);
    const ids: Record<string, string> = {};
    for (const prefix of prefixes) {
        const body = withMember(
            customerBody(`${prefix}.onmicrosoft.com`),
            "billingProfile.companyName",
            `${prefix} Ltd.`,
        );
        const ofReseller = { ...body, associatedPartnerId: reseller };
        ids[prefix] = await createCustomer(simulator, prefix === "contoso" ? ofReseller : body);
    }
    simulator.forgetRequests();
    return { simulator, ids, options: optionsFor(simulator) };
}

/** Signs in with the application's secret and a user's refresh token. */
export function optionsFor(simulator: Simulator): PartnerCenterOptions {
    const { tenantId, clientId, clientSecret } = simulator.partner;
    return {
        apiUrl: simulator.apiUrl,
        authorityUrl: simulator.authorityUrl,
        tenantId,
        clientId,
        clientSecret,
        refreshToken: simulator.issueRefreshToken(),
    };
}

/** The customer leaves the partner. */
export async function leave(simulator: Simulator, id: string): Promise<void> {
    await call(simulator, `PATCH /v1/customers/${id}`, { body: { relationshipToPartner: "none" } });
}

/** The calls of the API, with their queries. */
export function asked(simulator: Simulator): string[] {
    return simulator.requests
        .filter(({ path }) => path.startsWith("/v1/"))
        .map(({ method, path, query }) => `${method} ${path} ${query.filter ?? ""}`.trim());
}

export function tokenRequests(simulator: Simulator): number {
    return simulator.requests.filter(({ path }) => path.endsWith("/token")).length;
}
