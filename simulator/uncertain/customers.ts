/** What no source settles about customers: their creation, profiles, relationship, agreements and qualifications. */
export const customers = {
    /** What a PUT that changes the billing country does. */
    changedCountry: ["accepted", "refused", "ignored"],
    /** What a PUT that changes the culture, and with it the currency, does. */
    changedCulture: ["accepted", "refused", "ignored"],
    /**
     * Whether an application alone may update a billing profile; some environments refused it.
     */
    appOnlyBillingUpdate: ["accepted", "refused"],
    /** The status of a successful create: 201 in the prose, 200 in the service's contract. */
    createStatus: [201, 200],
    /**
     * `relationshipToPartner` in the answer to a create. Later reads always say `reseller`.
     * As documented: "none" for a direct customer, "reseller" for a reseller's
     */
    relationshipAfterCreate: ["asDocumented", "none", "reseller"],
    /** What reading a customer gets after the reseller relationship was removed. */
    afterRemoval: ["403-20002", "400-3000", "404"],
    /** What removing the relationship gets while a subscription is active. */
    removalWithSubscription: ["400-800002", "403-600006", "409-800002"],
    /**
     * The spelling of members in the answer to a removal; the documentation's sample is PascalCase,
     * unlike every other answer.
     */
    removalAnswer: ["PascalCase", "camelCase"],
    /** What creating a customer with a domain that is taken gets. No source names the code. */
    domainTaken: ["400-27002", "400-3000", "409-3000"],
    /** Whether the domain of a customer deleted from the sandbox can be used again. */
    domainAfterDelete: ["free", "taken"],
    /** What DELETE gets in production. */
    deleteInProduction: ["400-900127", "403-600006"],
    /** The status of a confirmed agreement: 201 in the prose, 200 beside it in the contract. */
    confirmationStatus: [201, 200],
    /**
     * What confirming an agreement by the same contact again gets: 600061, whose status no source names;
     * the documentation's own list holds one contact twice.
     */
    confirmedAgain: ["400-600061", "409-600061", "accepted"],
    /** How listed agreements are dated: the time in UTC, or the day at midnight without a zone. */
    agreementDate: ["time", "day"],
    /** The status of a qualification that was asked for: 201 in the prose, 200 in the contract. */
    qualificationStatus: [201, 200],
    /** Whether qualifications are a list, and a new one stands alone; or both in an object with a list. */
    qualifications: ["list", "object"],
    /** The name of the date in each answer: the documentation has one when asking, another in lists. */
    vettingDateName: ["asDocumented", "vettingCreatedDate", "vettingCreateDate"],
    /** What asking again for a qualification gets that the customer has, or that is looked at. */
    qualifiedAgain: ["400-800002", "409-800002", "unchanged"],
    /**
     * The countries whose companies must give a registration number and a phone number: the 24 of
     * the field's documentation, the 12 of the error codes' page, or the 26 of the portal's table.
     */
    registrationNumberCountries: ["fieldDocumentation", "errorCodes", "portal"],
    /** What a registration number in any other country gets: error 600002, or nothing at all. */
    registrationNumberElsewhere: ["refused", "accepted"],
    /**
     * Whether country rules tell about the registration number, as the service's contract declares.
     */
    registrationRules: ["absent", "present"],
    /**
     * The shape of country rules: flat as recorded, or nested as in the documentation's old sample.
     */
    countryRules: ["flat", "nested"],
    /** Whether a language outside the country's list is refused. */
    unsupportedLanguage: ["accepted", "refused"],
    /** The spelling of an address' status: `VerifiedShippable` or `Verified shippable`. */
    addressStatus: ["joined", "spaced"],
    /** `suggestedAddresses` where there is none: an empty list, null, or no such member. */
    noSuggestions: ["empty", "null", "absent"],
    /** Whether getting a customer includes its billing profile; a user of PowerShell saw none. */
    billingProfileInCustomer: ["present", "absent"],
    /** Whether getting a customer tells `enableGDAPByDefault`, or only its create does. */
    gdapFlagInCustomer: ["present", "absent"],
    /** What a password among a create's `userCredentials` does. */
    givenPassword: ["refused", "ignored"],
    /** How it is told that a customer has no budget: documented is an amount that is null. */
    noUsageBudget: ["null", "absent", "404-1000"],
    /** What a budget without an amount does: no page says how a budget is cleared. */
    clearedUsageBudget: ["cleared", "ignored", "400-800002"],
    /** How an account status says that there is no result yet: the documentation has a space in it. */
    accountNotReady: ["Not Ready", "NotReady"],
    /** What the account status of a customer gets whose vetting has not begun. */
    accountNotVetted: ["404-600074", "notReady"],
    /** The name of a reseller's partner id: `mpnId` as in the samples, or `partnerId`. */
    resellerIdName: ["mpnId", "partnerId"],
} as const;
