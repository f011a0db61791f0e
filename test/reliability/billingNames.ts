/** The members of a billing profile that a program declares. Written out: the product's own list is what is tested. */
export const profileNames = [
    "email",
    "culture",
    "language",
    "companyName",
    "firstName",
    "lastName",
] as const;

/** The members of its address. */
export const addressNames = [
    "country",
    "region",
    "city",
    "state",
    "addressLine1",
    "addressLine2",
    "postalCode",
    "firstName",
    "middleName",
    "lastName",
    "phoneNumber",
] as const;
