import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingToDo, expectRemoval } from "../resources/agreement";
import { faultCalled } from "../resources/commonFaults";
import { type Choices, meet, type Point, pointsOf, violationsAt } from "../resources/points";
import {
    bringToTheEnd,
    type CustomerWorld,
    inCustomerWorld,
    programOf,
    subject,
} from "../resources/world";
import { operations, requests, type UserRequest, usersOf } from "./operations";

/** What no source settles, each met while an answer is lost and while a process is killed. */
const choices: Choices = [
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

type UserPoint = Point<UserRequest>;

const points = pointsOf(operations, choices, {
    moreFaults: [
        "500 after the work",
        "half a body",
        "409",
        "no connection for ever",
        "400 with code 3000",
    ].map(faultCalled),
    // Of a removal, that nothing is found is what it wanted.
    isFault: ({ name }, _, { removes }) => !/^404|20002|3000/.test(name) || removes === undefined,
});

test("whatever goes wrong about a user: one user, and a password in the state that works", async (t) => {
    let injected = 0;
    const violations = await violationsAt(points, async (point) => {
        if (await runPoint(point)) injected += 1;
    });
    assert.deepEqual(violations, []);
    assert.ok(injected > 400, `only ${injected} faults came about`);
    t.diagnostic(`${points.length} points of failure, ${injected} faults`);
});

/**
 * Lets the fault happen, starts Pulumi again without it, and looks at what is left. Answers whether
 * the fault came about.
 */
async function runPoint(point: UserPoint): Promise<boolean> {
    const { operation, request, uncertain } = point;
    return await inCustomerWorld(operation.kind, { uncertain }, async (world) => {
        const { cameAbout } = await meet(world, point, requests);
        // Some requests are only made where the service behaves in a certain way.
        assert.ok(cameAbout || !isAsked(world, request), "the fault did not come about");
        if (!cameAbout) return false;
        expectNoManualStep(world, point);
        await (operation.removes ? expectGone(world) : expectAgreement(world));
        return true;
    });
}

function isAsked({ simulator }: CustomerWorld, request: UserRequest): boolean {
    const asked = requests[request];
    return simulator.requests.some(
        ({ method, path }) => method === asked.method && new RegExp(asked.path).test(path),
    );
}

/** A service that does not recognise a repeated creation leaves a person to say that the user is theirs. */
function expectNoManualStep({ manualSteps }: CustomerWorld, { request, uncertain }: UserPoint) {
    const isRecognised =
        uncertain.idempotentOperations === "everyWrite" && uncertain.repeatedRequestId !== "ignore";
    const mayNeedPerson = request === "create user" && !isRecognised;
    assert.ok(mayNeedPerson || manualSteps.length === 0, `a person had to do ${manualSteps}`);
}

async function expectGone(world: CustomerWorld): Promise<void> {
    await expectRemoval(world);
    const [user] = usersOf(world);
    if (world.kind === "CustomerUser") {
        assert.equal(user?.state, "inactive");
    } else {
        assert.deepEqual(user?.roles, []);
    }
}

async function expectAgreement(world: CustomerWorld): Promise<void> {
    await bringToTheEnd(world);
    const { stack, kind, args } = world;
    const [user, ...others] = usersOf(world);
    assert.ok(user, "the user is there");
    assert.equal(others.length, 0, "no second user was made");
    assert.equal(user.state, "active");
    const { outputs = {} } = stack.resources.get(subject) ?? {};
    assert.equal(outputs.userId, user.id, "the state holds the user");
    if (kind === "CustomerUserRole") {
        assert.deepEqual(user.roles, ["Helpdesk Administrator"]);
    } else {
        const { userPrincipalName: userName, password } = user;
        const credentials = outputs.credentials ?? outputs.userCredentials;
        assert.deepEqual(credentials, { userName, password });
        assert.equal("passwordToReset" in outputs, false);
    }
    if (kind === "CustomerUser") {
        assert.equal(user.displayName, args.displayName);
    }
    await expectNothingToDo(stack, programOf(world));
}
