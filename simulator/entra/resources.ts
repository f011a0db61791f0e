import type { Cloud } from "../options";
import { TokenFailure } from "./errors";

const partnerCenterAppId = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";
const globalPartnerCenter = "https://api.partnercenter.microsoft.com";
const partnerCenter: Record<Cloud, string> = {
    global: globalPartnerCenter,
    usGov: globalPartnerCenter,
    china: "https://partner.partnercenterapi.microsoftonline.cn",
};

const otherResources = [
    "https://graph.microsoft.com",
    "https://graph.windows.net",
    "https://management.azure.com",
];

/** The resource that Partner Center of this cloud expects its tokens to be for. */
export function partnerCenterAudience(cloud: Cloud): string {
    return partnerCenter[cloud];
}

/** Whether a token for this resource is one for Partner Center of this cloud. */
export function isPartnerCenterAudience(cloud: Cloud, audience: string): boolean {
    const resource = audience.replace(/\/$/, "");
    return resource === partnerCenter[cloud] || resource === partnerCenterAppId;
}

/**
 * The resource a token is asked for: `scope` of the v2.0 endpoint, `resource` of the older one.
 *
 * @param suffixes What may follow the resource in a scope, such as `/.default`.
 * @throws TokenFailure where there is none, or no such resource.
 */
export function resourceOf(form: URLSearchParams, suffixes: readonly string[]): string {
    const resource = form.get("resource") ?? resourceOfScope(form.get("scope"), suffixes);
    const known = [partnerCenterAppId, ...Object.values(partnerCenter), ...otherResources];
    if (!known.includes(resource.replace(/\/$/, ""))) {
        throw new TokenFailure(
            400,
            "invalid_resource",
            500011,
            `The resource principal named ${resource} was not found in the tenant.`,
        );
    }
    return resource;
}

function resourceOfScope(scope: string | null, suffixes: readonly string[]): string {
    if (scope === null) {
        throw new TokenFailure(
            400,
            "invalid_request",
            900144,
            "The request body must contain the following parameter: 'scope'.",
        );
    }
    for (const one of scope.split(" ")) {
        const suffix = suffixes.find((end) => one.endsWith(end));
        if (suffix !== undefined) return one.slice(0, -suffix.length);
    }
    throw new TokenFailure(
        400,
        "invalid_scope",
        1002012,
        `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
}
