/**
 * What is wrong with a billing address, if anything. The partner's own domain is refused too, but is
 * not known here.
 *
 * @see https://learn.microsoft.com/partner-center/validate-names-addresses
 */
export function emailProblem(email: string): string | undefined {
    // The service publishes no form: only what can be no address at all is refused.
    if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
        return "must be an email address, for example billing@contoso.com";
    }
    return email.toLowerCase().endsWith("@microsoft.com")
        ? "must be the customer's own; addresses @microsoft.com are refused"
        : undefined;
}
