/**
 * What the dynamic-provider process loads. Its path, `pulumi-partnercenter/provider`, and the names
 * of its exports stand in the state of every resource: they never change.
 */
import { customerLifecycle } from "../customer/lifecycle";
import { resourceProvider } from "./resourceProvider";

export const Customer = resourceProvider(customerLifecycle);
