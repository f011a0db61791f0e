import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import * as pulumi from "../program/pulumi";
import type { SubscriptionSupportContactArgs } from "./args";

const typeToken = typeTokenOf("SubscriptionSupportContact");

/**
 * Whom a customer asks about a subscription: a value added reseller of the partner, who is an indirect
 * provider. Another reseller is named in place. No call takes a contact back: when the resource goes, the
 * reseller stays, which `pulumi destroy` says.
 *
 * Microsoft has it for the former (legacy) offers of licences alone, and not for those of the new
 * commerce. Needs sign-in as application and user; 21Vianet does not have it.
 *
 * @example
 * ```typescript
 * new partnercenter.SubscriptionSupportContact("contoso-mail", {
 *     customerId: contoso.tenantId,
 *     subscriptionId: "c8d8fbab-6a62-44dc-be50-b7c74e43a296",
 *     supportTenantId: "484e548c-f5f3-4528-93a9-c16c6373cb59",
 *     supportMpnId: "4847383",
 *     name: "First Up Consultants",
 * });
 * ```
 *
 * ### Import
 *
 * A contact that a subscription has needs no import: declare it.
 *
 * @see https://learn.microsoft.com/partner-center/developer/update-a-subscription-s-support-contact
 */
export class SubscriptionSupportContact extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a subscription's support contact without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id `<customerId>/<subscriptionId>`.
     * @example
     * ```typescript
     * const contact = partnercenter.SubscriptionSupportContact.get("mail", pulumi.interpolate`${contoso.tenantId}/c8d8fbab-6a62-44dc-be50-b7c74e43a296`);
     * export const reseller = contact.supportTenantId;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): SubscriptionSupportContact {
        return new SubscriptionSupportContact(name, {} as SubscriptionSupportContactArgs, {
            ...opts,
            id,
        });
    }

    /** Whether an object is a `SubscriptionSupportContact`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is SubscriptionSupportContact {
        return isOfKind("SubscriptionSupportContact", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Id of the customer's subscription. */
    declare readonly subscriptionId: pulumi.Output<string>;

    /** Tenant id of the reseller. */
    declare readonly supportTenantId: pulumi.Output<string>;

    /** The reseller's id in the Microsoft AI Cloud Partner Program. */
    declare readonly supportMpnId: pulumi.Output<string>;

    /** Name of the reseller. The resource's own name in the program is another one. */
    declare readonly name: pulumi.Output<string>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `SubscriptionSupportContactArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: SubscriptionSupportContactArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = ["customerId", "subscriptionId", "supportTenantId", "supportMpnId", "name"];
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("SubscriptionSupportContact", { ...args }, outputs),
                opts,
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
