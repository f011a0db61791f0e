import type { PartnerCenter } from "../partnercenter/client";
import type { CloudName } from "../partnercenter/clouds";
import type { Inquiry } from "./inquiry";

/**
 * What every kind of resource does, in plain objects: no Pulumi and no HTTP. Whatever hosts it, the
 * dynamic-provider process today, hands it values that may be unknown at preview, and a client.
 */
export interface Lifecycle<Inputs, State> {
    /** Members of the state that hold secrets. */
    readonly secrets: readonly (keyof State & string)[];

    /** What a warning calls a resource, among those of all others. */
    nameOf(inputs: Inputs, context: CheckContext): string;

    /** Completes the arguments, and says everything that is wrong with them. `olds` is absent for a new resource. */
    check(olds: Inputs | undefined, news: Inputs, context: CheckContext): Checked<Inputs>;

    /**
     * The part of the arguments that `foresee` asks about, where it asks of each resource by itself: then
     * a preview asks about all of them at once. Some may be unknown.
     */
    askedAbout?(inputs: Inputs): object | undefined;

    /**
     * What the service can say of a new resource before it is made. Asked at preview, where there is a
     * credential; some arguments may have faults, or be unknown.
     */
    foresee(inputs: Inputs, context: ForesightContext): Promise<Foresight>;

    /** Whether the program wants something else than what the state holds. */
    diff(id: string, state: State, news: Inputs): Difference;

    /**
     * What the service can say of a change before it is made: the same as `foresee`, of a resource that
     * exists. Asked wherever `diff` is, so it asks the service only about what it has to.
     */
    foreseeChange?(
        id: string,
        state: State,
        news: Inputs,
        context: ForesightContext,
    ): Promise<Foresight>;

    create(
        inputs: Inputs,
        client: PartnerCenter,
        tell: Tell,
    ): Promise<{ id: string; state: State }>;

    /** The state as it is now; `undefined` if the resource is gone. */
    read(id: string, state: State, client: PartnerCenter): Promise<State | undefined>;

    update(
        id: string,
        state: State,
        news: Inputs,
        client: PartnerCenter,
        tell: Tell,
    ): Promise<State>;

    delete(id: string, state: State, client: () => PartnerCenter, tell: Tell): Promise<void>;
}

/** Tells whoever runs Pulumi one line, while the work goes on. */
export type Tell = (line: string) => void;

export interface CheckContext {
    cloud: CloudName;
    /** Whether a value is not known yet: at preview, an output of a resource that does not exist. */
    isUnknown(value: unknown): boolean;
}

export interface ForesightContext extends CheckContext {
    /** Whether all arguments are known, and without a fault. */
    isComplete: boolean;
    /** Asks the same question once for all resources of a process, and fails for none. */
    inquiry: Inquiry;
    /** A client for one operation, which is short. */
    client(): PartnerCenter;
}

export interface Checked<Inputs> {
    inputs: Inputs;
    /** One sentence for each fault, with the path of the member. */
    problems: string[];
    /** What may be wrong, in sentences like those; it stops nothing. */
    warnings: string[];
}

export interface Foresight {
    problems: string[];
    warnings: string[];
    /** What is worth knowing and no fault. */
    notes: string[];
}

/** The findings of several, together. */
export function foresightOf(...parts: readonly Partial<Foresight>[]): Foresight {
    return {
        problems: parts.flatMap(({ problems = [] }) => problems),
        warnings: parts.flatMap(({ warnings = [] }) => warnings),
        notes: parts.flatMap(({ notes = [] }) => notes),
    };
}

export interface Difference {
    changes: boolean;
    /** Members whose change makes another resource. */
    replaces?: string[];
}
