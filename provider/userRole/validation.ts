import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { whyMissing } from "../partnercenter/operations";
import { guid, required, shapeProblems } from "../validation/shape";
import type { UserRoleInputs } from "./shapes";

const userRole = v.strictObject({
    customerId: guid,
    userId: guid,
    roleId: v.optional(guid),
    roleName: v.optional(required),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: UserRoleInputs, context: CheckContext): string[] {
    const missing = whyMissing(context.cloud, "addRoleMember");
    const given = [inputs.roleId, inputs.roleName].filter((role) => role !== undefined);
    return [
        ...(missing === undefined ? [] : [`CustomerUserRole: ${missing}`]),
        ...shapeProblems("CustomerUserRole", userRole, inputs, context),
        ...(given.length === 1 ? [] : ["roleName: give either roleName or roleId."]),
    ];
}
