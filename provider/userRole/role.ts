import type { DirectoryRoleResource } from "../partnercenter/directoryRoles";
import { PartnerCenterError } from "../partnercenter/errors";
import { sameName } from "../validation/sameName";
import type { UserRoleInputs } from "./shapes";

/**
 * The role that the program means, of those that the customer has.
 *
 * @throws PartnerCenterError where there is none, with those that there are.
 */
export function chosenRole(
    roles: readonly DirectoryRoleResource[],
    { customerId, roleId, roleName }: UserRoleInputs,
): DirectoryRoleResource {
    const found = roles.find((role) =>
        roleId === undefined ? sameName(role.name, roleName) : sameName(role.id, roleId),
    );
    if (found === undefined) {
        const [member, value] = roleId === undefined ? ["roleName", roleName] : ["roleId", roleId];
        const known = roles.map(({ id, name = "without a name" }) => `${name} (${id})`).join(", ");
        throw new PartnerCenterError(
            `${member}: customer ${customerId} has no directory role ${value}, but ${known || "none at all"}. The directory shows a role once it was activated.`,
        );
    }
    return found;
}
