import { isOfKind, typeTokenOf } from "../dynamic/kinds";
import { pausePromiseStacks } from "../dynamic/promiseStacks";
import { registration } from "../dynamic/registration";
import type { AgreementContact } from "../partnercenter/agreements";
import * as pulumi from "../program/pulumi";
import type { CustomerAgreementArgs } from "./args";

const typeToken = typeTokenOf("CustomerAgreement");

/**
 * The partner's confirmation that a customer has accepted the Microsoft Customer Agreement. Without
 * it Partner Center takes no order for the customer (13605).
 *
 * An acceptance that this contact has confirmed already counts as done, and nothing is sent. Another
 * contact, or another `templateId`, is confirmed anew. Partner Center has no call that takes a
 * confirmation back: when the resource goes, it is forgotten here and stays there.
 *
 * Needs sign-in as application and user, and the global cloud: the others have no such call.
 *
 * @example
 * ```typescript
 * const agreement = new partnercenter.CustomerAgreement("contoso", {
 *     customerId: contoso.tenantId,
 *     primaryContact: { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" },
 * });
 *
 * export const text = agreement.agreementLink;
 * ```
 *
 * ### Import
 *
 * A confirmation that exists needs no import: declare it with the same contact.
 *
 * @see https://learn.microsoft.com/partner-center/developer/agreement-resources
 */
export class CustomerAgreement extends pulumi.CustomResource {
    static readonly __pulumiType = typeToken;

    /**
     * Reads the newest confirmation of a customer without owning it.
     *
     * @param name Name of the resource in the program.
     * @param id Tenant id of the customer, a GUID.
     * @example
     * ```typescript
     * const agreement = partnercenter.CustomerAgreement.get("contoso", contoso.tenantId);
     * export const accepted = agreement.dateAgreed;
     * ```
     */
    static get(
        name: string,
        id: pulumi.Input<pulumi.ID>,
        opts?: pulumi.CustomResourceOptions,
    ): CustomerAgreement {
        return new CustomerAgreement(name, {} as CustomerAgreementArgs, { ...opts, id });
    }

    /** Whether an object is a `CustomerAgreement`, also one of another copy of this package. */
    static override isInstance(obj: unknown): obj is CustomerAgreement {
        return isOfKind("CustomerAgreement", obj);
    }

    /** Tenant id of the customer. */
    declare readonly customerId: pulumi.Output<string>;

    /** Who accepted the agreement for the customer. */
    declare readonly primaryContact: pulumi.Output<AgreementContact>;

    /** The day of the acceptance in UTC, as Partner Center holds it: `2026-11-24`. */
    declare readonly dateAgreed: pulumi.Output<string>;

    /** The version of the text that was accepted. */
    declare readonly templateId: pulumi.Output<string>;

    /** Where the text can be read, if the service says so. */
    declare readonly agreementLink: pulumi.Output<string | undefined>;

    /**
     * @param name Name of the resource in the program.
     * @param args See `CustomerAgreementArgs`. All faults are reported at preview, at once.
     */
    constructor(
        name: string,
        args: CustomerAgreementArgs,
        opts: pulumi.CustomResourceOptions = {},
    ) {
        const outputs = [
            "customerId",
            "primaryContact",
            "dateAgreed",
            "templateId",
            "agreementLink",
        ];
        const stacks = pausePromiseStacks();
        try {
            super(typeToken, name, registration("CustomerAgreement", { ...args }, outputs), opts);
        } catch (error) {
            throw stacks.located(error);
        } finally {
            stacks.resume();
        }
    }
}
