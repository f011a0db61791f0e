import type { CustomerList } from "../partnercenter/customerList";
import type { CustomerResource } from "../partnercenter/types";
import type { GetCustomersArgs } from "./customers";

/** The partner's customers that begin so: the service itself searches by one field alone. */
export async function searchCustomers(
    { companyNamePrefix = "", domainPrefix = "" }: GetCustomersArgs,
    customerList: CustomerList,
): Promise<CustomerResource[]> {
    if (domainPrefix === "") {
        return companyNamePrefix === ""
            ? await customerList.all()
            : await customerList.beginningWith("CompanyName", companyNamePrefix);
    }
    const beginning = companyNamePrefix.toLowerCase();
    const found = await customerList.beginningWith("Domain", domainPrefix);
    return found.filter(({ companyProfile }) =>
        companyProfile?.companyName?.toLowerCase().startsWith(beginning),
    );
}
