import type { TestContext } from "node:test";
import type { UserInputs } from "../../../provider/user/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { simulatedPartner } from "../simulatedPartner";

export const userName = "grace@contoso.onmicrosoft.com";

export function someUser(overrides: Partial<UserInputs> = {}): UserInputs {
    return {
        customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
        userPrincipalName: userName,
        firstName: "Grace",
        lastName: "Hopper",
        displayName: "Grace Hopper",
        usageLocation: "US",
        forceChangePassword: true,
        requestKey: "GZ6ZbZ8D2v0Kq1n3x4y5zA",
        ...overrides,
    };
}

/** A partner with a customer, and what a program says of a user of that customer. */
export async function userWorld(
    t: TestContext,
    options: SimulatorOptions = {},
    kind?: "app" | "appAndUser",
) {
    const partner = await simulatedPartner(t, options, kind);
    return {
        partner,
        inputs: someUser({ customerId: partner.customerId }),
        /** The user as Partner Center holds it, deleted or not. */
        held: (userId?: string) =>
            partner.simulator.customers[0]?.users.find(({ id, userPrincipalName }) =>
                userId === undefined ? userPrincipalName === userName : id === userId,
            ),
    };
}
