import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, signInAsUser } from "./partner";
import { customer, imports } from "./programs";

/** A customer with a user, the user's role, and the administrator's password. */
function program({ displayName = "Grace Hopper", rotated = "1" } = {}): string {
    return `${imports}
        const contoso = ${customer({ args: 'deletionPolicy: "retain",' })};
        const grace = new partnercenter.CustomerUser("grace", {
            customerId: contoso.tenantId,
            userPrincipalName: "grace@contoso.onmicrosoft.com",
            firstName: "Grace",
            lastName: "Hopper",
            displayName: "${displayName}",
            usageLocation: "US",
            triggers: { rotated: "${rotated}" },
        });
        const alan = new partnercenter.CustomerUser("alan", {
            customerId: contoso.tenantId,
            userPrincipalName: "alan@contoso.onmicrosoft.com",
            firstName: "Alan",
            lastName: "Turing",
            displayName: "Alan Turing",
            usageLocation: "GB",
            password: process.env.ALANS_PASSWORD ?? "",
        });
        const helpdesk = new partnercenter.CustomerUserRole("helpdesk", {
            customerId: contoso.tenantId,
            userId: grace.userId,
            roleName: "Helpdesk Administrator",
        });
        const administrator = new partnercenter.CustomerAdminPassword("administrator", {
            customerId: contoso.tenantId,
            triggers: { rotated: "${rotated}" },
        });
        export const roleName = helpdesk.roleName;
        export const credentials = [grace, alan].map((user) => user.credentials);
        export const administrators = administrator.userCredentials;
    `;
}

test("users, a role and an administrator's password, from preview to destroy", async (t) => {
    const alans = "Chosen-by-hand-1";
    const { simulator, stack } = await partnerStack(t, {
        program: program(),
        typeCheck: true,
        env: { PARTNERCENTER_ONLINE_VALIDATION: "error", ALANS_PASSWORD: alans },
    });
    const users = () => simulator.customers[0]?.users ?? [];
    const passwordOf = (name: string) =>
        users().find(({ userPrincipalName }) => userPrincipalName.startsWith(name))?.password;
    const expectOutputs = async () => {
        const credentials = ["grace", "alan", "admin"].map((name) => ({
            userName: `${name}@contoso.onmicrosoft.com`,
            password: passwordOf(name),
        }));
        const administrators = credentials.pop();
        assert.deepEqual(await stack.outputs(), {
            roleName: "Helpdesk Administrator",
            credentials,
            administrators,
        });
    };

    (await stack.preview()).mustFail(
        /Customer\w+: this call needs sign-in as application and user/,
    );

    signInAsUser({ simulator, stack });
    const preview = (await stack.preview()).expectSuccess();
    assert.equal(preview.changes.create, 6);
    assert.match(preview.output, /userCredentials: the password is reset: the one in use stops/);
    assert.equal(simulator.customers.length, 0);

    (await stack.up()).expectSuccess();
    await expectOutputs();
    assert.deepEqual(users().find(({ displayName }) => displayName === "Grace Hopper")?.roles, [
        "Helpdesk Administrator",
    ]);
    assert.equal(passwordOf("alan"), alans);
    assert.notEqual(passwordOf("admin"), simulator.customers[0]?.password);

    simulator.forgetRequests();
    assert.equal((await stack.up()).expectSuccess().changes.same, 6);
    assert.deepEqual(apiCalls(simulator), [], "without a change, nothing is asked");
    assert.equal((await stack.refresh()).expectSuccess().changes.update, 0);

    await stack.rewriteProgram(program({ displayName: "Admiral Hopper", rotated: "2" }));
    const rotated = (await stack.up()).expectSuccess();
    assert.equal(rotated.changes.update, 2);
    assert.match(rotated.output, /triggers: the password of the user is reset/);
    await expectOutputs();
    assert.ok(users().some(({ displayName }) => displayName === "Admiral Hopper"));

    const destroyed = (await stack.destroy()).expectSuccess();
    assert.match(destroyed.output, /grace@.* is deleted, and can be restored until \d{4}-/);
    assert.match(destroyed.output, /password of admin@.* stays as it is, and is forgotten here/);
    assert.deepEqual(
        users().map(({ state }) => state),
        ["active", "inactive", "inactive"],
    );
    await stack.expectNoClearText(users().flatMap(({ passwords }) => passwords));
});
