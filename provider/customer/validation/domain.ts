import { type CloudName, clouds } from "../../partnercenter/clouds";

const longestPrefix = 27;

/**
 * What is wrong with an initial domain, if anything. Test environments have suffixes of their own, so
 * only a suffix that belongs to another cloud is refused.
 */
export function domainProblem(domain: string, cloud: CloudName): string | undefined {
    const { domainSuffix } = clouds[cloud];
    const [prefix = "", ...rest] = domain.toLowerCase().split(".");
    const suffix = rest.join(".");
    const example = `for example contoso.${domainSuffix}`;
    if (suffix === "") {
        return `must be a full domain, ${example}`;
    }
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)+$/.test(domain.toLowerCase())) {
        return `must be letters, digits and hyphens between dots, ${example}`;
    }
    if (suffix.endsWith(`.${domainSuffix}`)) {
        return `must have one name, without a dot, before .${domainSuffix}; ${example}`;
    }
    if (prefix.length > longestPrefix) {
        return `may have at most ${longestPrefix} characters before its first dot`;
    }
    const other = Object.values(clouds).find((candidate) => candidate.domainSuffix === suffix);
    return other === undefined || other.domainSuffix === domainSuffix
        ? undefined
        : `belongs to another cloud; this one (setting cloud: ${cloud}) wants contoso.${domainSuffix}`;
}

/** Suffixes that samples of Microsoft's own test environments have. */
const testSuffixes = ["ccsctp.net"];

/** A hint where the suffix is of no cloud, because the domain that people know is another one. */
export function suffixDoubt(domain: string, cloud: CloudName): string | undefined {
    const suffix = domain.toLowerCase().split(".").slice(1).join(".");
    const known = [
        ...Object.values(clouds).map(({ domainSuffix }) => domainSuffix),
        ...testSuffixes,
    ];
    return suffix === "" || known.some((end) => suffix === end || suffix.endsWith(`.${end}`))
        ? undefined
        : `is the tenant's initial domain, in this cloud usually contoso.${clouds[cloud].domainSuffix}; the customer's own domain is added to the tenant later`;
}
