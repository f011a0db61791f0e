export {
    type AccountStatus,
    type GetAccountStatusArgs,
    getAccountStatus,
    getAccountStatusOutput,
} from "./accountStatus";
export {
    type AgreementTemplate,
    type GetAgreementTemplatesArgs,
    getAgreementTemplates,
    getAgreementTemplatesOutput,
} from "./agreementTemplates";
export {
    type GetCustomerArgs,
    type GetCustomerResult,
    getCustomer,
    getCustomerOutput,
} from "./customer";
export {
    type GetCustomerDataArgs,
    getCustomerData,
    getCustomerDataOutput,
} from "./customerData";
export {
    type GetCustomersArgs,
    type GetCustomersOfResellerArgs,
    getCustomers,
    getCustomersOfReseller,
    getCustomersOfResellerOutput,
    getCustomersOutput,
    type ListedCustomer,
} from "./customers";
export {
    type GetRelationshipRequestUrlArgs,
    getRelationshipRequestUrl,
    getRelationshipRequestUrlOutput,
} from "./relationshipRequest";
export {
    type GetResellersOfCustomerArgs,
    getIndirectResellers,
    getIndirectResellersOutput,
    getResellersOfCustomer,
    getResellersOfCustomerOutput,
    type IndirectReseller,
} from "./resellers";
export {
    type GetSubscriptionsArgs,
    getSubscriptions,
    getSubscriptionsOutput,
    type ListedSubscription,
} from "./subscriptions";
export {
    type DirectoryRole,
    type GetCustomerDirectoryRolesArgs,
    type GetCustomerUsersArgs,
    getCustomerDirectoryRoles,
    getCustomerDirectoryRolesOutput,
    getCustomerUsers,
    getCustomerUsersOutput,
    type ListedCustomerUser,
} from "./users";
