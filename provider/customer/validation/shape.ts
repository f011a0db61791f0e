import * as v from "valibot";
import type { CheckContext } from "../../lifecycle/lifecycle";
import type { CloudName } from "../../partnercenter/clouds";
import { countryProblem } from "../../validation/country";
import {
    guid,
    minutes,
    optional,
    required,
    ruled,
    shapeProblems,
    upTo,
} from "../../validation/shape";
import { type CustomerInputs, deletionPolicies } from "../shapes";
import { companyNameProblem } from "./companyName";
import { domainProblem } from "./domain";
import { emailProblem } from "./email";

/** @see https://learn.microsoft.com/partner-center/developer/utility-resources */
const address = v.strictObject({
    country: v.pipe(v.string(), ruled(countryProblem)),
    region: optional,
    city: optional,
    state: optional,
    addressLine1: upTo(200),
    addressLine2: v.optional(
        v.pipe(v.string(), v.maxLength(200, "must have at most 200 characters")),
    ),
    postalCode: optional,
    firstName: upTo(50),
    middleName: optional,
    lastName: upTo(50),
    phoneNumber: optional,
});

const billingProfile = v.strictObject({
    email: v.pipe(v.string(), ruled(emailProblem)),
    culture: v.pipe(
        v.string(),
        v.regex(
            /^[a-z]{2,3}(-[a-z]{4})?-([a-z]{2}|\d{3})$/i,
            "must be a language with its country, for example en-US or az-Latn-AZ",
        ),
    ),
    // Not always two letters: Portugal's list holds pt-PT.
    language: required,
    companyName: v.pipe(v.string(), ruled(companyNameProblem)),
    firstName: optional,
    lastName: optional,
    defaultAddress: address,
});

function customer(cloud: CloudName) {
    return v.strictObject({
        companyProfile: v.strictObject({
            domain: v.pipe(
                v.string(),
                ruled((domain) => domainProblem(domain, cloud)),
            ),
            organizationRegistrationNumber: optional,
        }),
        billingProfile,
        associatedPartnerId: v.optional(guid),
        enableGDAPByDefault: v.optional(v.boolean()),
        existingCustomerId: v.optional(guid),
        deletionPolicy: v.picklist(deletionPolicies),
        // It makes a resource of its own; lists of customers that are checked as files may have it.
        waitForAccountApproval: v.optional(
            v.union([v.boolean(), v.strictObject({ timeoutMinutes: v.optional(minutes) })]),
        ),
        requestKey: optional,
    });
}

/** Faults of single members: missing, empty, of the wrong type or form. Unknown values are no faults. */
export function memberProblems(inputs: CustomerInputs, context: CheckContext): string[] {
    return [
        ...shapeProblems("Customer", customer(context.cloud), inputs, context),
        ...usRegion(inputs, context),
    ];
}

/** With a region, a US address is refused as if its state were wrong (27002 StateInvalid). */
function usRegion({ billingProfile: profile }: CustomerInputs, context: CheckContext): string[] {
    const { country, region } = profile?.defaultAddress ?? {};
    return String(country).toUpperCase() === "US" &&
        String(region ?? "").trim() !== "" &&
        !context.isUnknown(region)
        ? [
              "billingProfile.defaultAddress.region: leave it out for US addresses; the state says it all.",
          ]
        : [];
}
