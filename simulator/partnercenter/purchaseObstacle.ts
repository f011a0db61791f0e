import type { Cart } from "../purchases";
import type { CustomerRecord } from "../store";
import { findOffer } from "./catalogue";
import { ServiceFailure } from "./errors";

/** Why a cart cannot be bought now (docs: error-codes); `undefined` where nothing stands in the way. */
export function purchaseObstacle(
    _customer: CustomerRecord,
    cart: Cart,
): ServiceFailure | undefined {
    if (cart.lines.length === 0) {
        return new ServiceFailure(400, 800009, "Error in Cart item(s).");
    }
    // The catalogue may have changed since the cart was made.
    return cart.lines.every(({ catalogItemId }) => findOffer(catalogItemId) !== undefined)
        ? undefined
        : new ServiceFailure(404, 400019, "Availability not found.");
}
