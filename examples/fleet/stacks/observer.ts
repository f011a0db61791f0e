import type {
    DiagnosticEvent,
    EngineEvent,
    OpType,
    StepEventMetadata,
} from "@pulumi/pulumi/automation";
import { Customer } from "pulumi-partnercenter";

/** What the provider says of a customer. */
export interface Remark {
    domain: string;
    message: string;
}

/** What the engine tells of the customers of one stack, in one operation or several. */
export class Observer {
    /** What was done with each customer, by URN. */
    readonly done = new Map<string, OpType>();
    /** What was said of each customer that failed, by URN, and of others. */
    readonly #errors = new Map<string, Set<string>>();
    readonly #warnings = new Map<string, Set<string>>();
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
        if (diagnosticEvent !== undefined && isCustomer(diagnosticEvent.urn)) {
            this.#listen(diagnosticEvent, diagnosticEvent.urn);
        }
    }

    /**
     * The customers that the provider has refused before anything was sent. The engine then begins
     * nothing more in their stack.
     */
    get refused(): string[] {
        return [...this.#errors.keys()].filter((urn) => !this.#failed.has(urn));
    }

    /** Whether there was anything to ask the service for; what is unchanged is not asked for. */
    get hasSeenWork(): boolean {
        return this.#errors.size > 0 || [...this.done.values()].some((op) => op !== "same");
    }

    get failures(): Remark[] {
        return remarksOf(this.#errors);
    }

    get warnings(): Remark[] {
        return remarksOf(this.#warnings);
    }

    #listen({ severity, message }: DiagnosticEvent, urn: string): void {
        if (severity === "error") {
            this.#count(urn);
            this.done.delete(urn);
            note(this.#errors, urn, message);
        } else if (severity === "warning") {
            note(this.#warnings, urn, message);
        }
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

    #count(urn: string): void {
        if (!this.done.has(urn) && !this.#errors.has(urn)) {
            this.onCustomer();
        }
    }
}

/** The same is said again in a second operation. */
function note(remarks: Map<string, Set<string>>, urn: string, message: string): void {
    remarks.set(urn, (remarks.get(urn) ?? new Set()).add(message.trim()));
}

function remarksOf(remarks: ReadonlyMap<string, ReadonlySet<string>>): Remark[] {
    return [...remarks].map(([urn, messages]) => ({
        domain: urn.slice(urn.lastIndexOf("::") + 2),
        message: [...messages].join("\n"),
    }));
}

function isCustomer(urn: string | undefined): urn is string {
    return urn?.includes(`::${Customer.__pulumiType}::`) === true;
}
