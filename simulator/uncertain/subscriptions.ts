/** What no source settles about purchases, and the subscriptions that come of them. */
export const subscriptions = {
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
} as const;
