import type { AccountApprovalWait } from "../accountApproval/args";
import { AccountApproval } from "../accountApproval/resource";
import { declareAlongside } from "../dynamic/declaredAlongside";
import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import { requestKeyOf } from "../dynamic/requestKey";
import * as pulumi from "../program/pulumi";
import type { CustomerArgs } from "./args";
import type { Address, BillingProfile, CompanyProfile, DeletionPolicy } from "./shapes";
import { askedAbout } from "./validation/online/askedAbout";

const typeToken = typeTokenOf("Customer");

/** What `Customer.get` may be told of a customer that it looks up. */
export interface CustomerGetState {
    companyProfile?: pulumi.Input<CompanyProfile>;
}

/** Name and one-time password of a customer's first administrator. */
export interface UserCredentials {
    /** Without the domain, usually `admin`: see `adminUserPrincipalName`. */
    userName: string;
    password: string;
}

/**
 * A customer of a Cloud Solution Provider partner: its Microsoft Entra tenant, the reseller
 * relationship, the billing profile and the first administrator.
 *
 * Creating it makes a tenant in the real world, and answers the administrator's password once. It
 * stands as a secret in the state from then on.
 *
 * What can change in place is the billing profile and `deletionPolicy`. Another domain is another
 * tenant: the customer is replaced, which `deletionPolicy` must allow. Registration number, reseller
 * and the choice about GDAP are fixed when the customer is created.
 *
 * @example
 * ```typescript
 * import * as partnercenter from "pulumi-partnercenter";
 *
 * const contoso = new partnercenter.Customer("contoso", {
 *     companyProfile: { domain: "contoso.onmicrosoft.com" },
 *     billingProfile: {
 *         email: "billing@contoso.com",
 *         culture: "en-US",
 *         language: "en",
 *         companyName: "Contoso Ltd.",
 *         defaultAddress: {
 *             country: "US",
 *             addressLine1: "One Microsoft Way",
 *             city: "Redmond",
 *             state: "WA",
 *             postalCode: "98052",
 *             firstName: "Ada",
 *             lastName: "Lovelace",
 *         },
 *     },
 * });
 *
 * export const tenantId = contoso.tenantId;
 * ```
 *
 * ### Import
 *
 * A customer that the partner already has is taken over with `existingCustomerId`, or read into the
 * stack by `partnercenter import` and `pulumi import --file`.
 *
 * @see https://learn.microsoft.com/partner-center/developer/customer-resources
 */
export class Customer extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads a customer without owning it: it is never changed or removed by this stack.
     *
     * @param name Name of the resource in the program.
     * @param id Tenant id of the customer, a GUID.
     * @example
     * ```typescript
     * const contoso = partnercenter.Customer.get("contoso", "dfd8cc0a-c592-468c-8461-869a38d24738");
     * export const domain = contoso.companyProfile.domain;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        state?: CustomerGetState,
        opts?: pulumi.CustomResourceOptions,
    ): Customer {
        return new Customer(name, (state ?? {}) as CustomerArgs, { ...opts, id });
    }

    /** Whether an object is a `Customer`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is Customer {
        return isOfKind("Customer", obj);
    }

    /** Domain, and registration number where one was given. */
    declare readonly companyProfile: pulumi.Output<CompanyProfile>;

    /** The billing profile as Partner Center holds it. */
    declare readonly billingProfile: pulumi.Output<
        Omit<BillingProfile, "defaultAddress"> & { defaultAddress: Address }
    >;

    /** Tenant id of the indirect reseller, if there is one. */
    declare readonly associatedPartnerId: pulumi.Output<string | undefined>;

    /** Whether a default GDAP relationship was asked for at creation. */
    declare readonly enableGDAPByDefault: pulumi.Output<boolean | undefined>;

    /** The id by which the customer was taken over, if it was. */
    declare readonly existingCustomerId: pulumi.Output<string | undefined>;

    /** The policy in force. */
    declare readonly deletionPolicy: pulumi.Output<DeletionPolicy>;

    /**
     * The customer's Microsoft Entra tenant, a GUID; also the resource's id. With
     * `waitForAccountApproval` it is known when the account is approved.
     */
    declare readonly tenantId: pulumi.Output<string>;

    /** The customer's id in the commerce system, a GUID. */
    declare readonly commerceId: pulumi.Output<string>;

    /** `reseller` while the relationship lasts; new values of the service pass through. */
    declare readonly relationshipToPartner: pulumi.Output<string>;

    /** Whether the partner has delegated rights in the tenant. */
    declare readonly allowDelegatedAccess: pulumi.Output<boolean | undefined>;

    /** All domains of the tenant; absent without delegated access. */
    declare readonly customDomains: pulumi.Output<string[] | undefined>;

    /**
     * Name and one-time password of the first administrator, as a secret. Absent for a customer that
     * was taken over.
     */
    declare readonly userCredentials: pulumi.Output<UserCredentials | undefined>;

    /** Sign-in name of the first administrator: `admin@<domain>`. Absent for a customer that was taken over. */
    declare readonly adminUserPrincipalName: pulumi.Output<string | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerArgs`. All faults are reported at preview, at once.
     */
    constructor(name: string, args: CustomerArgs, opts: pulumi.CustomResourceOptions = {}) {
        const alongside =
            opts.id === undefined ? declareAlongside("Customer", args, askedAbout) : undefined;
        const inputs = {
            companyProfile: args.companyProfile,
            billingProfile: args.billingProfile,
            associatedPartnerId: args.associatedPartnerId,
            enableGDAPByDefault: args.enableGDAPByDefault,
            existingCustomerId: args.existingCustomerId,
            deletionPolicy: args.deletionPolicy,
            ...(opts.id === undefined && { requestKey: requestKeyOf(typeToken, name, opts) }),
            ...(alongside && { declaredAlongside: alongside.input }),
        };
        const stacks = pausePromiseStacks();
        try {
            super(
                typeToken,
                name,
                registration("Customer", inputs, [
                    "tenantId",
                    "commerceId",
                    "relationshipToPartner",
                    "allowDelegatedAccess",
                    "customDomains",
                    "userCredentials",
                    "adminUserPrincipalName",
                ]),
                pulumi.mergeOptions(opts, { additionalSecretOutputs: ["userCredentials"] }),
            );
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
        alongside?.as(this);
        if (args.waitForAccountApproval) {
            this.tenantId = approved(this, name, args.waitForAccountApproval);
        }
    }
}

/**
 * The customer's tenant id, as it is known to whoever waits for the approval of its account. The wait
 * is a resource of its own, so that the customer and its password are in the state while it lasts.
 */
function approved(
    customer: Customer,
    name: string,
    wait: true | AccountApprovalWait,
): pulumi.Output<string> {
    const args = { customerId: customer.tenantId, ...(wait !== true && wait) };
    // A customer that is protected does not protect a wait.
    return new AccountApproval(name, args, { parent: customer, protect: false }).customerId;
}
