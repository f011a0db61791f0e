import type { BillingProfileResource, CustomerResource, NewCustomer } from "../partnercenter/types";
import type { Address, BillingProfile, CustomerState, DeclaredCustomer } from "./shapes";

/** The members of an address that the provider manages, in the order of the documentation. */
export const addressMembers = [
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
] as const satisfies readonly (keyof Address)[];

/** The members of a billing profile that the provider manages, beside the address. */
export const billingMembers = [
    "email",
    "culture",
    "language",
    "companyName",
    "firstName",
    "lastName",
] as const satisfies readonly (keyof BillingProfile)[];

/** The body of the request that creates the customer. The request id is made of it: its form is fixed. */
export function toNewCustomer(inputs: DeclaredCustomer): NewCustomer {
    const { domain, organizationRegistrationNumber } = inputs.companyProfile;
    return {
        companyProfile: {
            domain,
            ...(organizationRegistrationNumber && { organizationRegistrationNumber }),
        },
        billingProfile: desiredBillingProfile(inputs.billingProfile),
        ...(inputs.associatedPartnerId && { associatedPartnerId: inputs.associatedPartnerId }),
        ...(inputs.enableGDAPByDefault !== undefined && {
            enableGDAPByDefault: inputs.enableGDAPByDefault,
        }),
    };
}

/** The billing profile as it is to stand in Partner Center. */
export function desiredBillingProfile(declared: BillingProfile): BillingProfileResource {
    const { defaultAddress, ...profile } = declared;
    return withBillingContact({
        ...withoutEmpty(profile),
        defaultAddress: withoutEmpty({ ...defaultAddress }),
    });
}

/** Where there is no billing contact, it is the contact of the address: so do the service's own tools. */
export function withBillingContact(profile: BillingProfileResource): BillingProfileResource {
    const { firstName, lastName } = profile.defaultAddress ?? {};
    return { ...withoutEmpty({ firstName, lastName }), ...withoutEmpty(profile) };
}

/**
 * The profile that is written: as it was read, unknown members included, with the desired values in
 * their places. A member that the program does not declare is emptied.
 */
export function mergeBillingProfile(
    current: BillingProfileResource,
    desired: BillingProfileResource,
): BillingProfileResource {
    return {
        ...current,
        ...overwrite(current, desired, billingMembers),
        defaultAddress: {
            ...current.defaultAddress,
            ...overwrite(
                current.defaultAddress ?? {},
                desired.defaultAddress ?? {},
                addressMembers,
            ),
        },
    };
}

/** An absent member may be kept as it was, an empty one is not; only a region must not be sent at all. */
function overwrite(
    current: Record<string, unknown>,
    desired: Record<string, unknown>,
    members: readonly string[],
): Record<string, unknown> {
    const written = members
        .filter((member) => desired[member] !== undefined || current[member] !== undefined)
        .map((member) => {
            const emptied = member === "region" ? undefined : "";
            return [member, desired[member] ?? emptied];
        });
    return Object.fromEntries(written);
}

/**
 * The state of a customer, from what the service holds and, where it does not say, from what was
 * declared: it does not give back registration number, reseller or the choice about GDAP.
 */
export function toState(
    declared: Omit<DeclaredCustomer, "billingProfile">,
    held: CustomerResource,
): CustomerState {
    const registration =
        held.companyProfile?.organizationRegistrationNumber ??
        declared.companyProfile?.organizationRegistrationNumber;
    const domain = initialDomain(declared.companyProfile?.domain, held.companyProfile?.domain);
    return {
        companyProfile: {
            domain,
            ...(registration && { organizationRegistrationNumber: registration }),
        },
        billingProfile: toBillingProfile(held.billingProfile ?? {}),
        ...pick({
            associatedPartnerId: held.associatedPartnerId ?? declared.associatedPartnerId,
            enableGDAPByDefault: held.enableGDAPByDefault ?? declared.enableGDAPByDefault,
            existingCustomerId: declared.existingCustomerId,
            commerceId: held.commerceId,
            relationshipToPartner: held.relationshipToPartner,
            allowDelegatedAccess: held.allowDelegatedAccess,
            customDomains: held.customDomains,
        }),
        deletionPolicy: declared.deletionPolicy ?? "prevent",
        tenantId: held.id,
    };
}

/** The managed members of a billing profile, as the service holds them. */
export function toBillingProfile(held: BillingProfileResource): BillingProfile {
    const choose = (from: Record<string, unknown>, members: readonly string[]) =>
        withoutEmpty(Object.fromEntries(members.map((member) => [member, from[member]])));
    return {
        ...choose(held, billingMembers),
        defaultAddress: choose(held.defaultAddress ?? {}, addressMembers),
    } as unknown as BillingProfile;
}

/** Name and one-time password of the first administrator; only the answer to a creation has them. */
export function toCredentials(
    answer: CustomerResource,
): Pick<CustomerState, "userCredentials" | "adminUserPrincipalName"> {
    const { userName = "admin", password } = answer.userCredentials ?? {};
    const domain = answer.companyProfile?.domain;
    return {
        ...(password && { userCredentials: { userName, password } }),
        ...(domain && { adminUserPrincipalName: `${userName}@${domain}` }),
    };
}

/**
 * A customer's default domain may be changed to one of its own later; what the program declares is
 * the domain that the tenant was made with, which stays for ever.
 */
function initialDomain(declared: string | undefined, held: string | undefined): string {
    const same = declared?.toLowerCase() === held?.toLowerCase();
    return (same ? held : (declared ?? held)) ?? "";
}

function withoutEmpty(members: object): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(members).filter(
            ([, value]) => value !== undefined && value !== null && value !== "",
        ),
    );
}

function pick<Members extends Record<string, unknown>>(members: Members): Partial<Members> {
    return withoutEmpty(members) as Partial<Members>;
}
