import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Uncertain } from "../../../simulator/uncertain";
import type { Wishes } from "../engine/programs";
import type { World } from "../world";
import { isUnchangedByRefresh, withCustomer } from "./world";

/** What the service writes otherwise than the program, drops or hides; none of it is a change. */
const table: Record<
    string,
    { wishes?: Wishes; uncertain?: Partial<Uncertain>; change?: (world: World, id: string) => void }
> = {
    "the case of the culture": { wishes: { billing: { culture: "EN-us" } } },
    "the case of the language": { wishes: { billing: { language: "EN" } } },
    "the case of the country": { wishes: { address: { country: "us" } } },
    "an empty second address line": { wishes: { address: { addressLine2: "" } } },
    "an empty phone number": { wishes: { address: { phoneNumber: "" } } },
    "an empty middle name": { wishes: { address: { middleName: "" } } },
    "empty members that the service drops": {
        wishes: { address: { addressLine2: "", phoneNumber: "" } },
        uncertain: { emptyMembers: "dropped" },
    },
    "a billing contact that is the address' contact": {
        wishes: { billing: { firstName: "Ada", lastName: "Lovelace" } },
    },
    "a customer without its billing profile": { uncertain: { billingProfileInCustomer: "absent" } },
    "the choice about GDAP, where it is not told": {
        wishes: { enableGDAPByDefault: false },
        uncertain: { gdapFlagInCustomer: "absent" },
    },
    "the relationship that a creation answers": { uncertain: { relationshipAfterCreate: "none" } },
    "members that are hidden without delegated access": {
        change: ({ simulator }, id) => simulator.portal.hideDelegatedAccess(id),
    },
    "another default domain": {
        change: ({ simulator }, id) =>
            simulator.portal.addCustomDomain(id, "contoso.example", true),
    },
    "another default domain, hidden": {
        change: ({ simulator }, id) => {
            simulator.portal.addCustomDomain(id, "contoso.example", true);
            simulator.portal.hideDelegatedAccess(id);
        },
    },
    "a further domain": {
        change: ({ simulator }, id) => simulator.portal.addCustomDomain(id, "contoso.example"),
    },
    "the company profile, which no program declares": {
        change: ({ simulator }, id) =>
            simulator.portal.changeCompany(id, {
                companyName: "Other",
                email: "other@contoso.com",
            }),
    },
    "a new etag": { change: ({ simulator }, id) => simulator.portal.changeBillingProfile(id, {}) },
    "a subscription": {
        change: ({ simulator }, id) =>
            void simulator.portal.addSubscription(id, { offerName: "Microsoft 365" }),
    },
};

for (const [what, { wishes = {}, uncertain = {}, change }] of Object.entries(table)) {
    test(`${what} is no difference`, async () => {
        await withCustomer(wishes, { uncertain }, async (world, id) => {
            change?.(world, id);
            assert.ok(await isUnchangedByRefresh(world));
            const { domain } = (world.stack.resources.get("contoso")?.outputs.companyProfile ??
                {}) as { domain?: string };
            assert.equal(domain, "contoso.onmicrosoft.com");
        });
    });
}
