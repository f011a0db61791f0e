import { Hono } from "hono";
import type { Env, Service } from "../service";
import { accountRoutes } from "./accounts";
import { addressRoutes } from "./addresses";
import { agreementRoutes } from "./agreements";
import { authorisation } from "./authorisation";
import { azureEntitlementRoutes } from "./azureEntitlements";
import { billingProfileRoutes } from "./billingProfile";
import { cartRoutes } from "./carts";
import { configurationPolicyRoutes } from "./configurationPolicies";
import { countryRulesRoutes } from "./countryRules";
import { customerRoutes } from "./customers";
import { deviceBatchRoutes } from "./deviceBatches";
import { directoryRoleRoutes } from "./directoryRoles";
import { domainRoutes } from "./domains";
import { serviceHeaders } from "./headers";
import { idempotency } from "./idempotency";
import { migrationScheduleRoutes } from "./migrationSchedules";
import { migrationRoutes } from "./migrations";
import { orderRoutes } from "./orders";
import { organizationRoutes } from "./organization";
import { overageRoutes } from "./overage";
import { productRoutes } from "./products";
import { qualificationRoutes } from "./qualifications";
import { registrationRoutes } from "./registrations";
import { relationshipRoutes } from "./relationships";
import { subscriptionRoutes } from "./subscriptions";
import { supportContactRoutes } from "./supportContacts";
import { throttling } from "./throttling";
import { transitionRoutes } from "./transitions";
import { usageBudgetRoutes } from "./usageBudget";
import { userLicenseRoutes } from "./userLicenses";
import { userRoutes } from "./users";

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
