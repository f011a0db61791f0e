import type { Explanations } from "./explanation";

/** Who asks, and whether they may. */
export const access: Explanations = {
    "501/0": {
        meaning: "The service has no name for what went wrong.",
        remedy: "Try again later; if it stays, give the ids below to Partner Center support.",
    },
    "0": {
        meaning: "The partner may not be onboarded to sell in this country.",
        remedy: "Check the country, and the partner's sales region in Partner Center.",
    },
    "401/400": {
        meaning: "Partner Center does not accept this identity.",
        remedy: "Register the application under Account settings, App management; sandbox and production are registered apart.",
    },
    "1002": {
        meaning: "This kind of partner may not make this call.",
        remedy: "Calls about resellers are for indirect providers only.",
    },
    "2006": {
        meaning: "The partner may not sell this offer.",
        remedy: "Check the partner's programme enrolment.",
    },
    "2030": {
        meaning: "The partner is not onboarded in this country.",
        remedy: "A partner tenant sells in one region: use the partner tenant of the customer's region.",
    },
    "2032": {
        meaning: "Access is denied.",
        remedy: "Check the partner's programme enrolment and the role of the identity.",
    },
    "400/20000": {
        meaning: "The partner may not sell in this country.",
        remedy: "A partner tenant sells in one region: use the partner tenant of the customer's region.",
    },
    "600006": {
        meaning: "This partner or identity may not create customers here.",
        remedy: "Check the programme enrolment and the role (Admin agent), and whether app-only access is allowed.",
    },
    "800001": {
        meaning: "The token is not a partner's.",
        remedy: "Check tenantId and clientId.",
    },
    "800016": {
        meaning: "This is not an indirect reseller of the provider.",
        remedy: "Give a reseller that has accepted the partnership: as associatedPartnerId its tenant id.",
    },
    "90000": {
        meaning: "Microsoft Entra ID could not issue a token for this call.",
        remedy: "Check consent and Conditional Access of the application.",
    },
    "900123": {
        meaning: "The reseller has not accepted the Microsoft Partner Agreement.",
        remedy: "The reseller signs it in Partner Center.",
    },
    "900124": {
        meaning: "The partner has not accepted the Microsoft Partner Agreement.",
        remedy: "A Global administrator signs it in Partner Center.",
    },
    "900127": {
        meaning: "This is not supported in this environment.",
        remedy: 'Customers can be deleted in the integration sandbox only; elsewhere use deletionPolicy "removeRelationship" or "retain".',
    },
    "900141": {
        meaning: "This is not supported.",
        remedy: "Check what this cloud offers.",
    },
    "900150": {
        meaning: "The identity's role lacks the right for this call.",
        remedy: "Give it the Admin agent role, or sign in as application and user.",
    },
    "900154": {
        meaning: "The reseller's id is not linked to an active reseller.",
        remedy: "Check the partnership with this reseller.",
    },
    "900159": {
        meaning: "The partner sells nothing to this customer (any more).",
        remedy: "Check the customer's id, and whether the relationship has ended.",
    },
    "900308": {
        meaning: "The identity has too few delegated rights (GDAP) in the customer's tenant.",
        remedy: "Assign the role that the call needs.",
    },
    "900309": {
        meaning: "Conditional Access blocks this call.",
        remedy: "Check the partner tenant's policies.",
    },
    "900329": {
        meaning: "This call is not open to app-only sign-in.",
        remedy: "Sign in as application and user (Secure Application Model), or give such a token as accessToken.",
    },
    "900420": {
        meaning: "The token was issued for another audience.",
        remedy: "Ask for a token of Partner Center itself (https://api.partnercenter.microsoft.com/.default), not of graph.windows.net.",
    },
    "900421": {
        meaning: "The token carries no proof of multi-factor authentication.",
        remedy: "Give consent again with MFA, and use the refresh token from that.",
    },
};
