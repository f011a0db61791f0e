import type { CustomerRecord } from "../../records/customers";
import type { Cart } from "../../records/purchases";
import type { Settings } from "../../settings";
import { ServiceFailure } from "../http/errors";
import { findOffer } from "./catalogue";

/** Why a cart cannot be bought now (docs: error-codes); `undefined` where nothing stands in the way. */
export function purchaseObstacle(
    customer: CustomerRecord,
    cart: Cart,
    { cloud }: Settings,
): ServiceFailure | undefined {
    const vetting = customer.vetting?.status ?? "Allowed";
    if (vetting !== "Allowed") {
        return vetting === "NotAllowed"
            ? new ServiceFailure(403, 800075, "Your Customer account wasn't approved.")
            : new ServiceFailure(
                  403,
                  800073,
                  "Your customer account is currently under review. Check back in few days.",
              );
    }
    // The other clouds have no such agreement, and no way to confirm one.
    if (cloud === "global" && !hasAgreed(customer)) {
        return new ServiceFailure(
            403,
            13605,
            "Either a partner confirmation of the customer acceptance of the Microsoft Customer Agreement must be provided or the customer must accept the Microsoft Customer Agreement in the Microsoft Admin Center before you can complete this purchase.",
        );
    }
    if (cart.lines.length === 0) {
        return new ServiceFailure(400, 800009, "Error in Cart item(s).");
    }
    // The catalogue may have changed since the cart was made.
    return cart.lines.every(({ catalogItemId }) => findOffer(catalogItemId) !== undefined)
        ? undefined
        : new ServiceFailure(404, 400019, "Availability not found.");
}

function hasAgreed({ agreements = [], hasSignedDirectly = false }: CustomerRecord): boolean {
    return (
        hasSignedDirectly || agreements.some(({ type }) => type === "MicrosoftCustomerAgreement")
    );
}
