import { sameName } from "../sameName";
import { type OfferArguments, offerOf, sameOffer } from "./offer";

/** What a purchase is: where one of these differs, it is another one. */
interface Identity extends OfferArguments {
    customerId?: string;
    termDuration?: string;
    billingCycle?: string;
}

const members = ["customerId", "termDuration", "billingCycle"] as const;

/** The arguments by which two purchases are not the same. No call can change any of them. */
export function identityChanges(olds: Identity, news: Identity): string[] {
    const offerMembers =
        news.catalogItemId === undefined ? ["productId", "skuId"] : ["catalogItemId"];
    return [
        ...members.filter((member) => !sameName(olds[member], news[member])),
        ...(sameOffer(offerOf(olds), offerOf(news)) ? [] : offerMembers),
    ];
}
