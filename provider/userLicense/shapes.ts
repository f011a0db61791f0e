/** What a program declares of a licence; also all that the state holds of it. */
export interface UserLicenseInputs {
    customerId: string;
    userId: string;
    skuId: string;
    excludedPlans: string[];
}
