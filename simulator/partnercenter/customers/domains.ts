import { Hono } from "hono";
import type { Cloud } from "../../options";
import type { Env, Service } from "../../service";
import { invalid, missing, type Problem } from "../http/problem";

const prefix = /^[a-z0-9]([a-z0-9-]{0,25}[a-z0-9])?$/i;

// A test environment of Microsoft's gives its customers ccsctp.net.
const suffixes: Record<Cloud, readonly string[]> = {
    global: [".onmicrosoft.com", ".ccsctp.net"],
    usGov: [".onmicrosoft.com", ".ccsctp.net"],
    china: [".partner.onmschina.cn"],
};

/** What is wrong with the initial domain of a new customer. */
export function findDomainProblem(domain: string, cloud: Cloud): Problem | undefined {
    const property = "company_profile.domain";
    if (domain === "") return missing(property);
    const suffix = suffixes[cloud].find((end) => domain.toLowerCase().endsWith(end));
    if (suffix === undefined) {
        return invalid(property, `DomainInvalid - must end in ${suffixes[cloud].join(" or ")}`);
    }
    return prefix.test(domain.slice(0, -suffix.length))
        ? undefined
        : invalid(property, "DomainInvalid - the prefix has 1 to 27 letters, digits and hyphens");
}

/** Whether a domain, in any casing, belongs to a tenant: a customer's, a stranger's or the partner's own. */
export function isDomainTaken({ settings, store }: Service, domain: string): boolean {
    return domain.toLowerCase() === settings.partner.domain || store.isDomainTaken(domain);
}

/** `HEAD /v1/domains/{domain}`, and its older twin that takes the prefix alone. */
export function domainRoutes(service: Service): Hono<Env> {
    return new Hono<Env>()
        .get("/domains/:domain", (c) => {
            // Hono answers HEAD by the handler of GET; GET itself is no operation of the service.
            if (c.req.method !== "HEAD") return c.notFound();
            return c.body(null, isDomainTaken(service, c.req.param("domain")) ? 200 : 404);
        })
        .get("/validations/checkdomainavailability/:prefix", (c) => {
            const suffix = suffixes[service.settings.cloud][0] ?? "";
            return c.json(!isDomainTaken(service, `${c.req.param("prefix")}${suffix}`));
        });
}
