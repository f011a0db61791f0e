import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { SimulatorOptions } from "../../../simulator";
import type { Uncertain } from "../../../simulator/uncertain";
import type { Members } from "../engine/wire";
import { arm, type Fault, faults } from "../faults/faults";
import { operations, requests, type UserOperation, type UserRequest, userOf } from "./operations";
import { bringToTheEnd, inUserWorld, programOf, stateOf, type UserWorld } from "./world";

/**
 * What can happen to any request. The whole list of what networks do is proven on customers; these are
 * those after which it is not known what was done, and those that end an operation.
 */
const names = [
    "connection cut before the work",
    "connection cut after the work",
    "429 without Retry-After",
    "500",
    "500 after the work",
    "half a body",
    "success with an empty body",
    "401 for ever",
    "403",
    "409",
    "400 with code 27002",
    "503 for ever",
    "no connection for ever",
    "404",
    "400 with code 3000",
    "process killed before the request",
    "process killed after the work",
];
const common = names.map((name) => {
    const fault = faults.find((one) => one.name === name);
    assert.ok(fault, name);
    return fault;
});
const lost = common.filter(
    ({ name }) => name.endsWith("after the work") && name !== "500 after the work",
);

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: readonly [Partial<Uncertain>, RegExp][] = [
    [{ idempotentOperations: "everyWrite" }, /create|change|give|rotate/],
    [{ idempotentOperations: "everyWrite", repeatedRequestId: "replaySuccessOnly" }, /^create/],
    [{ idempotentOperations: "everyWrite", repeatedRequestId: "replayWithoutPassword" }, /^create/],
    [{ idempotentOperations: "everyWrite", passwordInUserAnswers: "absent" }, /^create/],
    [{ idempotentOperations: "everyWrite", userCreateStatus: 201 }, /^create/],
    [{ repeatedRequestId: "ignore" }, /^create/],
    [{ passwordInUserAnswers: "absent" }, /create|rotate/],
    [{ userNameTaken: "409-3000" }, /^create/],
    [{ userNameTaken: "400-27002" }, /^create/],
    [{ deletedUser: "answered" }, /^(restore|delete)/],
    [{ deletedUserName: "taken" }, /^restore/],
    [{ passwordReset: "resetpassword" }, /rotate|take a user|restore/],
    [{ passwordReset: "user" }, /rotate|take a user|restore/],
    [{ roleGivenAgain: "409-3000" }, /role/],
    [{ roleGivenAgain: "accepted" }, /role/],
    [{ codeType: "string", errorShape: "newer" }, /create|delete|give/],
];

interface Point {
    operation: UserOperation;
    request: UserRequest;
    fault: Fault;
    uncertain: Partial<Uncertain>;
}

const points: readonly Point[] = operations.flatMap((operation) =>
    operation.requests.flatMap((request) => [
        ...common
            // Of a removal, that nothing is found is what it wanted.
            .filter(({ name }) => !/^404|3000/.test(name) || operation.removes === undefined)
            .map((fault) => ({ operation, request, fault, uncertain: {} })),
        ...choices
            .filter(([, touched]) => touched.test(operation.name))
            .flatMap(([uncertain]) =>
                lost.map((fault) => ({ operation, request, fault, uncertain })),
            ),
    ]),
);

test("whatever goes wrong about a user: one user, and a password in the state that works", async () => {
    const violations: string[] = [];
    let next = 0;
    let injected = 0;
    const worker = async () => {
        for (let point = points[next++]; point !== undefined; point = points[next++]) {
            const { operation, request, fault, uncertain } = point;
            const words = [operation.name, fault.name, request, JSON.stringify(uncertain)];
            try {
                const wronged = await runPoint(point, { uncertain });
                injected += wronged;
            } catch (error) {
                violations.push(`${words.join(" · ")}: ${String((error as Error).message)}`);
            }
        }
    };
    await Promise.all(Array.from({ length: 12 }, worker));
    assert.deepEqual(violations, []);
    assert.ok(injected > 400, `only ${injected} faults came about`);
    console.log(`${points.length} points of failure, ${injected} faults`);
});

/** Lets the fault happen, starts Pulumi again without it, and looks at what is left. */
async function runPoint(point: Point, options: SimulatorOptions): Promise<number> {
    const { operation, request, fault } = point;
    return await inUserWorld(operation.kind, options, async (world) => {
        await operation.prepare(world);
        const before = userOf(world).length;
        world.simulator.forgetRequests();
        const outcome = await operation.run(world, arm(fault, requests[request], world.simulator));
        const wronged = world.simulator.requests.filter(({ misbehaviour }) => misbehaviour);
        const isAsked = world.simulator.requests.some(
            ({ method, path }) =>
                method === requests[request].method &&
                new RegExp(requests[request].path).test(path),
        );
        // Some requests are only made where the service behaves in a certain way.
        if (wronged.length === 0 && !outcome.killed) {
            assert.ok(!isAsked, "the fault did not come about");
            return 0;
        }
        expectNoManualStep(world, point);
        await finish(operation, world, before);
        return 1;
    });
}

/** A service that does not recognise a repeated creation leaves a person to say that the user is theirs. */
function expectNoManualStep({ manualSteps }: UserWorld, { request, uncertain }: Point) {
    const isRecognised =
        uncertain.idempotentOperations === "everyWrite" && uncertain.repeatedRequestId !== "ignore";
    const mayNeedPerson = request === "create user" && !isRecognised;
    assert.ok(mayNeedPerson || manualSteps.length === 0, `a person had to do ${manualSteps}`);
}

async function finish(operation: UserOperation, world: UserWorld, before: number): Promise<void> {
    const { simulator, stack } = world;
    simulator.forgetMisbehaviours();
    if (operation.removes) {
        const { ok, messages } = await stack.destroy();
        assert.ok(ok, `the removal is completed: ${messages.join("\n")}`);
        assert.equal(stack.resources.size, 0, "nothing is left in the state");
        const [user] = userOf(world);
        const isGone = world.kind === "CustomerUser" ? user?.state === "inactive" : user?.roles;
        assert.deepEqual(isGone, world.kind === "CustomerUser" ? true : []);
        return;
    }
    await bringToTheEnd(world);
    const [user, ...others] = userOf(world);
    assert.ok(user, "the user is there");
    assert.equal(others.length, 0, "no second user was made");
    assert.ok(before <= 1 && user.state === "active");
    const outputs: Members = stateOf(world)?.outputs ?? {};
    assert.equal(outputs.userId, user.id, "the state holds the user");
    if (world.kind === "CustomerUserRole") {
        assert.deepEqual(user.roles, ["Helpdesk Administrator"]);
    } else {
        const credentials = outputs.credentials ?? outputs.userCredentials;
        assert.deepEqual(credentials, {
            userName: user.userPrincipalName,
            password: user.password,
        });
        assert.equal("passwordToReset" in outputs, false);
    }
    if (world.kind === "CustomerUser") {
        assert.equal(user.displayName, world.args?.displayName);
    }
    assert.equal(await stack.changes(programOf(world)), false, "a preview shows no change");
    const state = structuredClone([...stack.resources]);
    assert.ok((await stack.refresh()).ok, "a refresh succeeds");
    assert.ok(isDeepStrictEqual([...stack.resources], state), "a refresh changes nothing");
}
