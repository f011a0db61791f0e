import type { Explanations } from "./explanation";

/** Customers, their profiles, users and agreements. */
export const customers: Explanations = {
    "1000": {
        meaning: "The resource does not exist.",
        remedy: "Check the id.",
    },
    "2000": {
        meaning: "An id is malformed.",
        remedy: "Ids are GUIDs.",
    },
    "2007": {
        meaning: "The address does not exist as it is written.",
        remedy: "Check that city, state and postalCode belong together.",
    },
    "2055": {
        meaning: "It was changed by someone else at the same moment.",
        remedy: "Run the operation again.",
    },
    "3000": {
        meaning: "The relationship or the organisation does not exist, or a property is invalid.",
        remedy: "Check in Partner Center whether this is still your customer.",
    },
    "20002": {
        meaning: "This customer is not, or no longer, a customer of this partner.",
        remedy: "Check partner tenant and cloud; a new relationship needs the customer's consent.",
    },
    "27002": {
        meaning: "A value is invalid; StateInvalid means the state or the region.",
        remedy: "Take the state from the country's list, and leave region out for US addresses.",
    },
    "60002": {
        meaning: "The user does not exist.",
        remedy: "Check the user's id.",
    },
    "60003": {
        meaning: "The tenant does not exist.",
        remedy: "Check the customer's id.",
    },
    "60012": {
        meaning: "The customer has no licence of this product left.",
        remedy: "Buy more (quantity of the Subscription), or take one from another user.",
    },
    "60071": {
        meaning: "The parts of the address do not belong together.",
        remedy: "Check that city, state and postalCode belong together.",
    },
    "600002": {
        meaning: "A value is not supported; for the registration number: not in this country.",
        remedy: "Leave companyProfile.organizationRegistrationNumber out for this country.",
    },
    "600049": {
        meaning: "This country wants the organisation's registration number.",
        remedy: "Give companyProfile.organizationRegistrationNumber.",
    },
    "600050": {
        meaning: "The organisation's registration number does not have this country's form.",
        remedy: "Check companyProfile.organizationRegistrationNumber against the pattern in the message.",
    },
    "600051": {
        meaning: "This country wants a phone number.",
        remedy: "Give billingProfile.defaultAddress.phoneNumber.",
    },
    "600061": {
        meaning: "The same contact has confirmed an agreement of this customer already.",
        remedy: "Where another text is to be confirmed (templateId), give another contact.",
    },
    "600074": {
        meaning: "There is no account status yet.",
        remedy: "Ask again after the account was reviewed.",
    },
    "800002": {
        meaning: "A value is invalid.",
        remedy: "Check the fields that the service names.",
    },
    "800003": {
        meaning: "The service failed unexpectedly.",
        remedy: "Try again later; if it stays, give the ids below to Partner Center support.",
    },
    "800018": {
        meaning: "The sandbox is full (75 customers).",
        remedy: "Delete sandbox customers that are not needed.",
    },
    "800073": {
        meaning: "The customer is under review.",
        remedy: "Wait for the result of the review.",
    },
    "800074": {
        meaning: "The customer is under review.",
        remedy: "Wait for the result of the review.",
    },
    "800075": {
        meaning: "The customer was not approved.",
        remedy: "Check the customer's data, and ask Partner Center support for the reason.",
    },
    "900118": {
        meaning: "The customer's id is invalid.",
        remedy: "Give the customer's tenant id.",
    },
    "900192": {
        meaning: "The service failed unexpectedly.",
        remedy: "Try again later; if it stays, give the ids below to Partner Center support.",
    },
    "900416": {
        meaning: "The customer's account is locked for transactions.",
        remedy: "Ask Partner Center support for the reason.",
    },
};
