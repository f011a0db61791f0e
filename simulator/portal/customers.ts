import { newVetting } from "../partnercenter/customers/accounts";
import { newEtag } from "../partnercenter/customers/newCustomer";
import type { Portal } from "../portal";
import type { Qualification } from "../records/customers";
import type { Service } from "../service";
import type { Changes } from "./changes";

/** What becomes of a customer, its profiles, its domains, and what the partner says of it. */
export function customerPortal(
    { settings, store }: Service,
    { getHeld, changeCustomer }: Changes,
): Pick<
    Portal,
    | "changeBillingProfile"
    | "changeCompany"
    | "removeRelationship"
    | "deleteCustomer"
    | "hideDelegatedAccess"
    | "addCustomDomain"
    | "federateDomain"
    | "takeDomain"
    | "signAgreement"
    | "confirmAgreement"
    | "vetQualification"
    | "setAccountStatus"
    | "changeUsageBudget"
> {
    return {
        changeBillingProfile: (id, { defaultAddress, ...profile }) =>
            changeCustomer(id, ({ billing }) => ({
                billing: {
                    ...billing,
                    ...profile,
                    defaultAddress: { ...billing.defaultAddress, ...defaultAddress },
                },
                etag: newEtag(),
            })),
        changeCompany: (id, { address, ...profile }) =>
            changeCustomer(id, ({ company }) => ({
                company: { ...company, ...profile, address: { ...company.address, ...address } },
            })),
        removeRelationship: (id) => changeCustomer(id, () => ({ relationshipToPartner: "none" })),
        deleteCustomer: (id) => {
            store.deleteCustomer(getHeld(id), settings.uncertain.domainAfterDelete === "free");
            store.save();
        },
        hideDelegatedAccess: (id) => changeCustomer(id, () => ({ allowDelegatedAccess: false })),
        addCustomDomain: (id, domain, makeDefault = false) =>
            changeCustomer(id, ({ customDomains, ...customer }) => {
                store.takeDomain(domain);
                return {
                    customDomains: [...customDomains, domain],
                    domain: makeDefault ? domain : customer.domain,
                };
            }),
        federateDomain: (id, domain) =>
            changeCustomer(id, ({ federatedDomains }) => ({
                federatedDomains: [...federatedDomains, domain.toLowerCase()],
            })),
        takeDomain: (domain) => {
            store.takeDomain(domain);
            store.save();
        },
        signAgreement: (id) => changeCustomer(id, () => ({ hasSignedDirectly: true })),
        confirmAgreement: (id, agreement) =>
            changeCustomer(id, ({ agreements = [] }) => ({
                agreements: [...agreements, agreement],
            })),
        vetQualification: (id, vetting) =>
            changeCustomer(id, ({ qualifications = [] }) => {
                const isVetted = (one: Qualification) =>
                    one.qualification === vetting.qualification;
                const others = qualifications.filter((one) => !isVetted(one));
                return {
                    qualifications: [...others, { ...qualifications.find(isVetted), ...vetting }],
                };
            }),
        setAccountStatus: (id, status) =>
            changeCustomer(id, () => ({ vetting: newVetting({ status }, settings.now()) })),
        changeUsageBudget: (id, amount) => changeCustomer(id, () => ({ usageBudget: amount })),
    };
}
