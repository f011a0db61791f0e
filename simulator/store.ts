import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { CustomerRecord } from "./records/customers";

/** The answer that a repeated `MS-RequestId` gets again. */
export interface KeptAnswer {
    readonly status: number;
    readonly body: string;
    /** Where work that goes on can be looked at. */
    readonly location?: string;
    /** Milliseconds since 1970. */
    readonly at: number;
}

/** A customer as files hold it, also those that were written before users were known. */
type KeptCustomer = Omit<CustomerRecord, Later> & Partial<Pick<CustomerRecord, Later>>;
type Later = "users" | "federatedDomains";

interface Contents {
    format: 1;
    customers: KeptCustomer[];
    answers: [string, KeptAnswer][];
    takenDomains: string[];
}

/**
 * Everything the simulator holds; the one place where anything changes. A change reaches the state
 * file with `save`, so that what belongs to one request is kept together or not at all.
 */
export class Store {
    readonly #file: string | undefined;
    readonly #customers = new Map<string, CustomerRecord>();
    readonly #answers = new Map<string, KeptAnswer>();
    readonly #takenDomains = new Set<string>();
    #isChanged = false;

    /** @param file Read if it exists, replaced as a whole at every save. */
    constructor(file?: string) {
        this.#file = file;
        const contents = file === undefined ? undefined : readContents(file);
        for (const customer of contents?.customers ?? []) {
            this.#customers.set(customer.id, { users: [], federatedDomains: [], ...customer });
        }
        for (const [key, answer] of contents?.answers ?? []) this.#answers.set(key, answer);
        for (const domain of contents?.takenDomains ?? []) this.#takenDomains.add(domain);
    }

    get customers(): readonly CustomerRecord[] {
        return [...this.#customers.values()];
    }

    findCustomer(id: string): CustomerRecord | undefined {
        return this.#customers.get(id.toLowerCase());
    }

    putCustomer(customer: CustomerRecord): void {
        this.#customers.set(customer.id, customer);
        this.#isChanged = true;
    }

    /** @param freeDomains Whether others may use its domains from now on. */
    deleteCustomer(customer: CustomerRecord, freeDomains: boolean): void {
        this.putCustomer({ ...customer, deleted: true });
        if (!freeDomains) return;
        for (const domain of customer.customDomains) {
            this.#takenDomains.delete(domain.toLowerCase());
        }
    }

    findAnswer(key: string): KeptAnswer | undefined {
        return this.#answers.get(key);
    }

    keepAnswer(key: string, answer: KeptAnswer): void {
        this.#answers.set(key, answer);
        this.#isChanged = true;
    }

    /** Whether a domain, in any casing, belongs to a tenant. */
    isDomainTaken(domain: string): boolean {
        return this.#takenDomains.has(domain.toLowerCase());
    }

    takeDomain(domain: string): void {
        this.#takenDomains.add(domain.toLowerCase());
        this.#isChanged = true;
    }

    /** Writes the state file, where there is one and anything changed. */
    save(): void {
        if (this.#file === undefined || !this.#isChanged) return;
        const contents: Contents = {
            format: 1,
            customers: [...this.#customers.values()],
            answers: [...this.#answers],
            takenDomains: [...this.#takenDomains],
        };
        const temporary = `${this.#file}.${randomUUID()}`;
        writeFileSync(temporary, JSON.stringify(contents), { mode: 0o600 });
        renameSync(temporary, this.#file);
        this.#isChanged = false;
    }
}

function readContents(file: string): Contents | undefined {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
    const contents = parseContents(text);
    if (contents === undefined) throw new Error(`${file} is not a state file of the simulator.`);
    return contents;
}

function parseContents(text: string): Contents | undefined {
    try {
        const parsed: unknown = JSON.parse(text);
        const isOurs = typeof parsed === "object" && parsed !== null && "format" in parsed;
        return isOurs && parsed.format === 1 ? (parsed as Contents) : undefined;
    } catch {
        return undefined;
    }
}
