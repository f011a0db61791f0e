import type { TestContext } from "node:test";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { newStack, type StackOptions } from "./harness/newStack";
import type { Stack } from "./harness/stack";

interface PartnerStack {
    simulator: Simulator;
    stack: Stack;
}

/**
 * A stack whose provider signs in to a Partner Center of its own. When the test ends, nothing the
 * engine wrote or printed may hold a password, a token or the client secret.
 */
export async function partnerStack(
    t: TestContext,
    stackOptions: StackOptions,
    simulatorOptions: SimulatorOptions = {},
): Promise<PartnerStack> {
    const simulator = await startSimulator({
        certificateFolder: ".simulator",
        ...simulatorOptions,
    });
    const stack = await newStack({
        ...stackOptions,
        env: {
            ...simulator.settings(),
            // What a preview asks has tests of its own; all others count the calls without it.
            PARTNERCENTER_ONLINE_VALIDATION: "off",
            ...stackOptions.env,
        },
    });
    t.after(async () => {
        try {
            await stack.expectNoClearText(secretsOf(simulator));
        } finally {
            await stack.remove();
            await simulator.close();
        }
    });
    return { simulator, stack };
}

/** From here on the provider signs in as application and user, which some calls ask for. */
export function signInAsUser({ simulator, stack }: PartnerStack): void {
    stack.env.PARTNERCENTER_CLIENT_SECRET = "";
    stack.env.PARTNERCENTER_ACCESS_TOKEN = simulator.issueToken({ kind: "appAndUser" });
}

/** All tokens of a simulator begin alike, so one search finds each of them. */
export function secretsOf(simulator: Simulator): string[] {
    const [header = ""] = simulator.issueToken({ kind: "app" }).split(".");
    const passwords = simulator.customers.map(({ password }) => password);
    return [`${header}.`, simulator.partner.clientSecret, ...passwords];
}

/** The calls of the API that came in, without sign-in. */
export function apiCalls(simulator: Simulator): string[] {
    return simulator.requests
        .filter(({ path }) => path.startsWith("/v1/"))
        .map(({ method, path }) => `${method} ${path}`);
}

export function tokenRequests(simulator: Simulator): number {
    return simulator.requests.filter(({ path }) => path.endsWith("/token")).length;
}
