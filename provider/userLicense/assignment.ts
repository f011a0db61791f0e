import { patienceMs, patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import { isNotFound, isRefusal, unlessGone } from "../partnercenter/errors";
import type { LicenseResource } from "../partnercenter/userLicenses";
import { sameName } from "../validation/sameName";
import { notUsable, plansForUsers, samePlans } from "./plans";
import { explained, ProductMissing, productOf } from "./refusal";
import type { UserLicenseInputs } from "./shapes";

type LicenseId = Pick<UserLicenseInputs, "customerId" | "userId" | "skuId">;

/** Assigns the product with these plans. A user who has it so already counts as done. */
export async function assign(inputs: UserLicenseInputs, client: PartnerCenter): Promise<void> {
    const { customerId, userId, skuId, excludedPlans } = inputs;
    const update = { licensesToAssign: [{ skuId, excludedPlans }] };
    const attempt = async () => {
        try {
            await client.userLicenses.update(customerId, userId, update);
        } catch (error) {
            if (!isRefusal(error) || isNotFound(error)) {
                throw error;
            }
            // An attempt whose answer was lost may be why the next one is refused.
            if (!(await isDone(inputs, client))) {
                throw await explained(error, inputs, client);
            }
        }
    };
    const isEarly = (error: Error) => isNotFound(error) || error instanceof ProductMissing;
    await patiently(attempt, client, patienceMs, isEarly);
}

/** Takes the product from the user; one who does not have it, or is gone, is what was wanted. */
export async function take(license: LicenseId, client: PartnerCenter): Promise<void> {
    try {
        const { customerId, userId, skuId } = license;
        await client.userLicenses.update(customerId, userId, { licensesToRemove: [skuId] });
    } catch (error) {
        const isLeft = () =>
            licenseOf(license, client).then(
                (held) => held !== undefined,
                () => true,
            );
        if (!isRefusal(error) || (await isLeft())) {
            throw error;
        }
    }
}

/** The licence as it is now; `undefined` if the user does not have it, or is gone. */
export async function licenseOf(
    { customerId, userId, skuId }: LicenseId,
    client: PartnerCenter,
): Promise<LicenseResource | undefined> {
    const held = await unlessGone(client.userLicenses.list(customerId, userId));
    return held?.find(({ productSku }) => sameName(productSku?.id, skuId));
}

async function isDone(inputs: UserLicenseInputs, client: PartnerCenter): Promise<boolean> {
    try {
        const held = await licenseOf(inputs, client);
        const skus = held && (await client.userLicenses.subscribedSkus(inputs.customerId));
        const product = skus && productOf(skus, inputs.skuId);
        return (
            product !== undefined &&
            samePlans(notUsable(plansForUsers(product), held ?? {}), inputs.excludedPlans)
        );
    } catch {
        return false;
    }
}
