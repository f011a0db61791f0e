import "../fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { addressNames, profileNames } from "../billingNames";
import type { Wishes } from "../engine/programs";
import { expectAgreement } from "../invariants";
import { programOf, up } from "../world";
import { withCustomer } from "./world";

/** A customer of whom each member is declared. */
const complete: Wishes = {
    billing: { firstName: "Grace", lastName: "Hopper" },
    address: { addressLine2: "Building 92", middleName: "King", phoneNumber: "4255550101" },
};

/** The same with nothing that may be left out. */
const bare: Wishes = {};

const profileChanges: Record<(typeof profileNames)[number], string> = {
    email: "other@contoso.com",
    culture: "es-US",
    language: "es",
    companyName: "Contoso International",
    firstName: "Margaret",
    lastName: "Hamilton",
};
const addressChanges: Record<Exclude<(typeof addressNames)[number], "region">, string> = {
    country: "CA",
    city: "Bellevue",
    state: "CA",
    addressLine1: "Elsewhere 1",
    addressLine2: "Building 1",
    postalCode: "98004",
    firstName: "Margaret",
    middleName: "Heafield",
    lastName: "Hamilton",
    phoneNumber: "4255550199",
};
const optional = new Set(["addressLine2", "middleName", "phoneNumber", "firstName", "lastName"]);

async function isShownAndPutRight(wishes: Wishes, change: object): Promise<void> {
    await withCustomer(wishes, {}, async (world, id) => {
        world.simulator.portal.changeBillingProfile(id, change);
        assert.ok((await world.stack.refresh()).ok);
        assert.equal(await world.stack.changes(programOf(world)), true, "refresh shows it");
        const { ok, did } = await up(world);
        assert.deepEqual({ ok, did }, { ok: true, did: { contoso: "update" } });
        await expectAgreement(world);
    });
}

for (const [member, value] of Object.entries(profileChanges)) {
    test(`${member} changed in the portal is shown, and put right`, () =>
        isShownAndPutRight(complete, { [member]: value }));
}

for (const [member, value] of Object.entries(addressChanges)) {
    test(`the address' ${member} changed in the portal is shown, and put right`, () =>
        isShownAndPutRight(complete, { defaultAddress: { [member]: value } }));
    if (optional.has(member) && !member.endsWith("Name")) {
        test(`the address' ${member} emptied in the portal is shown, and filled again`, () =>
            isShownAndPutRight(complete, { defaultAddress: { [member]: "" } }));
        test(`the address' ${member} filled in the portal is shown, and emptied again`, () =>
            isShownAndPutRight(bare, { defaultAddress: { [member]: value } }));
    }
}

test("a billing contact emptied in the portal is shown, and filled again", () =>
    isShownAndPutRight(complete, { firstName: "", lastName: "" }));

test("a billing contact filled in the portal is shown, and becomes the address' contact again", () =>
    isShownAndPutRight(bare, { firstName: "Margaret", lastName: "Hamilton" }));

test("the address' middle name emptied in the portal is shown, and filled again", () =>
    isShownAndPutRight(complete, { defaultAddress: { middleName: "" } }));

test("the address' middle name filled in the portal is shown, and emptied again", () =>
    isShownAndPutRight(bare, { defaultAddress: { middleName: "Heafield" } }));

test("a region filled in the portal is shown, and left out again", () =>
    isShownAndPutRight(bare, { defaultAddress: { region: "NA" } }));
