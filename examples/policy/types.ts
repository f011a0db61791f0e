/** The types of the resources, as Pulumi calls them in states and policies. */
export const customerType = "pulumi-nodejs:dynamic/partnercenter:Customer";
export const agreementType = "pulumi-nodejs:dynamic/partnercenter:CustomerAgreement";

/** What policies look at in a customer. At preview a member may not be known yet. */
export interface DeclaredCustomer {
    companyProfile?: { domain?: string };
    billingProfile?: { defaultAddress?: { country?: string } };
    deletionPolicy?: string;
}
