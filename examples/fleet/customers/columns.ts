/** What a column may be called: the members of a `Customer`'s arguments, by their dotted paths. */
export const columns = [
    "companyProfile.domain",
    "companyProfile.organizationRegistrationNumber",
    "billingProfile.email",
    "billingProfile.culture",
    "billingProfile.language",
    "billingProfile.companyName",
    "billingProfile.firstName",
    "billingProfile.lastName",
    "billingProfile.defaultAddress.country",
    "billingProfile.defaultAddress.region",
    "billingProfile.defaultAddress.city",
    "billingProfile.defaultAddress.state",
    "billingProfile.defaultAddress.addressLine1",
    "billingProfile.defaultAddress.addressLine2",
    "billingProfile.defaultAddress.postalCode",
    "billingProfile.defaultAddress.firstName",
    "billingProfile.defaultAddress.middleName",
    "billingProfile.defaultAddress.lastName",
    "billingProfile.defaultAddress.phoneNumber",
    "associatedPartnerId",
    "enableGDAPByDefault",
    "existingCustomerId",
    "deletionPolicy",
] as const;

export type Column = (typeof columns)[number];

export function isColumn(name: string): name is Column {
    return columns.some((column) => column === name);
}

/** A cell's text as the member's value; what is neither `true` nor `false` stays, and is refused. */
export function memberValue(column: Column, text: string): string | boolean {
    const truths: Readonly<Record<string, boolean>> = { true: true, false: false };
    return column === "enableGDAPByDefault" ? (truths[text.toLowerCase()] ?? text) : text;
}
