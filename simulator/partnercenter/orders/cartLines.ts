import type { CustomerRecord } from "../../records/customers";
import type { CartLine } from "../../records/purchases";
import type { Settings } from "../../settings";
import { bind, membersOf } from "../http/bind";
import { invalidInput } from "../http/errors";
import { findOffer, type Offer } from "./catalogue";

const lineShape = {
    catalogItemId: "text",
    friendlyName: "text",
    quantity: "text",
    billingCycle: "text",
    termDuration: "text",
} as const;

/** A line that the cart cannot hold, with its error as the answer shows it (docs: CartError). */
export interface RefusedLine {
    id: number;
    catalogItemId: string;
    quantity: number;
    error: { errorCode: string; errorDescription: string };
}

const sandboxSeats = 25;
const sandboxSubscriptions = 5;

/**
 * The lines of a cart's body. What is wrong with one of them is told as its `error`: the cart itself
 * is made all the same.
 *
 * @throws ServiceFailure 400 where the body has no lines.
 */
export function readCartLines(
    body: unknown,
    customer: CustomerRecord,
    settings: Settings,
): { lines: CartLine[]; refused: RefusedLine[] } {
    const lines: CartLine[] = [];
    const refused: RefusedLine[] = [];
    for (const [index, item] of itemsOf(body).entries()) {
        const line = readLine(item, index);
        const error = errorOf(line, customer, settings, lines.length);
        if (error === undefined) lines.push(line);
        else
            refused.push({
                id: index,
                catalogItemId: line.catalogItemId,
                quantity: line.quantity,
                error,
            });
    }
    return { lines, refused };
}

function itemsOf(body: unknown): unknown[] {
    const items = memberOf(body, "lineitems");
    if (Array.isArray(items) && items.length > 0) return items;
    throw invalidInput("lineItems", "at least one line is expected");
}

/** A member of a body, in any casing; `name` is in small letters. */
export function memberOf(value: unknown, name: string): unknown {
    return membersOf(value).get(name);
}

function readLine(item: unknown, index: number): CartLine {
    const path = `lineItems[${index}]`;
    const {
        catalogItemId = "",
        quantity = "",
        billingCycle = "",
        ...line
    } = bind(lineShape, item, path);
    if (!/^\d+$/.test(quantity)) throw invalidInput(`${path}.quantity`, "a number is expected");
    const reseller = resellerOf(memberOf(item, "participants"));
    return {
        catalogItemId: catalogItemId.toUpperCase(),
        quantity: Number(quantity),
        billingCycle: billingCycle.toLowerCase().replace("onetime", "one_time"),
        ...(line.termDuration && { termDuration: line.termDuration.toUpperCase() }),
        ...(line.friendlyName && { friendlyName: line.friendlyName }),
        ...(reseller && { resellerPartnerId: reseller }),
    };
}

function resellerOf(participants: unknown): string | undefined {
    if (!Array.isArray(participants)) return undefined;
    const reseller = participants.find((one) => memberOf(one, "key") === "transaction_reseller");
    return reseller && String(memberOf(reseller, "value"));
}

function errorOf(
    line: CartLine,
    customer: CustomerRecord,
    settings: Settings,
    linesBefore: number,
): RefusedLine["error"] | undefined {
    const offer = findOffer(line.catalogItemId);
    if (offer === undefined) {
        return error(
            "CatalogItemIdIsNotValid",
            `The catalog item ${line.catalogItemId} is not valid.`,
        );
    }
    const term = offer.terms.find(
        ({ duration, billingCycle }) =>
            duration === line.termDuration && billingCycle === line.billingCycle,
    );
    if (term === undefined) {
        const asked = `${line.termDuration ?? "no term"}, ${line.billingCycle}`;
        return error("InvalidInput", `The item is not available for ${asked}.`);
    }
    return (
        resellerError(line, settings) ??
        quantityError(line, offer, settings) ??
        sandboxError(customer, settings, linesBefore)
    );
}

/** Only an indirect provider names a reseller, and only one of its own. */
function resellerError(
    { resellerPartnerId }: CartLine,
    { partner, resellers }: Settings,
): RefusedLine["error"] | undefined {
    if (resellerPartnerId === undefined) return undefined;
    if (partner.kind !== "indirectProvider") {
        return error(
            "ParticipantsIsNotSupportedForPartner",
            "Setting participants isn't supported for the partner.",
        );
    }
    return resellers.some(({ mpnId }) => mpnId === resellerPartnerId)
        ? undefined
        : error("InvalidInput", `${resellerPartnerId} is not a valid indirect reseller.`);
}

function quantityError(
    { quantity }: CartLine,
    { minimumQuantity, maximumQuantity }: Offer,
    { environment }: Settings,
): RefusedLine["error"] | undefined {
    if (quantity < minimumQuantity || quantity > maximumQuantity) {
        return error(
            "MaxAllowedSeatsPerSubscriptionExceeded",
            `The quantity must be between ${minimumQuantity} and ${maximumQuantity}.`,
        );
    }
    // docs: test-and-debug limits the licences of a sandbox subscription.
    return environment === "sandbox" && quantity > sandboxSeats
        ? error("SandboxLimitExceeded", `The sandbox allows ${sandboxSeats} licences.`)
        : undefined;
}

function sandboxError(
    { subscriptions }: CustomerRecord,
    { environment }: Settings,
    linesBefore: number,
): RefusedLine["error"] | undefined {
    const active = subscriptions.filter(({ status }) => status === "active").length;
    return environment === "sandbox" && active + linesBefore >= sandboxSubscriptions
        ? error("SandboxLimitExceeded", `The sandbox allows ${sandboxSubscriptions} subscriptions.`)
        : undefined;
}

function error(errorCode: string, errorDescription: string): RefusedLine["error"] {
    return { errorCode, errorDescription };
}
