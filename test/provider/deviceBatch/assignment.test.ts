import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deviceBatchLifecycle as lifecycle } from "../../../provider/deviceBatch/lifecycle";
import type { BatchState } from "../../../provider/deviceBatch/shapes";
import type { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import { failureOf, customerId as otherId } from "../fixtures";
import { batchWorld, desktop, notebook, tablet } from "./world";

describe("the policies of a batch", () => {
    it("are taken away where it has assigned them, and no others", async (t) => {
        const { partner, inputs, held, desk, lab } = await batchWorld(t);
        const declared = { ...inputs, policyId: desk, devices: [notebook, tablet] };
        const { id, state } = await lifecycle.create(declared, partner.client(), partner.tell);
        partner.simulator.portal.assignPolicy(partner.customerId, held()[1]?.id ?? "", lab);
        const news = { ...inputs, devices: [notebook, tablet] };
        assert.equal(lifecycle.diff(id, state, news).changes, true);
        const updated = await lifecycle.update(id, state, news, partner.client(), partner.tell);
        assert.deepEqual(
            held().map(({ policyId }) => policyId),
            [undefined, lab],
        );
        assert.equal(lifecycle.diff(id, updated, news).changes, false);
        assert.deepEqual(await lifecycle.read(id, updated, partner.client()), updated);
    });

    it("that were not assigned are named, and why", async (t) => {
        const { partner, inputs, desk } = await batchWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        const news = { ...inputs, devices: [{ ...notebook, policyId: otherId }, tablet, desktop] };
        const error = await failureOf(() =>
            lifecycle.update(id, state, news, partner.client(), partner.tell),
        );
        assert.match(
            error.message,
            /product key .*: did not get policy dfd8cc0a.*: The policy was not found\. \(404\)\./,
        );
        const kept = (error as IncompleteResource<BatchState>).state;
        assert.equal(kept.devices.length, 3);
        assert.equal(lifecycle.diff(id, kept, news).changes, true);
        const right = { ...inputs, policyId: desk };
        const body = { status: "finished_with_errors" };
        partner.simulator.misbehave({ on: { path: "batchJobStatus" }, status: 200, body });
        const vague = await failureOf(() =>
            lifecycle.update(id, kept, right, partner.client(), partner.tell),
        );
        assert.match(
            vague.message,
            /did not get policy .*: the service gives no reason \(no code\)/,
        );
    });

    it("are as the service shows them, where it knows the work no more", async (t) => {
        const { partner, inputs, held, desk } = await batchWorld(t);
        const { id, state } = await lifecycle.create(inputs, partner.client(), partner.tell);
        const forgotten = { on: { path: "batchJobStatus" }, status: 404, times: 1 };
        const updateTo = async (news: typeof inputs, from: BatchState) => {
            partner.simulator.misbehave(forgotten);
            return await lifecycle.update(id, from, news, partner.client(), partner.tell);
        };
        const assigned = { ...inputs, policyId: desk };
        const updated = await updateTo(assigned, state);
        assert.ok(held().every(({ policyId }) => policyId === desk));
        assert.equal(lifecycle.diff(id, updated, assigned).changes, false);

        const wrong = { ...inputs, policyId: otherId, devices: [notebook, tablet, desktop] };
        const error = await failureOf(() => updateTo(wrong, updated));
        assert.match(
            error.message,
            /product key .*: did not get policy dfd8cc0a.*: the service does not show it yet\./,
        );
        const kept = (error as IncompleteResource<BatchState>).state;
        assert.deepEqual(kept, updated);

        const taken = await updateTo(inputs, kept);
        assert.ok(held().every(({ policyId }) => policyId === undefined));
        assert.equal(lifecycle.diff(id, taken, inputs).changes, false);
    });
});
