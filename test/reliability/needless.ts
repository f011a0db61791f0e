import { isDeepStrictEqual } from "node:util";
import type { Simulator } from "../../simulator";
import { domainOf } from "./engine/programs";

/**
 * Whether a person is asked to take a customer over, although the service replays answers with the
 * password, and the very request that made the customer was made again: then a replay was due.
 */
export function isNeedless(simulator: Simulator, name: string, id: string): boolean {
    const creations = simulator.requests.filter(
        ({ method, path, body }) =>
            method === "POST" && path === "/v1/customers" && domainIn(body) === domainOf(name),
    );
    const held = simulator.customers.find((customer) => customer.id === id);
    const creating = creations.find(({ requestId }) => requestId === held?.requestId);
    // After a refusal, a second attempt has an id of chance, which no later run can know.
    const first = creations.find(({ correlationId }) => correlationId === creating?.correlationId);
    return (
        creating !== undefined &&
        first?.requestId === creating.requestId &&
        isDeepStrictEqual(creating.body, creations.at(-1)?.body)
    );
}

function domainIn(body: unknown): string | undefined {
    return (body as { companyProfile?: { domain?: string } } | undefined)?.companyProfile?.domain;
}
