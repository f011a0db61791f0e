/** What no source settles about users of a customer, their roles and licences. */
export const users = {
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
} as const;
