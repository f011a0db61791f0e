import type { CustomerRecord } from "../../records/customers";
import type { UserRecord } from "../../records/users";
import type { Service } from "../../service";
import { invalidInput } from "../http/errors";
import { refuse } from "../http/problem";
import { memberProblems, nameProblems, requireFreeName, type UserRequest } from "./newUser";

/**
 * A user with the members that an update gives (docs: update-user-accounts-for-a-customer).
 *
 * @throws ServiceFailure which holds every property at fault.
 */
export function changedUser(
    service: Service,
    customer: CustomerRecord,
    user: UserRecord,
    { state: _, passwordProfile: __, immutableId: ___, ...change }: UserRequest,
): UserRecord {
    const userPrincipalName = allowedName(service, user, change.userPrincipalName);
    const isRenamed = userPrincipalName !== user.userPrincipalName;
    refuse([
        ...(isRenamed ? nameProblems(customer, userPrincipalName) : []),
        ...memberProblems(change),
    ]);
    if (isRenamed) requireFreeName(service, customer, userPrincipalName, user.id);
    return { ...user, ...change, userPrincipalName };
}

/** Whether a user can be renamed is shown by a sample, and said by no prose. */
function allowedName(
    { settings: { uncertain } }: Service,
    { userPrincipalName: held }: UserRecord,
    given = held,
): string {
    if (given === held || uncertain.changedUserName === "accepted") return given;
    if (uncertain.changedUserName === "ignored") return held;
    throw invalidInput("user_principal_name", "it cannot be changed");
}
