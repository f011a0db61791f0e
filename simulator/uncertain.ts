/**
 * What no source settles about the real service: one switch for each question, and the ways in which
 * the service may behave. The first one is the default: the documented behaviour, or where the
 * documentation is silent the likeliest.
 */
export const uncertainBehaviours = {
    /**
     * What a repeated `MS-RequestId` gets: the first answer whatever it was; the first answer if it
     * was a success; the first answer without the password; or no recognition at all.
     */
    repeatedRequestId: ["replay", "replaySuccessOnly", "replayWithoutPassword", "ignore"],
    /**
     * Which operations recognise it. Only creating a customer is documented as idempotent; the
     * service's contract describes the header as the idempotency key of every operation.
     */
    idempotentOperations: ["createCustomer", "everyWrite"],
    /**
     * What updating a billing profile with an outdated etag gets: status 412, or 400 with code 2055.
     */
    staleEtag: ["412", "2055"],
    /**
     * Whether `If-Match` is required on a PUT, as the prose says, or optional, as Microsoft's own
     * clients behave. Where it is required and missing, the answer is that of an outdated etag.
     */
    ifMatch: ["optional", "required"],
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
     * Whether `code` in an error is a number, as in recorded answers, or a string, as documented.
     */
    codeType: ["number", "string"],
    /**
     * The members of an error: `code, description, data, source`, or the newer
     * `code, message, description, errorName, isRetryable, parameters, errorMessageExtended`.
     */
    errorShape: ["classic", "newer"],
    /** Whether a refused access token is explained in a body, or the 401 is empty. */
    unauthorisedBody: ["explained", "empty"],
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
    /** Whether members given as an empty text are kept or dropped. */
    emptyMembers: ["kept", "dropped"],
    /** Whether getting a customer includes its billing profile; a user of PowerShell saw none. */
    billingProfileInCustomer: ["present", "absent"],
    /** Whether getting a customer tells `enableGDAPByDefault`, or only its create does. */
    gdapFlagInCustomer: ["present", "absent"],
    /**
     * Whether a user's token without multi-factor authentication is refused, or as in the time before
     * only reported; the date of the change was moved more than once.
     */
    missingMfa: ["refused", "reported"],
    /** What a password among a create's `userCredentials` does. */
    givenPassword: ["refused", "ignored"],
    /** Whether a request without `MS-Contract-Version: v1` is refused. */
    contractVersion: ["optional", "required"],
    /**
     * What a second checkout of a cart gets: the first one's answer, as its page promises, or one of
     * the two refusals that the page of error codes has for it.
     */
    repeatedCheckout: ["reiterated", "400-800065", "409-800060"],
    /** How a checkout tells that the order is refused: by its status, or among `orderErrors`. */
    refusedCheckout: ["status", "orderErrors"],
    /** What a cart gets when it was checked out and its seven days are over. */
    orderedCartAfterExpiry: ["kept", "404-800008"],
    /** Whether subscriptions bought through the API have an etag; the newer samples have none. */
    subscriptionEtag: ["absent", "present"],
    /** How a change of a subscription is answered: with the subscription, or with an empty 202. */
    subscriptionChange: ["200", "202"],
    /** What cancelling a subscription gets after its window; the page says "an error". */
    lateCancellation: ["400-800096", "400-800061", "403-800019"],
    /** What suspending an Azure plan gets while an Azure subscription of it is active. */
    azurePlanInUse: ["403-900115", "accepted"],
    /** What reading a cancelled subscription gets. */
    cancelledSubscription: ["deleted", "404"],
    /**
     * What all of a subscription becomes by a transition: itself with another offer, as new commerce does,
     * or another subscription, as the older offers did.
     */
    transitionedSubscription: ["same", "another"],
    /** The list in the answer that tells transitions: `items`, as of all lists, or `transition` as in its sample. */
    transitionHistory: ["items", "transition"],
    /** What the history of a subscription gets that was never transitioned. */
    noTransitions: ["empty", "404-800076"],
    /** What a transition gets that is not among the eligible ones. No source names the code. */
    ineligibleTransition: ["400-800002", "403-800020"],
    /** How cancelling an Azure entitlement is answered: 200 on its page, 202 in the reference. */
    entitlementCancellation: [200, 202],
    /** What cancelling an Azure entitlement gets that was cancelled before. */
    entitlementCancelledAgain: ["accepted", "400-800002"],
    /**
     * How validating a migration says that it is not possible: in its answer, as the page's sample
     * does, or by the refusals that the page of error codes has for it.
     */
    ineligibleMigration: ["answered", "refused"],
    /** What reading a migration that is not there gets: the status of the error codes, or of the contract. */
    missingMigration: ["400-900224", "404-900224"],
    /** What scheduling the migration of a subscription that has a schedule gets. No source says. */
    scheduledAgain: ["400-800002", "409-800002", "accepted"],
    /** What changing or cancelling a schedule that is over gets. No source says. */
    closedSchedule: ["400-800002", "409-800002"],
    /** Whether lists hold cancelled schedules. */
    cancelledSchedules: ["listed", "absent"],
    /** The status of a schedule that was carried out. No source names it. */
    carriedOutSchedule: ["Completed", "Processed"],
    /** What stands in answers about migrations for what is not set: nothing, or null. */
    unsetMigrationMembers: ["absent", "null"],
    /** The name of a schedule's add-ons in answers: the contract's, or the samples'. */
    scheduledAddOns: ["addOnMigrationSchedules", "addOnMigrations"],
    /** Whether `links.next.uri` begins with `/v1`. */
    nextLinkVersion: ["absent", "present"],
    /** The status of a successful creation of a user: no prose says it, the sample has 200. */
    userCreateStatus: [200, 201],
    /** Whether the answers to creating a user and to resetting a password repeat the password. */
    passwordInUserAnswers: ["echoed", "absent"],
    /** What creating a user with a name that another one has gets. No source names the code. */
    userNameTaken: ["400-3000", "409-3000", "400-27002"],
    /** Whether the name of a deleted user who can still be restored can be used again. */
    deletedUserName: ["free", "taken"],
    /** What reading a deleted user by id gets: 404, or the user with the state `inactive`. */
    deletedUser: ["404", "answered"],
    /** What an update of a user's name for signing in does. */
    changedUserName: ["accepted", "refused", "ignored"],
    /**
     * Where a password is reset: by PATCH of `users/{id}/resetpassword`, as documented now, by PATCH
     * of the user itself, as Microsoft's own client does, or by both.
     */
    passwordReset: ["both", "resetpassword", "user"],
    /** What giving a directory role to a user who has it gets. */
    roleGivenAgain: ["400-3000", "409-3000", "accepted"],
    /** What a user's licences say of a service plan that is excluded: nothing, or another status. */
    excludedPlan: ["absent", "Disabled"],
    /** The status of a change of licences: 201 on its page, 200 beside it in the contract. */
    licenseUpdateStatus: [201, 200],
    /** What assigning a licence gets that the user has, with the same plans. */
    licenseAssignedAgain: ["accepted", "400-3000", "409-3000"],
    /** What taking a licence gets that the user does not have. */
    licenseTakenAgain: ["400-3000", "400-800002", "accepted"],
    /** With what code a user without a usage location gets no licence: only the words are reported. */
    missingUsageLocation: ["400-27002", "400-3000"],
    /**
     * What two changes of one user's licences do that arrive at the same moment: both count, the later
     * one alone, or the later one is refused.
     */
    licensesAtOnce: ["bothCount", "lastCounts", "409-3000"],
    /** How it is told that a customer has no budget: documented is an amount that is null. */
    noUsageBudget: ["null", "absent", "404-1000"],
    /** What a budget without an amount does: no page says how a budget is cleared. */
    clearedUsageBudget: ["cleared", "ignored", "400-800002"],
    /** What reading the support contact of a subscription gets that has none. */
    noSupportContact: ["404-1000", "empty"],
    /** Whether a support contact has the name that it was given, or the one that the reseller has. */
    supportContactName: ["asGiven", "resellers"],
    /** How the status of a registration is written: in the sample, and in the table of its values. */
    registrationStatus: ["NotRegistered", "notregistered"],
    /** What registering a subscription gets that is registered, or about to be. */
    registeredAgain: ["accepted", "400-800002", "409-800002"],
    /** Whether an overage that was turned off is listed. */
    disabledOverage: ["listed", "absent"],
    /** How an account status says that there is no result yet: the documentation has a space in it. */
    accountNotReady: ["Not Ready", "NotReady"],
    /** What the account status of a customer gets whose vetting has not begun. */
    accountNotVetted: ["404-600074", "notReady"],
    /** What creating a configuration policy gets whose name another one of the customer has. */
    policyNameTaken: ["accepted", "400-3000", "409-3000"],
    /** What deleting a configuration policy gets that is assigned to devices. */
    assignedPolicyDeleted: ["400-800002", "409-800002", "accepted"],
    /** What listing the devices of a batch gets that does not exist. */
    unknownDeviceBatch: ["404-1000", "emptyList"],
    /** What creating a batch of devices gets whose name another one of the customer has. */
    deviceBatchAgain: ["400-3000", "409-3000", "accepted"],
    /** Whether a batch stays when its last device is deleted: no call deletes one. */
    emptyDeviceBatch: ["kept", "gone"],
    /**
     * Where the address of accepted work on devices stands: in the header, as the samples show, or in
     * the body, as the service's reference says.
     */
    deviceJobAddress: ["header", "body"],
    /** The status of a job with a device that failed: the documentation's sample says "finished". */
    failedDeviceJob: ["finished", "finished_with_errors"],
    /** What a device gets that is uploaded again: error 806, or it is left as it is. */
    deviceUploadedAgain: ["806", "accepted"],
    /** Whether the policies of an upload are assigned. */
    uploadedPolicies: ["assigned", "ignored"],
    /** What an upload or update gets whose devices have an empty list of policies; users met a 500. */
    noDevicePolicies: ["500-800003", "accepted"],
    /** How listed devices name their policy: by its id, or by its name, as in recorded answers. */
    listedDevicePolicy: ["id", "name"],
    /** How a list of devices names its next page: by a link, or by a token in the body, as documented. */
    devicePaging: ["token", "link"],
    /** The name of a reseller's partner id: `mpnId` as in the samples, or `partnerId`. */
    resellerIdName: ["mpnId", "partnerId"],
} as const;

type Behaviours = typeof uncertainBehaviours;

/**
 * How the simulator behaves where the real service is not known. Run your tests under several
 * choices: a program that only works under the defaults rests on a guess.
 */
export type Uncertain = { -readonly [Name in keyof Behaviours]: Behaviours[Name][number] } & {
    /**
     * How long a repeated `MS-RequestId` is recognised, in milliseconds.
     * @defaultValue Infinity
     */
    requestIdKeptMs: number;
    /**
     * The most customers one page of a list holds, and the size of a page with `size=0`.
     * @defaultValue 500
     */
    maximumPageSize: number;
    /**
     * How long an order and its subscription are missing from the customer's lists, in milliseconds;
     * the documentation says up to 15 minutes. By their ids they can be read at once.
     * @defaultValue 0
     */
    ordersListedAfterMs: number;
    /**
     * How long an Azure entitlement is shown as active after it was cancelled, in milliseconds; the
     * documentation says about 10 minutes.
     * @defaultValue 0
     */
    entitlementActiveForMs: number;
    /**
     * How long a migration or a schedule is missing from the lists, in milliseconds. By their ids they
     * can be read at once.
     * @defaultValue 0
     */
    migrationsListedAfterMs: number;
};

const defaults: Uncertain = {
    ...(Object.fromEntries(
        Object.entries(uncertainBehaviours).map(([name, choices]) => [name, choices[0]]),
    ) as { [Name in keyof Behaviours]: Behaviours[Name][0] }),
    requestIdKeptMs: Number.POSITIVE_INFINITY,
    maximumPageSize: 500,
    ordersListedAfterMs: 0,
    entitlementActiveForMs: 0,
    migrationsListedAfterMs: 0,
};

/**
 * The given choices, and the defaults for the rest.
 *
 * @throws Error where there is no such switch or choice.
 */
export function resolveUncertain(given: Partial<Uncertain> = {}): Uncertain {
    for (const [name, value] of Object.entries(given)) checkChoice(name, value);
    return { ...defaults, ...given };
}

function checkChoice(name: string, value: unknown): void {
    const choices: Record<string, readonly unknown[]> = uncertainBehaviours;
    const known = choices[name];
    const isNumber = Object.hasOwn(defaults, name) && known === undefined;
    if (isNumber ? typeof value === "number" : known?.includes(value)) return;
    throw new Error(
        known === undefined && !isNumber
            ? `There is no uncertain behaviour ${name}. There are: ${Object.keys(defaults).join(", ")}.`
            : `${name} cannot be ${String(value)}, but ${known?.join(" or ") ?? "a number"}.`,
    );
}
