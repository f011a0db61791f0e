import type { ListedCustomer } from "../commands/validate/customers";
import type { Validation } from "../commands/validate/validate";
import type { AddressToValidate, AddressValidation } from "../partnercenter/addressValidation";
import type { CountryRules } from "../partnercenter/countryRules";
import { openPartnerCenter, type PartnerCenterOptions } from "../program/openPartnerCenter";
import { ask } from "../program/questions";

/**
 * Whether nobody has a domain yet. Between the question and the creation somebody may take it.
 *
 * @param domain In full.
 * @throws Error where the service does not say: that means neither free nor taken.
 * @see https://learn.microsoft.com/partner-center/developer/verify-domain-availability
 * @example
 * ```typescript
 * if (!(await checkDomainAvailability("contoso.onmicrosoft.com"))) {
 *     console.log("choose another one");
 * }
 * ```
 */
export async function checkDomainAvailability(
    domain: string,
    options?: PartnerCenterOptions,
): Promise<boolean> {
    return await ask(options, async (client) => !(await client.isDomainTaken(domain)));
}

/**
 * Whether an address exists, as far as the service knows, and which ones it suggests instead.
 *
 * @see https://learn.microsoft.com/partner-center/developer/validate-an-address
 * @example
 * ```typescript
 * const { status, suggestedAddresses } = await validateAddress({
 *     addressLine1: "One Microsoft Way",
 *     city: "Redmond",
 *     state: "WA",
 *     postalCode: "98052",
 *     country: "US",
 * });
 * ```
 */
export async function validateAddress(
    address: AddressToValidate,
    options?: PartnerCenterOptions,
): Promise<AddressValidation> {
    return await ask(options, (client) => client.validateAddress(address));
}

/**
 * What a country asks of a customer: required members, states, the forms of postal code and phone
 * number, cultures and languages.
 *
 * @param country ISO 3166-1 code of two letters.
 * @see https://learn.microsoft.com/partner-center/developer/get-market-specific-validation-data
 * @example
 * ```typescript
 * const { supportedCulturesList } = await getCountryRules("CH");
 * ```
 */
export async function getCountryRules(
    country: string,
    options?: PartnerCenterOptions,
): Promise<CountryRules> {
    return await ask(options, (client) => client.getCountryRules(country));
}

/** How customers are checked: `offline` asks nothing, and needs no credential. */
export type ValidateCustomersOptions = PartnerCenterOptions & { offline?: boolean };

/**
 * Checks customers as a preview does, before any resource is declared, and makes none. Two with one
 * domain are a fault too.
 *
 * @param customers The arguments of `Customer` resources, each with a name by which it is spoken of.
 * @returns What is said of each, in their order.
 * @throws ConfigurationError with every fault of the settings.
 * @example
 * ```typescript
 * const listed = [{ name: "line 2", args: { companyProfile: { domain: "contoso" } } }];
 * const { isValid, customers } = await validateCustomers(listed, { offline: true });
 * ```
 */
export async function validateCustomers(
    customers: readonly ListedCustomer[],
    { offline = false, ...options }: ValidateCustomersOptions = {},
): Promise<Validation> {
    // A program that only declares resources loads none of these.
    const [{ validateCustomers: validate }, { readCloud }, partnerCenter] = await Promise.all([
        import("../commands/validate/validate.js"),
        import("../commands/settings.js"),
        offline ? undefined : openPartnerCenter(options),
    ]);
    return await validate(customers, {
        cloud: options.cloud ?? readCloud(options.profile),
        client: partnerCenter && (() => partnerCenter.begin()),
    });
}
