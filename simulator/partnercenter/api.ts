import { Hono } from "hono";
import type { Env, Service } from "../service";
import { addressRoutes } from "./countries/addresses";
import { countryRulesRoutes } from "./countries/countryRules";
import { accountRoutes } from "./customers/accounts";
import { agreementRoutes } from "./customers/agreements";
import { billingProfileRoutes } from "./customers/billingProfile";
import { customerRoutes } from "./customers/customers";
import { domainRoutes } from "./customers/domains";
import { organizationRoutes } from "./customers/organization";
import { qualificationRoutes } from "./customers/qualifications";
import { relationshipRoutes } from "./customers/relationships";
import { usageBudgetRoutes } from "./customers/usageBudget";
import { deviceBatchRoutes } from "./devices/batches";
import { configurationPolicyRoutes } from "./devices/configurationPolicies";
import { authorisation } from "./http/authorisation";
import { serviceHeaders } from "./http/headers";
import { idempotency } from "./http/idempotency";
import { throttling } from "./http/throttling";
import { migrationRoutes } from "./migrations/migrations";
import { migrationScheduleRoutes } from "./migrations/schedules";
import { cartRoutes } from "./orders/carts";
import { orderRoutes } from "./orders/orders";
import { productRoutes } from "./orders/products";
import { azureEntitlementRoutes } from "./subscriptions/azureEntitlements";
import { overageRoutes } from "./subscriptions/overage";
import { registrationRoutes } from "./subscriptions/registrations";
import { subscriptionRoutes } from "./subscriptions/subscriptions";
import { supportContactRoutes } from "./subscriptions/supportContacts";
import { transitionRoutes } from "./subscriptions/transitions";
import { directoryRoleRoutes } from "./users/directoryRoles";
import { userLicenseRoutes } from "./users/licenses";
import { userRoutes } from "./users/users";

/** The REST API of Partner Center, version 1. */
export function partnerCenterApi(service: Service): Hono<Env> {
    const { uncertain, requestsPerMinute, now } = service.settings;
    const limit = throttling(requestsPerMinute, now);
    return new Hono<Env>()
        .use(async (_c, next) => {
            await next();
            service.store.save();
        })
        .use(serviceHeaders(uncertain))
        .use(authorisation(service))
        .use("/customers/*", limit)
        .use("/migrations/*", limit)
        .use(idempotency(service))
        .route("/", relationshipRoutes(service))
        .route("/", customerRoutes(service))
        .route("/", billingProfileRoutes(service))
        .route("/", organizationRoutes(service))
        .route("/", productRoutes(service))
        .route("/", cartRoutes(service))
        .route("/", orderRoutes(service))
        .route("/", accountRoutes(service))
        .route("/", overageRoutes(service))
        .route("/", subscriptionRoutes(service))
        .route("/", supportContactRoutes(service))
        .route("/", registrationRoutes(service))
        .route("/", transitionRoutes(service))
        .route("/", azureEntitlementRoutes(service))
        .route("/", migrationRoutes(service))
        .route("/", migrationScheduleRoutes(service))
        .route("/", usageBudgetRoutes(service))
        .route("/", userRoutes(service))
        .route("/", directoryRoleRoutes(service))
        .route("/", userLicenseRoutes(service))
        .route("/", agreementRoutes(service))
        .route("/", qualificationRoutes(service))
        .route("/", configurationPolicyRoutes(service))
        .route("/", deviceBatchRoutes(service))
        .route("/", domainRoutes(service))
        .route("/", addressRoutes(service))
        .route("/", countryRulesRoutes(service));
}
