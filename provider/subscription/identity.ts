import { sameName } from "../validation/sameName";
import { type OfferArguments, offerOf, sameOffer } from "./offer";

/** What a purchase is: where one of these differs, it is another one. */
interface Identity extends OfferArguments {
    customerId?: string;
    termDuration?: string;
    billingCycle?: string;
}

const members = ["customerId", "termDuration", "billingCycle"] as const;

/** The arguments by which two purchases are not the same. */
export function identityChanges(olds: Identity, news: Identity): string[] {
    const offerMembers =
        news.catalogItemId === undefined ? ["productId", "skuId"] : ["catalogItemId"];
    return [
        ...members.filter((member) => !sameName(olds[member], news[member])),
        ...(sameOffer(offerOf(olds), offerOf(news)) ? [] : offerMembers),
    ];
}

/**
 * Whether the same customer is to have another offer: what was bought becomes that, terms included, where
 * the service lists it as an eligible transition. It is never bought anew.
 */
export function isTransition(olds: Identity, news: Identity): boolean {
    return sameName(olds.customerId, news.customerId) && !sameOffer(offerOf(olds), offerOf(news));
}

/** The arguments whose change no call can make: they need another purchase. */
export function replacingChanges(olds: Identity, news: Identity): string[] {
    return isTransition(olds, news) ? [] : identityChanges(olds, news);
}
