import * as pulumi from "@pulumi/pulumi";
import { contosoCustomer } from "./customer";
import { landingZone } from "./landingZone";

const customer = contosoCustomer();

// What is made in the customer's tenant waits until somebody has rights there: see README.md.
const isTrusted = new pulumi.Config().getBoolean("isTrusted") ?? false;
const landed = isTrusted ? landingZone(customer) : undefined;

export const tenantId = customer.contoso.tenantId;
export const operator = customer.operator.userPrincipalName;
export const operatorCredentials = customer.operator.credentials;
export const azureSubscriptionIds = customer.azurePlan.azureSubscriptionIds;
export const operatorsGroup = landed?.operators.objectId;
export const resourceGroup = landed?.resourceGroup.id;
