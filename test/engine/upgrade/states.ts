import { resolve } from "node:path";

/** A folder for each version: its program, the stack's state and the simulator's. */
export const statesFolder = resolve("test/engine/upgrade/states");

/** Parts of every URN of a recorded state. */
export const recordedOptions = { project: "recorded", stack: "recorded" } as const;
