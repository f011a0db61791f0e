import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { approvalLifecycle } from "../../../provider/accountApproval/lifecycle";
import { AccountApproval, Customer } from "../../../provider/index";
import { Inquiry } from "../../../provider/lifecycle/inquiry";
import { settled } from "../../../provider/program/outputs";
import { context, customerId, fakeClient, someInputs, unknown } from "../fixtures";

const { deletionPolicy: _, requestKey: __, ...args } = someInputs();

let registered: pulumi.runtime.MockResourceArgs[];
let approve: () => void;

/** An engine in which approvals take until `approve` is called. */
beforeEach(() => {
    registered = [];
    const approved = new Promise<void>((resolve) => {
        approve = resolve;
    });
    void pulumi.runtime.setMocks({
        newResource: async (resource) => {
            registered.push(resource);
            if (resource.type.endsWith(":AccountApproval")) {
                await approved;
            }
            return { id: customerId, state: { ...resource.inputs, tenantId: customerId } };
        },
        call: () => ({}),
    });
});

describe("waitForAccountApproval", () => {
    it("is off by default: nothing is waited for, and no resource declared", async () => {
        for (const waitForAccountApproval of [undefined, false]) {
            const customer = new Customer("contoso", { ...args, waitForAccountApproval });
            assert.deepEqual(await settled(customer.tenantId), { value: customerId });
        }
        assert.equal(registered.length, 2);
        assert.ok(registered.every(({ inputs }) => !("waitForAccountApproval" in inputs)));
    });

    it("holds back what uses the tenant id, and not the customer itself", async () => {
        const customer = new Customer("contoso", { ...args, waitForAccountApproval: true });
        let known = false;
        customer.tenantId.apply(() => {
            known = true;
        });
        await settled(customer.id);
        assert.deepEqual(await settled(customer.companyProfile.domain), {
            value: args.companyProfile.domain,
        });
        assert.equal(known, false);
        approve();
        assert.deepEqual(await settled(customer.tenantId), { value: customerId });
        const [, approval] = registered;
        assert.equal(approval?.name, "contoso");
        assert.equal(approval?.inputs.customerId, customerId);
        assert.equal(approval?.inputs.timeoutMinutes, undefined);
    });

    it("says how long to wait", async () => {
        approve();
        const waitForAccountApproval = { timeoutMinutes: 240 };
        const customer = new Customer("contoso", { ...args, waitForAccountApproval });
        await settled(customer.tenantId);
        assert.equal(registered[1]?.inputs.timeoutMinutes, 240);
    });
});

describe("an account approval", () => {
    it("is told by its type", () => {
        approve();
        assert.ok(AccountApproval.isInstance(new AccountApproval("contoso", { customerId })));
        assert.ok(!AccountApproval.isInstance(undefined));
    });

    it("waits an hour, if nothing else is said", () => {
        const inputs = { customerId } as { customerId: string; timeoutMinutes: number };
        const checked = approvalLifecycle.check(undefined, inputs, context);
        assert.deepEqual(checked.inputs, { customerId, timeoutMinutes: 60 });
        assert.deepEqual(checked.problems, []);
    });

    it("is refused at preview where the sign-in may not ask for it", async () => {
        const inputs = { customerId: unknown, timeoutMinutes: 60 };
        for (const [obstacle, problems] of [
            [undefined, []],
            ["needs sign-in as a user.", ["waitForAccountApproval: needs sign-in as a user."]],
        ] as const) {
            const { client } = fakeClient();
            const foreseen = await approvalLifecycle.foresee(inputs, {
                ...context,
                isComplete: false,
                inquiry: new Inquiry(() => client),
                client: () => Object.assign(client, { obstacleTo: () => obstacle }),
            });
            assert.deepEqual(foreseen, { problems, warnings: [], notes: [] });
        }
    });

    it("takes a customer's id and a sensible time, also where they are not known yet", () => {
        for (const [inputs, problems] of [
            [
                { customerId: "contoso", timeoutMinutes: 0 },
                [/customerId: must be a GUID/, /above 0/],
            ],
            [{ customerId, timeoutMinutes: 10_081 }, [/timeoutMinutes: .* at most 10080\./]],
            [{ customerId: unknown, timeoutMinutes: 10_080 }, []],
        ] as const) {
            const found = approvalLifecycle.check(undefined, inputs, context).problems;
            assert.equal(found.length, problems.length, found.join(" "));
            for (const [index, problem] of problems.entries()) {
                assert.match(found[index] ?? "", problem);
            }
        }
    });
});
