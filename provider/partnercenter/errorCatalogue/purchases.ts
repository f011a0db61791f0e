import type { Explanations } from "./explanation";

/** Carts, orders, subscriptions, and what they become. */
export const purchases: Explanations = {
    "2001": {
        meaning:
            "A required value is missing; of a subscription: its quantity cannot change while it is suspended.",
        remedy: "Check the fields that the service names, and the subscription's status.",
    },
    "2002": {
        meaning: "The quantity is outside of what the offer allows.",
        remedy: "Check the offer's minimum and maximum; a preview tells them.",
    },
    "2011": {
        meaning: "The subscription has ended, and cannot change any more.",
        remedy: "Run pulumi refresh, which forgets it.",
    },
    "2054": {
        meaning: "No call changes the billing cycle of a subscription that exists.",
        remedy: "Set billingCycle back; the portal changes it for the next term.",
    },
    "13605": {
        meaning: "The customer has not accepted the Microsoft Customer Agreement.",
        remedy: "Confirm it by a CustomerAgreement resource, on which the order depends (dependsOn).",
    },
    "20003": {
        meaning: "The customer has no such subscription, or not yet.",
        remedy: "Check the id; after an order, wait a little.",
    },
    "400013": {
        meaning: "The catalogue has no such product for this customer.",
        remedy: "Check productId, and whether it is sold in the customer's country.",
    },
    "400018": {
        meaning: "The product has no such SKU.",
        remedy: "Check skuId, which has leading zeros.",
    },
    "400019": {
        meaning: "The availability is not for sale any more.",
        remedy: "Run pulumi up again: availabilities are looked up anew.",
    },
    "800008": {
        meaning: "The cart is not there (any more): carts live for seven days.",
        remedy: "Replace the cart of the subscription.",
    },
    "800009": {
        meaning: "The cart holds something that cannot be bought.",
        remedy: "Check offer, terms and quantity.",
    },
    "800011": {
        meaning: "This is no Azure subscription.",
        remedy: "Give the id of an Azure subscription of the customer.",
    },
    "800012": {
        meaning: "The subscription is not active.",
        remedy: 'Set status: "active" first; what has ended cannot change any more.',
    },
    "800013": {
        meaning: "The subscription is not registered for reservations.",
        remedy: "Declare a SubscriptionRegistration, on which the order depends (dependsOn).",
    },
    "800020": {
        meaning: "This offer may not be bought.",
        remedy: "Check the customer's segment and the partner's programme enrolment.",
    },
    "800030": {
        meaning: "The subscription is not registered for reservations.",
        remedy: "Declare a SubscriptionRegistration, on which the order depends (dependsOn).",
    },
    "800042": {
        meaning: "The service does not support this.",
        remedy: "Support contacts are for the former (legacy) offers only.",
    },
    "800060": {
        meaning: "The order is being worked on.",
        remedy: "Run pulumi up again in some minutes; it orders nothing a second time.",
    },
    "800064": {
        meaning: "The cart is being checked out by another request.",
        remedy: "Run pulumi up again in some minutes; it orders nothing a second time.",
    },
    "800065": {
        meaning: "The cart was checked out before.",
        remedy: "Run pulumi up again: it looks for the order of that time.",
    },
    "800066": {
        meaning: "The customer has as many subscriptions as are allowed.",
        remedy: "End one of them first.",
    },
    "800067": {
        meaning: "The subscription would have more licences than are allowed.",
        remedy: "Reduce quantity.",
    },
    "800069": {
        meaning: "Microsoft's risk management refused the order.",
        remedy: "Ask Partner Center support for the reason.",
    },
    "800090": {
        meaning: "Licences are taken back for seven days after they were bought.",
        remedy: "Set quantity back, and reduce it when the term is renewed.",
    },
    "800091": {
        meaning: "A suspended subscription cannot change.",
        remedy: 'Set status: "active" too.',
    },
    "800093": {
        meaning: "The subscription cannot renew itself.",
        remedy: "Leave autoRenewEnabled out.",
    },
    "800096": {
        meaning: "The status of the subscription cannot change to this.",
        remedy: "Check until when it can be cancelled, and whether something still uses it.",
    },
    "800111": {
        meaning: "The Azure plan has no such Azure subscription.",
        remedy: "Check subscriptionId (the plan) and entitlementId (the Azure subscription).",
    },
    "900115": {
        meaning: "The Azure plan has Azure subscriptions that are active.",
        remedy: 'Cancel them first: each as an AzureEntitlement with deletionPolicy "cancel", or in Azure.',
    },
    "900267": {
        meaning: "A transition cannot shorten the term.",
        remedy: "Give the term that the subscription has, or a longer one.",
    },
    "900268": {
        meaning: "What the subscription is to become is not sold for this term.",
        remedy: "Check termDuration; the preview of a new order tells the terms of an offer.",
    },
    "900269": {
        meaning: "What the subscription is to become is not billed in this cycle.",
        remedy: "Check billingCycle; the preview of a new order tells the terms of an offer.",
    },
    "900270": {
        meaning: "The billing cycle is longer than the term.",
        remedy: "Shorten billingCycle, or lengthen termDuration.",
    },
    "900275": {
        meaning: "The quantity is outside of what the offer allows.",
        remedy: "Change quantity.",
    },
    "900278": {
        meaning: "Another change of this subscription is under way.",
        remedy: "Run pulumi up again later; it may take a day.",
    },
    "900291": {
        meaning: "The end of the term lies beyond the first term.",
        remedy: "Give an earlier customTermEndDate.",
    },
    "900292": {
        meaning: "A term ends with a month, or with another subscription of new commerce.",
        remedy: "Give such a day as customTermEndDate.",
    },
    "900307": {
        meaning: "The service does not know this cancellationReason.",
        remedy: 'Give "compromise", the one that is documented.',
    },
};
