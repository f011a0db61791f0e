import { customerId, otherCustomerId, resellerId } from "../fixtures";

/** What every plan says. */
export const declared = { customerId, currentSubscriptionId: otherCustomerId };

/** What is wrong in every plan. */
export function faults(): [object, RegExp][] {
    return [
        [{ customerId: "contoso" }, /^customerId: must be a GUID/],
        [{ currentSubscriptionId: undefined }, /^currentSubscriptionId: is required/],
        [{ quantity: 1.5 }, /^quantity: must be a whole number/],
        [{ termDuration: "P2Y" }, /^termDuration: /],
        [{ billingCycle: "oneTime" }, /^billingCycle: /],
        [
            { termDuration: "P1M", billingCycle: "annual" },
            /^billingCycle: a term of P1M cannot be billed annual/,
        ],
        [{ customTermEndDate: "2027-02-31" }, /^customTermEndDate: must be a day/],
        [{ term: "P1Y" }, /^term: .*no such argument/],
        [
            { addOnMigrations: [{ quantity: 1 }] },
            /^addOnMigrations\.0\.currentSubscriptionId: is required/,
        ],
        [
            {
                addOnMigrations: [
                    {
                        currentSubscriptionId: resellerId,
                        termDuration: "P1Y",
                        billingCycle: "triennial",
                    },
                ],
            },
            /^addOnMigrations\.0\.billingCycle: a term of P1Y cannot be billed triennial/,
        ],
        [
            { addOnMigrations: [{ currentSubscriptionId: otherCustomerId.toUpperCase() }] },
            /^addOnMigrations\.0\.currentSubscriptionId: is there twice/,
        ],
    ];
}
