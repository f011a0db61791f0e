import * as v from "valibot";
import type { CheckContext } from "../../lifecycle";
import type { CloudName } from "../../partnercenter/clouds";
import { type CustomerInputs, deletionPolicies } from "../shapes";
import { companyNameProblem } from "./companyName";
import { countryProblem } from "./country";
import { domainProblem } from "./domain";
import { emailProblem } from "./email";

const guid = v.pipe(
    v.string(),
    v.regex(
        /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
        "must be a GUID, for example 01234567-89ab-cdef-0123-456789abcdef",
    ),
);
const required = v.pipe(v.string(), v.regex(/\S/, "must not be empty"));
const optional = v.optional(v.string());

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
        requestKey: optional,
    });
}

/** Faults of single members: missing, empty, of the wrong type or form. Unknown values are no faults. */
export function shapeProblems(inputs: CustomerInputs, context: CheckContext): string[] {
    const { issues = [] } = v.safeParse(customer(context.cloud), inputs);
    const problems = issues
        .filter((issue) => !context.isUnknown(issue.path?.at(-1)?.value))
        .map((issue) => `${v.getDotPath(issue)}: ${reasonOf(issue)}.`);
    return [...problems, ...usRegion(inputs, context)];
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

function upTo(length: number) {
    return v.pipe(required, v.maxLength(length, `must have at most ${length} characters`));
}

/** A rule that answers what is wrong, or nothing. */
function ruled(problem: (text: string) => string | undefined) {
    return v.rawCheck<string>(({ dataset, addIssue }) => {
        const message = dataset.typed ? problem(dataset.value) : undefined;
        if (message !== undefined) {
            addIssue({ message });
        }
    });
}

/** The value itself is not shown: the provider is not told which values are secret. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
    if (issue.expected === "never") {
        return "Customer has no such argument; check its spelling";
    }
    if (issue.received === "undefined") {
        return "is required";
    }
    if (issue.kind === "validation") {
        return issue.message;
    }
    return `must be ${wordsFor[issue.expected ?? ""] ?? issue.expected}, not ${typeOf(issue.input)}`;
}

const wordsFor: Readonly<Record<string, string>> = {
    string: "a text",
    boolean: "true or false",
    Object: "an object",
};

function typeOf(value: unknown): string {
    if (Array.isArray(value)) {
        return "a list";
    }
    const type = typeof value;
    return (
        { string: "this text", object: "an object", boolean: "true or false" }[type as string] ??
        `a ${type}`
    );
}
