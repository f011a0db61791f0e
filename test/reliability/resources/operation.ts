import type { Kind } from "../../../provider/dynamic/kinds";
import type { Outcome } from "../engine/engineModel";
import type { ProcessOptions } from "../engine/providerProcess";
import type { CustomerWorld } from "./world";

/** Requests by what they are; a path is the source of a regular expression. */
export type Requests<Name extends string> = Readonly<
    Record<Name, { readonly method: string; readonly path: string }>
>;

/** Something that the engine asks of the provider, about one resource of a customer. */
export interface Operation<Name extends string> {
    name: string;
    kind: Kind;
    /** In the order in which they are made. */
    requests: readonly Name[];
    /** Whether the resource ends with it. */
    removes?: true;
    /** Brings about what the operation starts from. */
    prepare(world: CustomerWorld): Promise<void>;
    run(world: CustomerWorld, how?: Partial<ProcessOptions>): Promise<Outcome>;
}

/** `pulumi refresh`. */
export const refresh: Operation<never>["run"] = ({ stack }, how) => stack.refresh(how);

/** `pulumi destroy`. */
export const destroy: Operation<never>["run"] = ({ stack }, how) => stack.destroy(how);
