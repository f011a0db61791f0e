import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { CustomerRecord } from "../../records/customers";
import type { UserRecord } from "../../records/users";
import type { Service } from "../../service";
import { doesAddressExist } from "../countries/addresses";
import { bind } from "../http/bind";
import { failureOf, ServiceFailure } from "../http/errors";
import { directoryRoleId } from "../users/directoryRole";
import { newVetting } from "./accounts";
import { findDomainProblem, isDomainTaken } from "./domains";
import { findReseller } from "./relationships";
import { type Address, type BillingProfile, type CustomerRequest, customerShape } from "./shapes";
import { checkBillingProfile, checkRegistrationNumber } from "./validation";

/**
 * Makes the customer that a create asks for (docs: create-a-customer), or refuses it.
 *
 * @throws ServiceFailure which holds every property at fault.
 */
export function newCustomer(service: Service, body: unknown, requestId: string): CustomerRecord {
    const request = bind(customerShape, body);
    const { companyProfile = {}, billingProfile = {} } = request;
    checkRequest(service, request);
    const { settings, invisibleAfterCreate } = service;
    const id = randomUUID();
    const domain = (companyProfile.domain ?? "").toLowerCase();
    const billing = keptBillingProfile(billingProfile, randomUUID());
    const now = settings.now();
    const password = newPassword();
    return {
        id,
        commerceId: randomUUID(),
        createdAt: new Date(now).toISOString(),
        requestId,
        domain,
        company: {
            companyName: companyProfile.companyName ?? billing.companyName ?? "",
            address: companyAddress(billing.defaultAddress ?? {}),
            email: billing.email ?? "",
            ...pick(companyProfile, "organizationRegistrationNumber"),
        },
        billing,
        etag: newEtag(),
        ...pick(request, "enableGDAPByDefault"),
        ...pick(request, "associatedPartnerId"),
        allowDelegatedAccess: settings.delegatedAccess,
        customDomains: [domain],
        federatedDomains: [],
        users: [firstAdministrator(id, domain, billing, password)],
        userCredentials: { userName: "admin", password },
        subscriptions: [],
        addressExists: doesAddressExist(billing.defaultAddress ?? {}),
        relationshipToPartner: "reseller",
        vetting: newVetting(service.vettingAfterCreate, now),
        deleted: false,
        hidden: {
            reads: invisibleAfterCreate.reads ?? 0,
            until: now + (invisibleAfterCreate.milliseconds ?? 0),
        },
    };
}

/**
 * The billing profile as the service keeps it: with an id of the service's choice, and culture and
 * country in their case.
 */
export function keptBillingProfile(given: BillingProfile, id: string): BillingProfile {
    const { attributes: _, id: __, defaultAddress = {}, culture = "", ...profile } = given;
    const country = defaultAddress.country?.toUpperCase() ?? "";
    return {
        id,
        ...profile,
        culture: culture.split("-").map(subtagCase).join("-"),
        defaultAddress: { ...defaultAddress, country },
    };
}

/** An etag is a signed 64-bit integer. */
export function newEtag(): string {
    return randomBytes(8).readBigInt64BE().toString();
}

// docs: get-a-list-of-all-user-accounts-for-a-customer has one, without a place of use.
function firstAdministrator(
    customerId: string,
    domain: string,
    { companyName = "", defaultAddress: { firstName = "", lastName = "" } = {} }: BillingProfile,
    password: string,
): UserRecord {
    return {
        id: randomUUID(),
        userPrincipalName: `admin@${domain}`,
        firstName,
        lastName,
        displayName: companyName,
        passwords: [password],
        forceChangePassword: true,
        state: "active",
        roles: [directoryRoleId(customerId, "Company Administrator")],
    };
}

function checkRequest(service: Service, request: CustomerRequest): void {
    const { settings } = service;
    const { companyProfile = {}, billingProfile = {} } = request;
    const domain = companyProfile.domain ?? "";
    checkGivenPassword(request, service);
    const domainProblem = findDomainProblem(domain, settings.cloud);
    checkBillingProfile(billingProfile, settings, domainProblem && [domainProblem]);
    checkRegistrationNumber(
        billingProfile,
        companyProfile.organizationRegistrationNumber,
        settings,
    );
    findReseller(settings, request.associatedPartnerId);
    checkCustomerLimit(service);
    if (isDomainTaken(service, domain)) {
        throw failureOf(settings.uncertain.domainTaken, `The domain ${domain} is not available.`, [
            `company_profile.domain:  DomainNotAvailable - ${domain}`,
        ]);
    }
}

function checkGivenPassword({ userCredentials }: CustomerRequest, { settings }: Service): void {
    if (userCredentials?.password === undefined) return;
    if (settings.uncertain.givenPassword === "ignored") return;
    throw new ServiceFailure(400, 800002, "A password must not be given; the service makes one.", [
        "user_credentials.password:  a password is not accepted",
    ]);
}

function checkCustomerLimit({ settings: { customerLimit }, store }: Service): void {
    const present = store.customers.filter(({ deleted }) => !deleted).length;
    if (present < customerLimit) return;
    throw new ServiceFailure(
        400,
        800018,
        `The sandbox already has ${customerLimit} customers, which is its limit.`,
    );
}

// The company profile calls the state a region, and holds no contact.
function companyAddress({ state, country, city, addressLine1, postalCode, phoneNumber }: Address) {
    const members = { country, region: state, city, addressLine1, postalCode, phoneNumber };
    const given = Object.entries(members).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as Address;
}

function pick<T extends object, K extends keyof T>(from: T, name: K): Pick<T, K> {
    return (name in from ? { [name]: from[name] } : {}) as Pick<T, K>;
}

// en-US, az-Latn-AZ: language in small letters, script capitalised, country in capitals.
function subtagCase(subtag: string, index: number): string {
    if (index === 0) return subtag.toLowerCase();
    if (subtag.length === 2) return subtag.toUpperCase();
    return subtag.charAt(0).toUpperCase() + subtag.slice(1).toLowerCase();
}

function newPassword(): string {
    const letters = "abcdefghijkmnpqrstuvwxyz";
    const any = () => letters.charAt(randomInt(letters.length));
    const word = Array.from({ length: 9 }, any).join("");
    return `${any().toUpperCase()}${word}${randomInt(10, 99)}!`;
}
