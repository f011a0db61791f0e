/** What no source settles about how requests are recognised, and answers shaped, whatever they are about. */
export const answers = {
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
    /** Whether members given as an empty text are kept or dropped. */
    emptyMembers: ["kept", "dropped"],
    /**
     * Whether a user's token without multi-factor authentication is refused, or as in the time before
     * only reported; the date of the change was moved more than once.
     */
    missingMfa: ["refused", "reported"],
    /** Whether a request without `MS-Contract-Version: v1` is refused. */
    contractVersion: ["optional", "required"],
    /** Whether `links.next.uri` begins with `/v1`. */
    nextLinkVersion: ["absent", "present"],
} as const;
