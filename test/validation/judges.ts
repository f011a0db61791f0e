import { mock } from "node:test";
import { v4 } from "uuid";
import { type OpenPartnerCenter, openPartnerCenter } from "../../provider";
import type { DeclaredCustomer } from "../../provider/customer/shapes";
import { toNewCustomer } from "../../provider/customer/wire";
import entry from "../../provider/dynamic/entry";
import { ApiError } from "../../provider/partnercenter/errors";
import type { NewCustomer } from "../../provider/partnercenter/types";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";

const { Customer: provider } = entry;

/** A customer as a program declares it. */
export type Customer = Omit<DeclaredCustomer, "deletionPolicy">;

/** What a preview says of a customer. */
export interface Preview {
    problems: string[];
    warnings: string[];
}

/**
 * Two who judge a customer: the provider before anything is made, and Partner Center when it is. The
 * provider keeps one partner in a process, so there is one of these in a test file.
 */
export class Judges {
    readonly simulator: Simulator;
    readonly #partner: OpenPartnerCenter;

    private constructor(simulator: Simulator, partner: OpenPartnerCenter) {
        this.simulator = simulator;
        this.#partner = partner;
    }

    static async start(options: SimulatorOptions, onlineValidation = "error"): Promise<Judges> {
        const simulator = await startSimulator({
            certificateFolder: ".simulator",
            requestsPerMinute: 0,
            customerLimit: 100_000,
            ...options,
        });
        const settings = {
            apiUrl: simulator.apiUrl,
            accessToken: simulator.issueToken({ kind: "appAndUser", mfa: true }),
            maxRequestsPerMinute: 0,
        };
        const configured: Record<string, string> = Object.fromEntries(
            Object.entries({ ...settings, onlineValidation }).map(([name, value]) => [
                `partnercenter:${name}`,
                String(value),
            ]),
        );
        const config = { get: (key: string) => configured[key] };
        await provider.configure?.({ config } as never);
        return new Judges(simulator, await openPartnerCenter(settings));
    }

    /** What the provider says, as the engine asks it at a preview. */
    async preview(customer: Customer): Promise<Preview> {
        const warned = mock.method(console, "warn", () => {});
        try {
            const { failures = [] } = (await provider.check?.({}, { ...customer })) ?? {};
            const problems = failures.flatMap(({ reason }) => sentencesOf(reason));
            const warnings = warned.mock.calls.map((call) => String(call.arguments[0]));
            return { problems, warnings };
        } finally {
            warned.mock.restore();
        }
    }

    /** Why Partner Center refuses to create the customer; `undefined` if it was created. */
    async creation(customer: Customer): Promise<string | undefined> {
        try {
            await this.#partner.begin().createCustomer(bodyOf(customer), v4());
            return undefined;
        } catch (error) {
            if (error instanceof ApiError && error.status < 500) {
                return error.message;
            }
            throw error;
        }
    }
}

/** The body as the provider makes it; of arguments that are too wrong for that, the arguments. */
function bodyOf(customer: Customer): NewCustomer {
    try {
        return toNewCustomer({ ...customer, deletionPolicy: "prevent" });
    } catch {
        return customer as unknown as NewCustomer;
    }
}

function sentencesOf(report: string): string[] {
    const listed = report.split("\n  - ").slice(1);
    return listed.length === 0 ? [report] : listed;
}
