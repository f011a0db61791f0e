import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError } from "../partnercenter/errors";
import type { SubscribedSkuResource } from "../partnercenter/userLicenses";
import { sameName } from "../validation/sameName";
import type { UserLicenseInputs } from "./shapes";

/** The customer has no licences of the product; those of an order show in the directory after a while. */
export class ProductMissing extends PartnerCenterError {}

/** The refusal, with what the customer has not or the user lacks: the service has no codes for these. */
export async function explained(
    refusal: PartnerCenterError,
    { customerId, userId, skuId }: UserLicenseInputs,
    client: PartnerCenter,
): Promise<PartnerCenterError> {
    try {
        const skus = await client.userLicenses.subscribedSkus(customerId);
        if (productOf(skus, skuId) === undefined) {
            const why = `${productMissing(skus, customerId, skuId)} If it was ordered a moment ago, run pulumi up again in some minutes.`;
            return new ProductMissing(`${refusal.message}\n  ${why}`, { cause: refusal });
        }
        const { usageLocation } = await client.users.get(customerId, userId);
        return usageLocation
            ? refusal
            : new PartnerCenterError(`${refusal.message}\n  ${locationMissing(userId)}`, {
                  cause: refusal,
              });
    } catch {
        // Explaining a refusal is a courtesy: when it fails, the refusal itself is what counts.
        return refusal;
    }
}

export function productOf(
    skus: readonly SubscribedSkuResource[],
    skuId: string,
): SubscribedSkuResource | undefined {
    return skus.find(({ productSku }) => sameName(productSku?.id, skuId));
}

export function productMissing(
    skus: readonly SubscribedSkuResource[],
    customerId: string,
    skuId: string,
): string {
    const known = skus.map(
        ({ productSku: { id, name = "without a name" } = {} }) => `${name} (${id})`,
    );
    return `Customer ${customerId} has no licences of the product ${skuId}, but of ${known.join(", ") || "none at all"}.`;
}

export function locationMissing(userId: string): string {
    return `The user ${userId} has no usageLocation, without which no licence is assigned: give the user one.`;
}
