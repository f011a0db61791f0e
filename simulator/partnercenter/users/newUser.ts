import { randomUUID } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type { UserRecord } from "../../records/users";
import type { Service } from "../../service";
import { type Bound, bind } from "../http/bind";
import { failureOf } from "../http/errors";
import { invalid, missing, type Problem, refuse } from "../http/problem";
import { usersOf } from "./access";

/** `CustomerUser` of the service's contract, as far as a request may carry it. */
export const userShape = {
    userPrincipalName: "text",
    firstName: "text",
    lastName: "text",
    displayName: "text",
    usageLocation: "text",
    immutableId: "text",
    state: "text",
    passwordProfile: { password: "text", forceChangePassword: "boolean" },
} as const;

export type UserRequest = Bound<typeof userShape>;

/**
 * Makes the user that a request asks for (docs: create-user-accounts-for-a-customer), or refuses it.
 *
 * @throws ServiceFailure which holds every property at fault.
 */
export function newUser(service: Service, customer: CustomerRecord, body: unknown): UserRecord {
    const { state: _, passwordProfile = {}, ...members } = bind(userShape, body);
    const { userPrincipalName = "", displayName = "" } = members;
    refuse([
        ...nameProblems(customer, userPrincipalName),
        ...(displayName === "" ? [missing("display_name")] : []),
        ...memberProblems(members),
        ...passwordProblems(passwordProfile.password ?? "", userPrincipalName),
    ]);
    requireFreeName(service, customer, userPrincipalName);
    return {
        ...members,
        id: randomUUID(),
        userPrincipalName,
        displayName,
        passwords: [passwordProfile.password ?? ""],
        forceChangePassword: passwordProfile.forceChangePassword ?? true,
        state: "active",
        roles: [],
    };
}

/** @throws ServiceFailure where another user has the name, in any casing. */
export function requireFreeName(
    service: Service,
    customer: CustomerRecord,
    userPrincipalName: string,
    own?: string,
): void {
    const { deletedUserName, userNameTaken } = service.settings.uncertain;
    const other = usersOf(customer, service).find(
        (user) =>
            user.id !== own &&
            user.userPrincipalName.toLowerCase() === userPrincipalName.toLowerCase() &&
            (user.state === "active" || deletedUserName === "taken"),
    );
    if (other === undefined) return;
    throw failureOf(
        userNameTaken,
        "Another object with the same value for property userPrincipalName already exists.",
        ["user_principal_name:  Conflict"],
    );
}

export function nameProblems(customer: CustomerRecord, name: string): Problem[] {
    const property = "user_principal_name";
    const [local = "", domain = "", ...rest] = name.toLowerCase().split("@");
    if (name === "") return [missing(property)];
    if (!/^[a-z0-9._'!#^~-]{1,64}$/.test(local) || domain === "" || rest.length > 0) {
        return [invalid(property, "a name and a domain of the customer are expected")];
    }
    if (!customer.customDomains.some((one) => one.toLowerCase() === domain)) {
        return [invalid(property, `${domain} is no verified domain of the customer`)];
    }
    return customer.federatedDomains.includes(domain)
        ? [invalid(property, `${domain} is a federated domain`)]
        : [];
}

export function memberProblems({ usageLocation = "US" }: UserRequest): Problem[] {
    return /^[a-z]{2}$/i.test(usageLocation)
        ? []
        : [invalid("usage_location", "a country's two letters are expected")];
}

// Microsoft Entra's policy: 8 to 256 characters of three kinds out of four.
export function passwordProblems(password: string, userPrincipalName: string): Problem[] {
    const property = "password_profile.password";
    if (password === "") return [missing(property)];
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password));
    const [name = ""] = userPrincipalName.toLowerCase().split("@");
    const isStrong =
        password.length >= 8 &&
        password.length <= 256 &&
        kinds.length >= 3 &&
        (name.length < 4 || !password.toLowerCase().includes(name));
    return isStrong ? [] : [invalid(property, "the password does not meet the complexity rules")];
}
