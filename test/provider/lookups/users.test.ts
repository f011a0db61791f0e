import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as partnercenter from "../../../provider/index";
import { asked, partnerWith } from "./world";

describe("the users of a customer", () => {
    it("are listed page by page, without links and passwords", async (t) => {
        const { options, ids, simulator } = await partnerWith(t, ["contoso"], {
            uncertain: { maximumPageSize: 2 },
        });
        const customerId = ids.contoso ?? "";
        for (const name of ["ada", "alan", "grace"]) {
            const userPrincipalName = `${name}@contoso.onmicrosoft.com`;
            simulator.portal.addUser(customerId, { userPrincipalName });
        }
        const users = await partnercenter.getCustomerUsers({ customerId }, options);
        assert.deepEqual(
            users.map(({ userPrincipalName }) => userPrincipalName?.split("@")[0]),
            ["admin", "ada", "alan", "grace"],
        );
        assert.doesNotMatch(JSON.stringify(users), /"(links|attributes)"|password/);
        assert.equal(asked(simulator).length, 2);
    });

    it("who can be restored are a list of their own", async (t) => {
        const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
        const customerId = ids.contoso ?? "";
        const userPrincipalName = "ada@contoso.onmicrosoft.com";
        const userId = simulator.portal.addUser(customerId, { userPrincipalName });
        simulator.portal.deleteUser(customerId, userId);
        const question = { customerId, deleted: true };
        const [deleted, ...others] = await partnercenter.getCustomerUsers(question, options);
        assert.deepEqual(others, []);
        assert.equal(deleted?.id, userId);
        assert.equal(deleted?.state, "inactive");
        assert.ok(deleted?.softDeletionTime);
    });

    it("have directory roles, of which a customer has more", async (t) => {
        const { options, ids, simulator } = await partnerWith(t, ["contoso"]);
        const customerId = ids.contoso ?? "";
        const userId = simulator.customers[0]?.users[0]?.id ?? "";
        const all = await partnercenter.getCustomerDirectoryRoles({ customerId }, options);
        const own = await partnercenter.getCustomerDirectoryRoles({ customerId, userId }, options);
        assert.deepEqual(
            own.map(({ name }) => name),
            ["Company Administrator"],
        );
        assert.ok(all.length > own.length);
        assert.ok(all.some(({ id }) => id === own[0]?.id));
    });

    it("are not asked for with what is no id", async (t) => {
        const { options, simulator } = await partnerWith(t, []);
        const customerId = "contoso";
        await assert.rejects(partnercenter.getCustomerUsers({ customerId }, options), {
            message: /^Nothing was looked up: customerId/,
        });
        await assert.rejects(
            partnercenter.getCustomerDirectoryRoles({ customerId, userId: "ada" }, options),
            { message: /customerId .*userId/ },
        );
        assert.deepEqual(simulator.requests, []);
    });
});
