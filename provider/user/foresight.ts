import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { isGone } from "../partnercenter/errors";
import type { UserResource } from "../partnercenter/users";
import { sameName } from "../validation/sameName";
import { restorableUntil } from "./deleted";
import { differences, isDeleted } from "./members";
import { withName } from "./nameTaken";
import type { UserInputs } from "./shapes";
import { findUser, otherUser } from "./takeOver";

/** What the service would refuse of a new user, or what taking one over will do. */
export async function foreseeUser(
    inputs: UserInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const obstacle = context.client().obstacleTo("createUser");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerUser: ${obstacle}`] });
    }
    if (!context.isComplete) {
        return foresightOf();
    }
    return foresightOf(
        ...(inputs.existingUserId === undefined
            ? await Promise.all([foreseeDomain(inputs, context), foreseeName(inputs, context)])
            : [await foreseeTakeOver(inputs.existingUserId, inputs, context)]),
    );
}

/** Whether the name's domain is the customer's; a domain list is only shown with delegated access. */
async function foreseeDomain(
    { customerId, userPrincipalName }: UserInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const domains = await inquiry.ask("which domains a customer has", customerId, (client) =>
        client.getCustomer(customerId).then(
            ({ customDomains }) => customDomains,
            (error) => {
                if (isGone(error)) {
                    return "unknown" as const;
                }
                throw error;
            },
        ),
    );
    if (domains === "unknown") {
        return unknownCustomer(customerId);
    }
    const domain = domainOf(userPrincipalName);
    return domains === undefined || domains.some((known) => sameName(known, domain))
        ? {}
        : {
              problems: [
                  `userPrincipalName: ${domain} is no domain of customer ${customerId}, who has ${domains.join(", ")}.`,
              ],
          };
}

/** Whether somebody has the name, or had it a short while ago. */
async function foreseeName(
    { customerId, userPrincipalName }: UserInputs,
    { inquiry }: ForesightContext,
): Promise<Partial<Foresight>> {
    const users = await inquiry.ask("which users a customer has", customerId, (client) =>
        client.users.list(customerId).catch(asNone),
    );
    const namesake = withName(users ?? [], userPrincipalName);
    if (namesake !== undefined) {
        return {
            warnings: [
                `userPrincipalName: ${userPrincipalName} is user ${namesake.id} of this customer already. If an earlier run of this very program was cut short, this one may bring the user back; else take the user over with existingUserId: "${namesake.id}".`,
            ],
        };
    }
    const federated = users?.some(
        (user) =>
            sameName(user.userDomainType, "federated") &&
            sameName(domainOf(user.userPrincipalName ?? ""), domainOf(userPrincipalName)),
    );
    if (federated) {
        return {
            problems: [
                `userPrincipalName: ${domainOf(userPrincipalName)} is a federated domain; its users are made in the directory that it is federated with.`,
            ],
        };
    }
    const deleted = await inquiry.ask("which users a customer had", customerId, (client) =>
        client.users.listDeleted(customerId).catch(asNone),
    );
    const former = withName(deleted ?? [], userPrincipalName);
    return former === undefined
        ? {}
        : {
              warnings: [
                  `userPrincipalName: user ${former.id} had this name, was deleted, and can be restored until ${restorableUntil(former.softDeletionTime)} with existingUserId: "${former.id}". Without that line a new user is made, if the service lets it.`,
              ],
          };
}

/** Reads the user who is to be taken over, and writes nothing. */
async function foreseeTakeOver(
    userId: string,
    inputs: UserInputs,
    { client }: ForesightContext,
): Promise<Partial<Foresight>> {
    const found = await findUser(inputs.customerId, userId, client());
    const obstacle = otherUser(userId, inputs, found);
    if (found === undefined || obstacle !== undefined) {
        return { problems: obstacle === undefined ? [] : [obstacle] };
    }
    const written = differences(inputs, found);
    const writes = written.length === 0 ? "nothing" : written.join(", ");
    const verb = isDeleted(found) ? "is restored" : "is taken over";
    return {
        notes: [
            `User ${userId} ${verb} as ${inputs.userPrincipalName}; of what Partner Center holds, ${writes} will be overwritten.`,
        ],
    };
}

/** One who was made a moment ago may not be shown yet. */
function unknownCustomer(customerId: string): Partial<Foresight> {
    return {
        warnings: [
            `customerId: Partner Center does not show the customer ${customerId} to this partner. Check the id, tenantId and cloud.`,
        ],
    };
}

function asNone(error: unknown): UserResource[] {
    if (isGone(error)) {
        return [];
    }
    throw error;
}

function domainOf(userPrincipalName: string): string {
    return userPrincipalName.split("@")[1] ?? "";
}
