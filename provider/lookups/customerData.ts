import type { DataName, dataPaths } from "../partnercenter/dataPaths";
import type { PartnerCenterOptions } from "../program/openPartnerCenter";
import * as pulumi from "../program/pulumi";
import { ask, type Inputs, outputForm } from "../program/questions";
import { dataOf } from "./data";

/** The names of the places in a path. */
type Places<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Places<Rest>
    : never;

/** Which data, and what its address needs: the customer's id, and those of an order, a user and so on. */
export type GetCustomerDataArgs<Name extends DataName = DataName> = {
    data: Name;
} & { [Place in Places<(typeof dataPaths)[Name]>]: string };

/**
 * Reads what a customer has and uses, of which no other function tells: users, licences, orders, usage,
 * costs, products and more. The answer has the members that the service documents, in camelCase,
 * without links and etags; of a list all items, page by page.
 *
 * @returns What the page of the service describes; its shape is not checked here.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-rest-api-reference
 * @example
 * ```typescript
 * const skus = await partnercenter.getCustomerData({
 *     data: "subscribedSkus",
 *     customerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
 * });
 * ```
 */
export async function getCustomerData<Name extends DataName>(
    args: GetCustomerDataArgs<Name>,
    options?: PartnerCenterOptions,
): Promise<unknown> {
    const { data: name, ...values } = args;
    return await ask(options, async ({ data }) => dataOf(await data.read(name, values)));
}

/** Whoever has one of these links or codes can use what it stands for. */
const redeemable: ReadonlySet<DataName> = new Set<DataName>([
    "orderActivationLinks",
    "orderLineItemActivationLinks",
    "subscriptionActivationLinks",
    "validationCodes",
]);

/**
 * `getCustomerData` for arguments that are outputs. Activation links and validation codes are secrets.
 *
 * @example
 * ```typescript
 * const users = partnercenter.getCustomerDataOutput({ data: "users", customerId: contoso.tenantId });
 * ```
 */
export function getCustomerDataOutput<Name extends DataName>(
    args: Inputs<GetCustomerDataArgs<Name>>,
    options?: PartnerCenterOptions,
): pulumi.Output<unknown> {
    const answer = outputForm<GetCustomerDataArgs<Name>, unknown>(getCustomerData)(args, options);
    return pulumi
        .all([answer, args.data])
        .apply(([data, name]) => (redeemable.has(name as Name) ? pulumi.secret(data) : data));
}
