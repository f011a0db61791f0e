import { invalid, missing, type Problem } from "./problem";

const legalForms = "llc inc ltd gmbh corp co sa ag bv nv srl spa plc llp lp kg ab as oy pty".split(
    " ",
);

/** What is wrong with a company's registered name (docs: validate-names-addresses). */
export function findNameProblem(companyName: string): Problem | undefined {
    const property = "billing_profile.company_name";
    const name = companyName.trim();
    if (name === "") return missing(property);
    if ([...name].length === 1) return invalid(property, "CompanyNameInvalid - one character only");
    if (!/[\p{L}\p{N}]/u.test(name)) {
        return invalid(property, "CompanyNameInvalid - special characters only");
    }
    if (legalForms.includes(name.toLowerCase().replaceAll(".", ""))) {
        return invalid(property, "CompanyNameInvalid - a legal form only");
    }
    return undefined;
}
