import assert from "node:assert/strict";
import { test } from "node:test";
import { partnerStack } from "../partner";
import { customer, imports } from "../programs";
import { startAgain } from "./killed";

const [first, second] = ["first", "second"].map((name) => ({
    name,
    domain: `"${name}.onmicrosoft.com"`,
    args: 'deletionPolicy: "delete",',
}));

/** The second customer is made when the first one is there, and removed before it. */
const program = `${imports}
    const first = ${customer(first)};
    const second = ${customer({ ...second, options: "{ dependsOn: first }" })};
    export const passwords = [first, second].map((one) => one.userCredentials.apply((c) => c?.password));
`;

const env = { PULUMI_SKIP_CHECKPOINTS: "true" };
const readBack = { method: "GET", path: "/v1/customers/" };

async function killedUpdate(
    t: Parameters<typeof partnerStack>[0],
    repeatedRequestId: "replay" | "ignore",
) {
    const made = await partnerStack(t, { program, env }, { uncertain: { repeatedRequestId } });
    const { simulator, stack } = made;
    simulator.misbehave({ on: { ...readBack, nth: 2 }, delayMs: 60_000 });
    const operation = stack.startUp();
    await operation.until(
        () => simulator.requests.filter(({ method }) => method === "GET").length > 2,
    );
    operation.killAll();
    await operation.result;
    simulator.forgetMisbehaviours();
    const { resources = [] } = await stack.state();
    assert.deepEqual(resources, [], "also the finished customer is in no state");
    return made;
}

test("a killed update that wrote no checkpoints: the next one finds all customers, with their passwords", async (t) => {
    const { simulator, stack } = await killedUpdate(t, "replay");
    (await startAgain(stack)).expectSuccess();
    const passwords = simulator.customers.map(({ password }) => password);
    assert.equal(passwords.length, 2);
    assert.deepEqual((await stack.outputs()).passwords, passwords);

    simulator.misbehave({ on: { method: "DELETE", nth: 2 }, delayMs: 60_000 });
    const removal = stack.start("destroy", "--yes", "--skip-preview", "--non-interactive");
    await removal.until(
        () => simulator.requests.filter(({ method }) => method === "DELETE").length > 1,
    );
    removal.killAll();
    await removal.result;
    simulator.forgetMisbehaviours();
    assert.ok((await stack.resource("second")).id, "a removed customer still is in the state");
    (await stack.cancel()).expectSuccess();
    (await stack.destroy()).expectSuccess();
    assert.ok(simulator.customers.every(({ deleted }) => deleted));
});

test("a killed update that wrote no checkpoints, and a service that forgot: no second tenant, but the password of the finished customer is lost", async (t) => {
    const { simulator, stack } = await killedUpdate(t, "ignore");
    const line = `existingCustomerId: "${simulator.customers[0]?.id}",`;
    (await startAgain(stack)).mustFail(new RegExp(line));
    assert.equal(simulator.customers.length, 2);
});
