import { toState } from "../../customer/wire";
import { typeTokenOf } from "../../dynamic/kinds";
import { providerText } from "../../dynamic/providerText";
import type { CustomerResource } from "../../partnercenter/types";

/** A resource as `pulumi import --file` takes it. */
export interface ImportedResource {
    type: string;
    name: string;
    id: string;
    inputs: object;
    outputs: object;
}

/**
 * A customer as if this stack had made it. Inputs and outputs are given, because Pulumi cannot ask a
 * dynamic provider for them: it would not know which one.
 */
export function importedCustomer(held: CustomerResource): ImportedResource {
    const declared = {
        companyProfile: { domain: held.companyProfile?.domain ?? "" },
        deletionPolicy: "prevent",
        ...(held.associatedPartnerId && { associatedPartnerId: held.associatedPartnerId }),
    } as const;
    const state = toState(declared, held);
    const __provider = providerText("Customer");
    return {
        type: typeTokenOf("Customer"),
        name: declared.companyProfile.domain.split(".")[0] ?? held.id,
        id: held.id,
        inputs: { __provider, ...declared, billingProfile: state.billingProfile },
        outputs: { __provider, ...state },
    };
}
