import type { EngineEvent, OpType, StepEventMetadata } from "@pulumi/pulumi/automation";
import { Customer } from "pulumi-partnercenter";

/** What went wrong with a customer. */
export interface Failure {
    domain: string;
    /** What the provider says. */
    message: string;
}

/** What the engine tells of the customers of one stack, in one operation or several. */
export class Observer {
    /** What was done with each customer, by URN. */
    readonly done = new Map<string, OpType>();
    /** What was said of each customer that failed, by URN. */
    readonly #errors = new Map<string, Set<string>>();
    readonly #failed = new Set<string>();

    /** @param onCustomer Is called once for each customer that is done with. */
    constructor(private readonly onCustomer: () => void) {}

    /**
     * Takes what counts of an event. Above all not its debugging texts, which hold passwords in clear.
     */
    observe({ resOutputsEvent, resOpFailedEvent, diagnosticEvent }: EngineEvent): void {
        if (resOutputsEvent !== undefined) {
            this.#remember(resOutputsEvent.metadata);
        }
        if (resOpFailedEvent !== undefined) {
            this.#failed.add(resOpFailedEvent.metadata.urn);
        }
        if (diagnosticEvent?.severity === "error" && isCustomer(diagnosticEvent.urn)) {
            this.#remind(diagnosticEvent.urn, diagnosticEvent.message.trim());
        }
    }

    /**
     * The customers that the provider has refused before anything was sent. The engine then begins
     * nothing more in their stack.
     */
    get refused(): string[] {
        return [...this.#errors.keys()].filter((urn) => !this.#failed.has(urn));
    }

    get failures(): Failure[] {
        return [...this.#errors].map(([urn, messages]) => ({
            domain: domainOf(urn),
            message: [...messages].join("\n"),
        }));
    }

    #remember({ urn, op }: StepEventMetadata): void {
        // A second operation finds unchanged what the first one has changed.
        if (
            isCustomer(urn) &&
            !this.#errors.has(urn) &&
            (this.done.get(urn) ?? "same") === "same"
        ) {
            this.#count(urn);
            this.done.set(urn, op);
        }
    }

    #remind(urn: string, message: string): void {
        this.#count(urn);
        this.done.delete(urn);
        const messages = this.#errors.get(urn) ?? new Set();
        this.#errors.set(urn, messages.add(message));
    }

    #count(urn: string): void {
        if (!this.done.has(urn) && !this.#errors.has(urn)) {
            this.onCustomer();
        }
    }
}

function isCustomer(urn: string | undefined): urn is string {
    return urn?.includes(`::${Customer.__pulumiType}::`) === true;
}

function domainOf(urn: string): string {
    return urn.slice(urn.lastIndexOf("::") + 2);
}
