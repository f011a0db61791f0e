import { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as azuread from "@pulumi/azuread";
import type { contosoCustomer } from "./customer";

/** The first resources in the customer's own tenant and Azure subscription. */
export function landingZone({ contoso, operator, azurePlan }: ReturnType<typeof contosoCustomer>) {
    const { tenantId } = contoso;
    const directory = new azuread.Provider("contoso", { tenantId });
    const azure = new AzureProvider("contoso", {
        tenantId,
        subscriptionId: azurePlan.azureSubscriptionIds.apply((ids) => ids?.[0] ?? ""),
    });

    const operators = new azuread.Group(
        "operators",
        { displayName: "Operators", securityEnabled: true },
        { provider: directory },
    );
    new azuread.GroupMember(
        "operator",
        { groupObjectId: operators.objectId, memberObjectId: operator.userId },
        { provider: directory },
    );
    const resourceGroup = new ResourceGroup(
        "landing-zone",
        { location: "westus2" },
        { provider: azure },
    );
    return { operators, resourceGroup };
}
