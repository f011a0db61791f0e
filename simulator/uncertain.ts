/**
 * What no source settles about the real service, one switch for each question. The default is the
 * documented behaviour, or where the documentation is silent the likeliest one. Run your tests under
 * several of them: a program that only works under the defaults rests on a guess.
 */
export interface Uncertain {
    /**
     * What a repeated `MS-RequestId` gets: the first answer whatever it was; the first answer if it
     * was a success; that answer without the password; or no recognition at all.
     * @defaultValue "replay"
     */
    repeatedRequestId: "replay" | "replaySuccessOnly" | "replayWithoutPassword" | "ignore";
    /**
     * How long a repeated `MS-RequestId` is recognised, in milliseconds.
     * @defaultValue Infinity
     */
    requestIdKeptMs: number;
    /**
     * Which operations recognise it. Only creating a customer is documented as idempotent; the
     * service's contract describes the header as the idempotency key of every operation.
     * @defaultValue "createCustomer"
     */
    idempotentOperations: "createCustomer" | "everyWrite";
    /**
     * What updating a billing profile with an outdated etag gets: status 412, or 400 with code 2055.
     * @defaultValue "412"
     */
    staleEtag: "412" | "2055";
    /**
     * Whether `If-Match` is required on a PUT, as the prose says, or optional, as Microsoft's own
     * clients behave. Where it is required and missing, the answer is that of an outdated etag.
     * @defaultValue "optional"
     */
    ifMatch: "optional" | "required";
    /**
     * What a PUT that changes the billing country does.
     * @defaultValue "accepted"
     */
    changedCountry: "accepted" | "refused" | "ignored";
    /**
     * What a PUT that changes the culture, and with it the currency, does.
     * @defaultValue "accepted"
     */
    changedCulture: "accepted" | "refused" | "ignored";
    /**
     * Whether an application alone may update a billing profile; some environments refused it.
     * @defaultValue "accepted"
     */
    appOnlyBillingUpdate: "accepted" | "refused";
    /**
     * The status of a successful create: 201 in the prose, 200 in the service's contract.
     * @defaultValue 201
     */
    createStatus: 201 | 200;
    /**
     * `relationshipToPartner` in the answer to a create. Later reads always say `reseller`.
     * @defaultValue "asDocumented": "none" for a direct customer, "reseller" for a reseller's
     */
    relationshipAfterCreate: "asDocumented" | "none" | "reseller";
    /**
     * What reading a customer gets after the reseller relationship was removed.
     * @defaultValue "403-20002"
     */
    afterRemoval: "403-20002" | "400-3000" | "404";
    /**
     * What removing the relationship gets while a subscription is active.
     * @defaultValue "400-800002"
     */
    removalWithSubscription: "400-800002" | "403-600006" | "409-800002";
    /**
     * The spelling of members in the answer to a removal; the documentation's sample is PascalCase,
     * unlike every other answer.
     * @defaultValue "PascalCase"
     */
    removalAnswer: "PascalCase" | "camelCase";
    /**
     * What creating a customer with a domain that is taken gets. No source names the code.
     * @defaultValue "400-27002"
     */
    domainTaken: "400-27002" | "400-3000" | "409-3000";
    /**
     * Whether the domain of a customer deleted from the sandbox can be used again.
     * @defaultValue "free"
     */
    domainAfterDelete: "free" | "taken";
    /**
     * What DELETE gets in production.
     * @defaultValue "400-900127"
     */
    deleteInProduction: "400-900127" | "403-600006";
    /**
     * Whether `code` in an error is a number, as in recorded answers, or a string, as documented.
     * @defaultValue "number"
     */
    codeType: "number" | "string";
    /**
     * The members of an error: `code, description, data, source`, or the newer
     * `code, message, description, errorName, isRetryable, parameters, errorMessageExtended`.
     * @defaultValue "classic"
     */
    errorShape: "classic" | "newer";
    /**
     * Whether a refused access token is explained in a body, or the 401 is empty.
     * @defaultValue "explained"
     */
    unauthorisedBody: "explained" | "empty";
    /**
     * The countries whose companies must give a registration number and a phone number: the 24 of
     * the field's documentation, the 12 of the error codes' page, or the 26 of the portal's table.
     * @defaultValue "fieldDocumentation"
     */
    registrationNumberCountries: "fieldDocumentation" | "errorCodes" | "portal";
    /**
     * What a registration number in any other country gets: error 600002, or nothing at all.
     * @defaultValue "refused"
     */
    registrationNumberElsewhere: "refused" | "accepted";
    /**
     * Whether country rules tell about the registration number, as the service's contract declares.
     * @defaultValue "absent"
     */
    registrationRules: "absent" | "present";
    /**
     * The shape of country rules: flat as recorded, or nested as in the documentation's old sample.
     * @defaultValue "flat"
     */
    countryRules: "flat" | "nested";
    /**
     * Whether a language outside the country's list is refused.
     * @defaultValue "accepted"
     */
    unsupportedLanguage: "accepted" | "refused";
    /**
     * The spelling of an address' status: `VerifiedShippable` or `Verified shippable`.
     * @defaultValue "joined"
     */
    addressStatus: "joined" | "spaced";
    /**
     * `suggestedAddresses` where there is none: an empty list, null, or no such member.
     * @defaultValue "empty"
     */
    noSuggestions: "empty" | "null" | "absent";
    /**
     * Whether members given as an empty text are kept or dropped.
     * @defaultValue "kept"
     */
    emptyMembers: "kept" | "dropped";
    /**
     * Whether getting a customer includes its billing profile; a user of PowerShell saw none.
     * @defaultValue "present"
     */
    billingProfileInCustomer: "present" | "absent";
    /**
     * What a password among a create's `userCredentials` does.
     * @defaultValue "refused"
     */
    givenPassword: "refused" | "ignored";
    /**
     * Whether a request without `MS-Contract-Version: v1` is refused.
     * @defaultValue "optional"
     */
    contractVersion: "optional" | "required";
    /**
     * Whether `links.next.uri` begins with `/v1`.
     * @defaultValue "absent"
     */
    nextLinkVersion: "absent" | "present";
    /**
     * The name of a reseller's partner id: `mpnId` as in the samples, or `partnerId`.
     * @defaultValue "mpnId"
     */
    resellerIdName: "mpnId" | "partnerId";
    /**
     * The most customers one page of a list holds, and the size of a page with `size=0`.
     * @defaultValue 500
     */
    maximumPageSize: number;
}

export const documentedBehaviour: Uncertain = {
    repeatedRequestId: "replay",
    requestIdKeptMs: Number.POSITIVE_INFINITY,
    idempotentOperations: "createCustomer",
    staleEtag: "412",
    ifMatch: "optional",
    changedCountry: "accepted",
    changedCulture: "accepted",
    appOnlyBillingUpdate: "accepted",
    createStatus: 201,
    relationshipAfterCreate: "asDocumented",
    afterRemoval: "403-20002",
    removalWithSubscription: "400-800002",
    removalAnswer: "PascalCase",
    domainTaken: "400-27002",
    domainAfterDelete: "free",
    deleteInProduction: "400-900127",
    codeType: "number",
    errorShape: "classic",
    unauthorisedBody: "explained",
    registrationNumberCountries: "fieldDocumentation",
    registrationNumberElsewhere: "refused",
    registrationRules: "absent",
    countryRules: "flat",
    unsupportedLanguage: "accepted",
    addressStatus: "joined",
    noSuggestions: "empty",
    emptyMembers: "kept",
    billingProfileInCustomer: "present",
    givenPassword: "refused",
    contractVersion: "optional",
    nextLinkVersion: "absent",
    resellerIdName: "mpnId",
    maximumPageSize: 500,
};
