import type { CustomerInputs, CustomerState } from "../../provider/customer/shapes";
import { isUnknown } from "../../provider/dynamic/protocol";
import type { CheckContext } from "../../provider/lifecycle/lifecycle";
import type { PartnerCenter } from "../../provider/partnercenter/client";
import { ApiError, ConnectionError, type ErrorAnswer } from "../../provider/partnercenter/errors";
import type { BillingProfileResource, CustomerResource } from "../../provider/partnercenter/types";

export const customerId = "dfd8cc0a-c592-468c-8461-869a38d24738";
export const otherCustomerId = "4d7a9c1e-0f2b-4a63-9b5e-1c8d7e6f5a40";
export const resellerId = "b01b1487-b36e-4e6d-9b5e-0b58974c4b28";
export const partnerTenantId = "2b1c5d0e-7a34-4f6b-9c1d-3e8f5a6b7c80";
export const domain = "contoso.onmicrosoft.com";
export const password = "Str0ng-and-once-only!";

/** The arguments of a direct customer, as a program gives them. */
export function someInputs(overrides: Partial<CustomerInputs> = {}): CustomerInputs {
    return {
        companyProfile: { domain },
        billingProfile: {
            email: "billing@contoso.com",
            culture: "en-US",
            language: "en",
            companyName: "Contoso Ltd.",
            defaultAddress: someAddress(),
        },
        deletionPolicy: "prevent",
        requestKey: "GZ6ZbZ8D2v0Kq1n3x4y5zA",
        ...overrides,
    };
}

export function someAddress() {
    return {
        country: "US",
        city: "Redmond",
        state: "WA",
        addressLine1: "One Microsoft Way",
        postalCode: "98052",
        firstName: "Ada",
        lastName: "Lovelace",
    };
}

/** The arguments with some members of the billing profile, or of its address, changed. */
export function inputsWith(profile: object, address: object = {}): CustomerInputs {
    const inputs = someInputs();
    return {
        ...inputs,
        billingProfile: {
            ...inputs.billingProfile,
            ...profile,
            defaultAddress: { ...inputs.billingProfile.defaultAddress, ...address },
        },
    };
}

/** The billing profile as the service answers it, with members that the provider does not manage. */
export function heldProfile(
    profile: BillingProfileResource = {},
    address: object = {},
): BillingProfileResource {
    return {
        id: "0b1e4f3a-6d2c-4c58-8f0e-7a9b1c2d3e4f",
        email: "billing@contoso.com",
        culture: "en-US",
        language: "en",
        companyName: "Contoso Ltd.",
        firstName: "Ada",
        lastName: "Lovelace",
        defaultAddress: { ...someAddress(), phoneNumber: "", district: "Eastside", ...address },
        customField: { nested: ["kept"] },
        attributes: { etag: "-8799889149591823008", objectType: "CustomerBillingProfile" },
        ...profile,
    };
}

/** The customer as `GET /v1/customers/{id}` answers it. */
export function heldCustomer(overrides: Partial<CustomerResource> = {}): CustomerResource {
    return {
        id: customerId,
        commerceId: "6b1f7c2d-3e4a-4b5c-9d6e-8f7a0b1c2d3e",
        companyProfile: { tenantId: customerId, domain, companyName: "Contoso Ltd." },
        billingProfile: heldProfile(),
        relationshipToPartner: "reseller",
        allowDelegatedAccess: true,
        customDomains: [domain],
        attributes: { objectType: "Customer" },
        ...overrides,
    };
}

/** What `POST /v1/customers` answers: the one answer with a password. */
export function createdCustomer(overrides: Partial<CustomerResource> = {}): CustomerResource {
    const { customDomains: _, ...customer } = heldCustomer({
        relationshipToPartner: "none",
        userCredentials: { userName: "admin", password },
    });
    return { ...customer, ...overrides };
}

/** The state of the direct customer after its creation. */
export function someState(overrides: Partial<CustomerState> = {}): CustomerState {
    const { requestKey: _, ...declared } = someInputs();
    return {
        ...declared,
        billingProfile: { ...declared.billingProfile, firstName: "Ada", lastName: "Lovelace" },
        tenantId: customerId,
        commerceId: "6b1f7c2d-3e4a-4b5c-9d6e-8f7a0b1c2d3e",
        relationshipToPartner: "reseller",
        allowDelegatedAccess: true,
        customDomains: [domain],
        userCredentials: { userName: "admin", password },
        adminUserPrincipalName: `admin@${domain}`,
        ...overrides,
    };
}

export const ids = {
    requestId: "c2e8a4d6-1f3b-4c5d-8e7f-9a0b1c2d3e4f",
    correlationId: "7f6e5d4c-3b2a-4190-8877-665544332211",
};

/** A refusal of the service. */
export function refusal(status: number, code?: string, more: Partial<ErrorAnswer> = {}): ApiError {
    return new ApiError("do this", { status, code, details: [], ...more }, ids);
}

/** A call without a complete answer. */
export function noAnswer(): ConnectionError {
    return new ConnectionError("do this", "the connection failed (ECONNRESET)", ids);
}

/** The answers that say that a customer is gone, and those that say nothing about it. */
export const meaningGone = [
    refusal(404),
    refusal(404, "60003"),
    refusal(403, "20002"),
    refusal(400, "3000"),
];
export const meaningUnknown = [
    refusal(404, undefined, { description: "Resource not found" }),
    refusal(401),
    refusal(401, "20002"),
    refusal(403),
    refusal(403, "900329"),
    refusal(403, "3000"),
    refusal(400),
    refusal(400, "20002"),
    refusal(429),
    refusal(500, "20002"),
    refusal(503),
    noAnswer(),
    new Error("a bug"),
];

export function titleOf(error: Error): string {
    return error instanceof ApiError ? `HTTP ${error.status} code ${error.code}` : error.name;
}

/** What the engine sends, whatever the type, for a value that is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const context: CheckContext = { cloud: "global", isUnknown };

/** Groups of calls (`client.agreements`) are none: who needs them asks a simulator. */
type Method = {
    [Name in keyof PartnerCenter]: PartnerCenter[Name] extends (...args: never[]) => unknown
        ? Name
        : never;
}[keyof PartnerCenter];

/** What a method answers: an error is thrown, a function is called, a list is used up in order. */
type Answers = Partial<Record<Method, unknown>> & { deadline?: number };

/** A client that answers from a table, and remembers what it was asked. */
export interface FakeClient {
    client: PartnerCenter;
    /** The arguments of all calls of a method. */
    callsOf(method: Method): unknown[][];
    /** The methods in the order in which they were called, `partnerTenantId` left out. */
    readonly order: readonly string[];
}

export function fakeClient(answers: Answers = {}): FakeClient {
    const table: Answers = { partnerTenantId, ...answers };
    const calls: { method: Method; args: unknown[] }[] = [];
    const used = new Map<Method, number>();
    const answerOf = async (method: Method, args: unknown[]) => {
        calls.push({ method, args });
        const listed = table[method];
        const turn = used.get(method) ?? 0;
        used.set(method, turn + 1);
        const isExpected = Array.isArray(listed) ? turn < listed.length : method in table;
        if (!isExpected) {
            throw new Error(`${method} was called once too often`);
        }
        const answer = Array.isArray(listed) ? listed[turn] : listed;
        if (answer instanceof Error) {
            throw answer;
        }
        return typeof answer === "function" ? answer(...args) : structuredClone(answer);
    };
    const method =
        (name: Method) =>
        (...args: unknown[]) =>
            answerOf(name, args);
    const client = {
        deadline: answers.deadline ?? Date.now() + 600_000,
        partnerTenantId: method("partnerTenantId"),
        signedInAt: method("signedInAt"),
        obstacleTo: () => undefined,
        begin: method("begin"),
        call: method("call"),
        createCustomer: method("createCustomer"),
        getCustomer: method("getCustomer"),
        findCustomersByDomain: method("findCustomersByDomain"),
        getBillingProfile: method("getBillingProfile"),
        putBillingProfile: method("putBillingProfile"),
        removeRelationship: method("removeRelationship"),
        deleteCustomer: method("deleteCustomer"),
        getSubscriptions: method("getSubscriptions"),
        isDomainTaken: method("isDomainTaken"),
        getCountryRules: method("getCountryRules"),
        validateAddress: method("validateAddress"),
        getIndirectResellers: method("getIndirectResellers"),
    } satisfies Record<Method | "deadline", unknown>;
    return {
        client: client as unknown as PartnerCenter,
        callsOf: (name) => calls.filter((call) => call.method === name).map(({ args }) => args),
        get order() {
            return calls.map((call) => call.method).filter((name) => name !== "partnerTenantId");
        },
    };
}

/** The error of a call that has to fail. */
export async function failureOf(call: () => unknown): Promise<Error> {
    try {
        await call();
    } catch (error) {
        if (error instanceof Error) {
            return error;
        }
        throw new TypeError(`Something was thrown that is no Error: ${String(error)}`);
    }
    throw new Error("The call succeeded.");
}
