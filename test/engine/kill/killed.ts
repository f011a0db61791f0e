import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { Simulator } from "../../../simulator";
import type { Operation } from "../harness/operation";
import { descendants, signalProcess } from "../harness/processes";
import type { Result } from "../harness/result";
import type { Stack } from "../harness/stack";

/** How a run comes to its end before its time. */
export const deaths = {
    "the engine is killed": (operation: Operation) => operation.kill(),
    "engine and provider are killed": (operation: Operation) => operation.killAll(),
    "the provider process is killed": () => killProviders(),
} as const satisfies Record<string, (operation: Operation) => void>;

/** Kills the dynamic-provider processes of this test process' own engines, and nothing else. */
export function killProviders(): void {
    for (const pid of descendants(process.pid)) {
        if (commandOf(pid).includes("dynamic-provider")) signalProcess(pid, "SIGKILL");
    }
}

function commandOf(pid: number): string {
    try {
        return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
    } catch {
        // It has ended in between.
        return "";
    }
}

/** Waits until the simulator has seen such a request. */
export async function untilAsked(
    operation: Operation,
    simulator: Simulator,
    method: string,
    path: RegExp,
): Promise<void> {
    await operation.until(() =>
        simulator.requests.some((request) => request.method === method && path.test(request.path)),
    );
}

/** Starts an update that dies once the simulator has seen such a request, which it must hold until then. */
export async function dieWhenAsked(
    { simulator, stack }: { simulator: Simulator; stack: Stack },
    method: string,
    path: RegExp,
    die: (operation: Operation) => void | Promise<void>,
): Promise<void> {
    const operation = stack.startUp();
    await untilAsked(operation, simulator, method, path);
    await die(operation);
    await operation.result;
    await operation.end();
    simulator.forgetMisbehaviours();
}

/** Presses ^C twice: the second time when Pulumi has said that it has seen the first one. */
export async function interruptTwice(operation: Operation): Promise<void> {
    operation.interrupt();
    await operation.until((output) => output.includes("^C received"));
    operation.interrupt();
}

/** Does what Pulumi asks for after a kill, and starts the update again. */
export async function startAgain(stack: Stack): Promise<Result> {
    const first = await stack.up();
    if (first.code === 0) return first;
    assert.match(first.output, /pulumi cancel/, first.output);
    (await stack.cancel()).expectSuccess();
    return await stack.up();
}

/** Clears what the engine remembers of operations that it did not see the end of. */
export async function clearPending(stack: Stack): Promise<void> {
    if (((await stack.state()).pending_operations ?? []).length > 0) {
        (await stack.refresh("--clear-pending-creates")).expectSuccess();
    }
    assert.deepEqual((await stack.state()).pending_operations ?? [], []);
}

/** One living customer, its id and its password in the state, and nothing left to do. */
export async function expectOneCustomer(
    simulator: Simulator,
    stack: Stack,
    password: string | undefined = simulator.customers[0]?.password,
): Promise<void> {
    const living = simulator.customers.filter(({ deleted }) => !deleted);
    assert.equal(living.length, 1, "living customers");
    await clearPending(stack);
    const { tenantId, credentials } = await stack.outputs();
    assert.equal(tenantId, living[0]?.id);
    assert.equal((credentials as { password?: string } | undefined)?.password, password);
    (await stack.preview("--expect-no-changes")).expectSuccess();
}
