import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customer, imports } from "./programs";

const code = "community-cloud-c0de";

const program = `${imports}
    const contoso = ${customer({ args: 'deletionPolicy: "retain",' })};
    const agreement = new partnercenter.CustomerAgreement("agreement", {
        customerId: contoso.tenantId,
        primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
    });
    const qualification = new partnercenter.CustomerQualification("government", {
        customerId: contoso.tenantId,
        qualification: "GovernmentCommunityCloud",
        validationCode: process.env.VALIDATION_CODE ?? "",
        deletionPolicy: "retain",
    });
    export const accepted = agreement.dateAgreed;
    export const vetting = qualification.vettingStatus;
`;

test("an agreement and a qualification live with their customer, and outlive the stack", async (t) => {
    const { simulator, stack } = await partnerStack(
        t,
        {
            program,
            typeCheck: true,
            env: { PARTNERCENTER_ONLINE_VALIDATION: "error", VALIDATION_CODE: code },
        },
        { validationCodes: [code] },
    );

    // The engine ends a preview with the first fault, whichever of the two it finds first.
    (await stack.preview()).mustFail(
        /Customer(Agreement|Qualification): this call needs sign-in as application and user/,
    );
    assert.equal(simulator.customers.length, 0);

    signInAsUser({ simulator, stack });
    const preview = (await stack.preview()).expectSuccess();
    assert.equal(preview.changes.create, 4);
    assert.match(preview.output, /the Microsoft Customer Agreement https:.*\(template 5be14f3e/);
    assert.match(preview.output, /no call takes GovernmentCommunityCloud back/);

    (await stack.up()).expectSuccess();
    const id = simulator.customers[0]?.id ?? "";
    const today = new Date().toISOString().slice(0, 10);
    assert.deepEqual(await stack.outputs(), { accepted: today, vetting: "Approved" });
    const { agreements, qualifications } = simulator.customers[0] ?? {};
    assert.deepEqual([agreements?.length, qualifications?.length], [1, 1]);

    simulator.forgetRequests();
    assert.equal((await stack.up()).expectSuccess().changes.same, 4);
    assert.deepEqual(simulator.requests, [], "without a change, nothing is asked");

    assert.equal((await stack.refresh()).expectSuccess().changes.update, 0);
    assert.deepEqual(apiCalls(simulator).sort(), [
        `GET /v1/customers/${id}`,
        `GET /v1/customers/${id}/agreements`,
        `GET /v1/customers/${id}/qualifications`,
    ]);

    const destroyed = (await stack.destroy()).expectSuccess();
    assert.match(destroyed.output, /agreement of customer .* stays confirmed in Partner Center/);
    assert.match(destroyed.output, /GovernmentCommunityCloud of customer .* stays/);
    assert.equal(simulator.customers[0]?.agreements.length, 1);
    await stack.expectNoClearText([code]);
});
