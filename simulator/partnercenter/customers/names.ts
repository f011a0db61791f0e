import { invalid, missing, type Problem } from "../http/problem";

// docs: validate-names-addresses, "Abbreviations".
const legalForms =
    `c p a|c.p.a.|c. p. a.|l.l.p.|l. l. p.|l l p|llp|llp.|l. l. c.|l.l.c.|l l c|llc|llc.
|corp|corp.|corporation|inc|incorporated|limited|ltd|ltd.|plc|gmbh|pty|pty ltd|pte ltd|private limited
|pvt|pvt ltd|sdn bhd|wll|lda|sarl|kft|zrt|ooo`
        .split("|")
        .map(withoutFullStop);

/** What is wrong with a company's registered name (docs: validate-names-addresses). */
export function findNameProblem(companyName: string): Problem | undefined {
    const property = "billing_profile.company_name";
    const name = companyName.trim();
    if (name === "") return missing(property);
    if ([...name].length === 1) return invalid(property, "CompanyNameInvalid - one character only");
    if (!/[\p{L}\p{N}]/u.test(name)) {
        return invalid(property, "CompanyNameInvalid - special characters only");
    }
    if (legalForms.includes(withoutFullStop(name.toLowerCase().replace(/\s+/g, " ")))) {
        return invalid(property, "CompanyNameInvalid - a legal form only");
    }
    return undefined;
}

function withoutFullStop(text: string): string {
    return text.trim().replace(/\.$/, "");
}
