/**
 * Legal forms that are no name by themselves, as Partner Center lists them.
 *
 * @see https://learn.microsoft.com/partner-center/validate-names-addresses
 */
const legalForms: ReadonlySet<string> = new Set([
    ...["c p a", "c.p.a", "c. p. a", "l l c", "l.l.c", "l. l. c", "l l p", "l.l.p", "l. l. p"],
    ...["llc", "llp", "inc", "incorporated", "corp", "corporation", "ltd", "limited", "plc"],
    ...["private limited", "pvt", "pvt ltd", "pte ltd", "pty", "pty ltd", "sdn bhd", "gmbh"],
    ...["kft", "lda", "ooo", "sarl", "wll", "zrt"],
]);

/** What is wrong with a company's name, if anything. */
export function companyNameProblem(companyName: string): string | undefined {
    const name = companyName.trim();
    if (name === "") {
        return "must not be empty";
    }
    if ([...name].length === 1) {
        return "must be the registered name of the company; one character is none";
    }
    if (!/[\p{L}\p{N}]/u.test(name)) {
        return "must be the registered name of the company; special characters alone are none";
    }
    return legalForms.has(name.toLowerCase().replace(/\s+/g, " ").replace(/\.$/, ""))
        ? "must be the registered name of the company, with its legal form or without; a legal form alone is none"
        : undefined;
}

/** What Partner Center asks to look at once more, and accepts. */
export function companyNameDoubt(companyName: string): string | undefined {
    const name = companyName.trim();
    const looksLikeDomain = /^[^\s.]+(\.[^\s.]+)*\.\p{L}{2,6}$/u.test(name);
    const repeatsOneCharacter = /^(.)\1{2,}$/u.test(name);
    const isSpelledOut = /^\S(\s+\S)+$/u.test(name);
    return looksLikeDomain || repeatsOneCharacter || isSpelledOut
        ? "may not be the registered name of a company: Partner Center approves the account by it. Make sure that it is"
        : undefined;
}
