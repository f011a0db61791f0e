import type { Operation } from "../../test/engine/harness/operation";
import type { OperationName } from "../results";
import type { Service } from "./service";

/** A contestant's customers, and the tool that makes them. */
export interface Deployment {
    /** Starts an operation at once, without a question. */
    start(operation: OperationName): Operation;
    stateBytes(): number;
    /** Ends what still runs, and removes all files. */
    remove(): Promise<void>;
}

export interface DeploymentSettings {
    service: Service;
    /** The file of the customers: their arguments by name. */
    customers: string;
    /** For our provider, on top of what the service says. */
    env: Readonly<Record<string, string>>;
}
