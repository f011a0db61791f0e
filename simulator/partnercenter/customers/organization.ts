import { Hono } from "hono";
import type { Env, Service } from "../../service";
import { requireUser } from "../http/authorisation";
import { getDelegatedCustomer } from "./access";

/**
 * What replaced the company profile under granular delegated access, and the partner's own profile
 * (docs: get-customer-organization, get-customer-custom-domain, get-organization-profile).
 */
export function organizationRoutes(service: Service): Hono<Env> {
    const { partner } = service.settings;
    return (
        new Hono<Env>()
            .get("/customers/:id/organization", (c) => {
                const customer = getDelegatedCustomer(service, c.req.param("id"));
                const { addressLine1, country, postalCode, city, region } =
                    customer.company.address;
                return c.json([
                    {
                        street: addressLine1,
                        countryLetterCode: country,
                        postalCode,
                        city,
                        state: region,
                        displayName: customer.company.companyName,
                        technicalNotificationMails: [customer.company.email],
                    },
                ]);
            })
            // The server gives paths in small letters.
            .get("/customers/:id/customdomains", (c) =>
                c.json(getDelegatedCustomer(service, c.req.param("id")).customDomains),
            )
            .get("/profiles/organization", (c) => {
                requireUser(c);
                return c.json({
                    id: partner.tenantId,
                    companyName: "Simulated partner",
                    defaultAddress: { country: partner.country },
                    tenantId: partner.tenantId,
                    domain: partner.domain,
                    email: `admin@${partner.domain}`,
                    language: "en",
                    culture: "en-US",
                    profileType: "OrganizationProfile",
                    links: { self: { uri: "/profiles/organization", method: "GET", headers: [] } },
                    attributes: { etag: "1", objectType: "OrganizationProfile" },
                });
            })
    );
}
