import { type Foresight, type ForesightContext, foresightOf } from "../lifecycle/lifecycle";
import { locationMissing, productMissing, productOf } from "./refusal";
import type { UserLicenseInputs } from "./shapes";

/**
 * Whether the customer has such licences, and the user may get one. All of it may still come in the
 * same run, by an order or a change of the user: so nothing here is a fault.
 */
export async function foreseeAssignment(
    inputs: UserLicenseInputs,
    context: ForesightContext,
): Promise<Foresight> {
    const obstacle = context.client().obstacleTo("updateUserLicenses");
    if (obstacle !== undefined) {
        return foresightOf({ problems: [`CustomerUserLicense: ${obstacle}`] });
    }
    const { customerId } = inputs;
    if (context.isUnknown(customerId)) {
        return foresightOf();
    }
    const [ofProduct, ofUser] = await Promise.all([
        productDoubts(inputs, context),
        userDoubts(inputs, context),
    ]);
    return foresightOf({ warnings: [...ofProduct, ...ofUser] });
}

async function productDoubts(
    { customerId, skuId }: UserLicenseInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<string[]> {
    const skus = isUnknown(skuId)
        ? undefined
        : await inquiry.ask("what a customer has licences of", customerId, (client) =>
              client.userLicenses.subscribedSkus(customerId),
          );
    if (skus === undefined) {
        return [];
    }
    const product = productOf(skus, skuId);
    if (product === undefined) {
        return [`skuId: ${productMissing(skus, customerId, skuId)}`];
    }
    const { availableUnits = 1, totalUnits } = product;
    return availableUnits > 0
        ? []
        : [`skuId: all ${totalUnits} licences of ${product.productSku?.name} are in use.`];
}

async function userDoubts(
    { customerId, userId }: UserLicenseInputs,
    { inquiry, isUnknown }: ForesightContext,
): Promise<string[]> {
    const user = isUnknown(userId)
        ? undefined
        : await inquiry.ask("where a user is", `${customerId}/${userId}`, (client) =>
              client.users.get(customerId, userId),
          );
    return user === undefined || user.usageLocation ? [] : [`userId: ${locationMissing(userId)}`];
}
