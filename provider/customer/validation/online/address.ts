import type { Inquiry } from "../../../lifecycle/inquiry";
import type { AddressStatus, AddressValidation } from "../../../partnercenter/addressValidation";
import type { AddressResource } from "../../../partnercenter/types";
import { isBlank, type Members } from "../members";
import { addressMembers } from "./askedAbout";
import { type Findings, nothing } from "./findings";

const path = "billingProfile.defaultAddress";

/** What each status means for a customer who is to be created; nothing where all is well. */
const meanings: Readonly<Record<AddressStatus, string>> = {
    VerifiedShippable: "",
    Verified: "",
    InteractionRequired: "Partner Center knows it under quite another form. Confirm it",
    StreetPartial: "Partner Center knows the place, and not the street",
    PremisesPartial: "Partner Center knows the street, and not the house",
    Multiple: "Partner Center knows several addresses like it",
    None: "Partner Center does not know it. With an address that does not exist, a customer of the sandbox cannot be deleted any more",
    NotValidated: "Partner Center could not check whether it exists",
};

/**
 * Whether the address exists. The creation does not depend on it, and the service does not know every
 * address: whatever it says is a warning, and what it suggests is shown and never written.
 */
export async function addressFindings(members: Members, inquiry: Inquiry): Promise<Findings> {
    const values = addressMembers.map((name) => [name, members(`${path}.${name}`)] as const);
    const isKnown = values.every(([, value]) => value !== undefined);
    const address: Partial<Record<(typeof addressMembers)[number], string>> = Object.fromEntries(
        values.filter(([, value]) => value !== ""),
    );
    if (!isKnown || isBlank(address.addressLine1 ?? "") === true) {
        return nothing;
    }
    const answer = await inquiry.ask(
        "whether an address exists",
        JSON.stringify(values),
        (client) => client.validateAddress(address),
    );
    const warning = answer === undefined ? undefined : inWords(answer, address);
    return { problems: [], warnings: warning === undefined ? [] : [warning] };
}

function inWords(
    { status, suggestedAddresses, validationMessage }: AddressValidation,
    address: AddressResource,
): string | undefined {
    const meaning = Object.hasOwn(meanings, status)
        ? meanings[status as AddressStatus]
        : `Partner Center says ${status} of it`;
    if (meaning === "") {
        return undefined;
    }
    const said = validationMessage?.trim().replace(/\.$/, "");
    const suggestions = suggestedAddresses
        .map((suggestion) => differenceInWords(suggestion, address))
        .filter((words) => words !== "");
    return [
        `${path}: ${meaning}.`,
        ...(said ? [`The service says: ${said}.`] : []),
        ...(suggestions.length === 0 ? [] : [`It suggests ${suggestions.join("; or ")}.`]),
    ].join(" ");
}

function differenceInWords(suggestion: AddressResource, address: AddressResource): string {
    return addressMembers
        .filter((name) => suggestion[name] && suggestion[name] !== address[name])
        .map((name) => `${name} "${suggestion[name]}"`)
        .join(", ");
}
