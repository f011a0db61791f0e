import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { approvalLifecycle } from "../../../provider/accountApproval/lifecycle";
import { waitUntilAllowed } from "../../../provider/accountApproval/wait";
import { openPartnerCenter } from "../../../provider/index";
import type { Simulator } from "../../../simulator/index";
import { uncertainBehaviours } from "../../../simulator/uncertain";
import { createCustomer, customerBody } from "../../simulator/harness";
import { partnerWith } from "../lookups/world";

const pace = { first: 5, longest: 10, told: 60_000 };

/** A customer, and a wait for its account; what is told goes to `onLine` too. */
async function vetted(t: TestContext, options: Parameters<typeof partnerWith>[2] = {}) {
    const world = await partnerWith(t, ["contoso"], options);
    const lines: string[] = [];
    const client = (await openPartnerCenter(world.options)).begin();
    const wait = (
        customerId: string,
        timeoutMinutes: number,
        { told = pace.told, onLine = () => {} } = {},
    ) =>
        waitUntilAllowed(
            { customerId, timeoutMinutes },
            client,
            (line) => {
                lines.push(line);
                onLine();
            },
            { ...pace, told },
        );
    return { ...world, lines, client, customerId: world.ids.contoso ?? "", wait };
}

function questions({ requests }: Simulator) {
    return requests.filter(({ path }) => path.includes("validationStatus"));
}

test("an account that is allowed is not waited for", async (t) => {
    const { wait, lines, customerId } = await vetted(t);
    const { status, lastUpdateDateTime, ...rest } = await wait(customerId, 1);
    assert.equal(status, "Allowed");
    assert.ok(lastUpdateDateTime);
    assert.deepEqual(rest, { customerId });
    assert.deepEqual(lines, []);
});

for (const accountNotVetted of uncertainBehaviours.accountNotVetted) {
    for (const accountNotReady of uncertainBehaviours.accountNotReady) {
        test(`vetting is waited for from its beginning: ${accountNotVetted}, ${accountNotReady}`, async (t) => {
            const { wait, lines, simulator, customerId } = await vetted(t, {
                uncertain: { accountNotVetted, accountNotReady },
            });
            simulator.portal.setAccountStatus(customerId, "NotVetted");
            const steps = ["UnderReview", "Unknown", "Allowed"] as const;
            const onLine = () => {
                simulator.portal.setAccountStatus(customerId, steps[lines.length - 1] ?? "Allowed");
            };
            assert.equal((await wait(customerId, 1, { onLine })).status, "Allowed");
            const none = accountNotVetted === "404-600074";
            const first = none
                ? "there is no account status yet"
                : `it is ${accountNotReady} since`;
            assert.equal(lines.length, 3, lines.join("\n"));
            assert.match(
                lines[0] ?? "",
                new RegExp(
                    `^Waiting until Microsoft's vetting allows orders of customer ${customerId}: ${first}`,
                ),
            );
            assert.match(lines[0] ?? "", /This run waits for 1 more minutes at most\.$/);
            assert.match(lines[1] ?? "", /it is UnderReview since 20/);
            assert.match(lines[2] ?? "", /it is Unknown since 20/);
        });
    }
}

test("the same status is told again after a while, and not at each question", async (t) => {
    const { wait, lines, simulator } = await vetted(t);
    simulator.vettingAfterCreate = { status: "UnderReview", reads: 4 };
    for (const [domain, told, expected] of [
        ["one.onmicrosoft.com", 60_000, 1],
        ["two.onmicrosoft.com", 0, 4],
    ] as const) {
        await wait(await createCustomer(simulator, customerBody(domain)), 1, { told });
        assert.equal(lines.splice(0).length, expected);
    }
    assert.equal(questions(simulator).length, 10);
});

test("when the time is up, the run fails and says how to go on", async (t) => {
    const { wait, simulator, customerId } = await vetted(t);
    simulator.portal.setAccountStatus(customerId, "UnderReview");
    await assert.rejects(wait(customerId, 0.002), (error: Error) => {
        assert.match(
            error.message,
            /has come to no result within 0\.002 minutes \(timeoutMinutes\)/,
        );
        assert.match(error.message, /it is UnderReview since/);
        assert.match(error.message, /The customer is kept; `pulumi up` goes on waiting/);
        return error.message.includes(customerId);
    });
});

test("a refusal ends the wait at once", async (t) => {
    const { wait, simulator, customerId } = await vetted(t);
    simulator.portal.setAccountStatus(customerId, "NotAllowed");
    await assert.rejects(
        wait(customerId, 1),
        /does not allow orders of customer .*: it is NotAllowed since/,
    );
    assert.equal(questions(simulator).length, 1);
});

test("each question is an operation of its own, and a fault in between is survived", async (t) => {
    const { wait, simulator } = await vetted(t);
    simulator.vettingAfterCreate = { status: "UnderReview", reads: 2 };
    const customerId = await createCustomer(simulator, customerBody("fabrikam.onmicrosoft.com"));
    simulator.misbehave({ on: { method: "GET", path: "validationStatus" }, status: 503 });
    assert.equal((await wait(customerId, 1)).status, "Allowed");
    const ids = questions(simulator).map(({ correlationId }) => correlationId);
    assert.equal(ids.length, 4);
    assert.equal(new Set(ids).size, 3, "only the repeated question has the same id");
});

test("a customer who is not shown yet is waited for", async (t) => {
    const { wait, lines, simulator } = await vetted(t);
    simulator.invisibleAfterCreate = { reads: 3 };
    const customerId = await createCustomer(simulator, customerBody("fabrikam.onmicrosoft.com"));
    assert.equal((await wait(customerId, 1)).status, "Allowed");
    assert.match(lines.join(), /^Waiting [^:]*: there is no account status yet\./);
    assert.equal(questions(simulator).length, 4);
});

test("a refresh reads the status, and what is not allowed any more is waited for again", async (t) => {
    const { client, simulator, customerId } = await vetted(t);
    const news = { customerId, timeoutMinutes: 60 };
    const tell = () => {};
    const { id, state } = await approvalLifecycle.create(news, client, tell);
    assert.equal(id, customerId);
    assert.deepEqual(approvalLifecycle.diff(id, state, news), { changes: false });
    assert.deepEqual(approvalLifecycle.diff(id, state, { ...news, timeoutMinutes: 5 }), {
        changes: false,
    });
    const other = { ...news, customerId: "11111111-2222-3333-4444-555555555555" };
    assert.deepEqual(approvalLifecycle.diff(id, state, other), {
        changes: true,
        replaces: ["customerId"],
    });
    simulator.portal.setAccountStatus(customerId, "UnderReview");
    const reviewed = await approvalLifecycle.read(id, state, client);
    assert.equal(reviewed?.status, "UnderReview");
    assert.deepEqual(approvalLifecycle.diff(id, reviewed ?? state, news), { changes: true });
    simulator.portal.setAccountStatus(customerId, "Allowed");
    const updated = await approvalLifecycle.update(id, reviewed ?? state, news, client, tell);
    assert.equal(updated.status, "Allowed");
    simulator.portal.removeRelationship(customerId);
    assert.equal(await approvalLifecycle.read(id, state, client), undefined);
    await approvalLifecycle.delete();
});
