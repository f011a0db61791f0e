import { Hono } from "hono";
import type { CustomerRecord, Qualification } from "../../records/customers";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { requireUser } from "../http/authorisation";
import { type Bound, bind } from "../http/bind";
import { failureOf, invalidInput } from "../http/errors";
import { missing, refuse } from "../http/problem";
import { readJson } from "../http/requestBody";
import { getCustomer } from "./access";
import { qualificationShape } from "./shapes";

type Request = Bound<typeof qualificationShape>;

const names = ["Education", "GovernmentCommunityCloud", "StateOwnedEntity"] as const;

/** `/v1/customers/{id}/qualifications`: whoever signs in may read, a user may ask. */
export function qualificationRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    return new Hono<Env>()
        .get("/customers/:id/qualifications", (c) => {
            const { qualifications = [] } = getCustomer(service, c.req.param("id"));
            const items = qualifications.map((one) => wire(one, "vettingCreatedDate", uncertain));
            return c.json(uncertain.qualifications === "list" ? items : { qualifications: items });
        })
        .post("/customers/:id/qualifications", async (c) => {
            requireUser(c);
            const customer = getCustomer(service, c.req.param("id"));
            const request = bind(qualificationShape, await readJson(c));
            const asked = nameOf(request);
            checkMembers(asked, request, settings.validationCodes);
            const present = presentOne(customer, asked, uncertain);
            const made = present ?? newQualification(asked, settings.now());
            const others = customer.qualifications?.filter(
                ({ qualification }) => qualification !== asked,
            );
            store.putCustomer({ ...customer, qualifications: [...(others ?? []), made] });
            const answer = wire(made, "vettingCreateDate", uncertain);
            return c.json(
                uncertain.qualifications === "list" ? answer : { qualifications: [answer] },
                uncertain.qualificationStatus,
            );
        });
}

// docs: update-customer-qualification-asynchronous; None and Nonprofit cannot be set.
function nameOf({ qualification = "" }: Request): Qualification["qualification"] {
    if (qualification === "") refuse([missing("qualification")]);
    const name = names.find((known) => known.toLowerCase() === qualification.toLowerCase());
    if (name !== undefined) return name;
    throw invalidInput("qualification", `${qualification} cannot be set`);
}

function checkMembers(
    asked: Qualification["qualification"],
    { educationSegment = "", validationCode = "" }: Request,
    validationCodes: readonly string[],
): void {
    if (asked === "Education") {
        if (educationSegment === "") refuse([missing("education_segment")]);
        if (!/^(K12|HigherEducation)$/i.test(educationSegment)) {
            throw invalidInput("education_segment", `${educationSegment} is none`);
        }
    }
    if (asked === "GovernmentCommunityCloud") {
        if (validationCode === "") refuse([missing("validation_code")]);
        if (!validationCodes.includes(validationCode)) {
            throw invalidInput("validation_code", "the code is not valid");
        }
    }
}

/** What the customer has, or is being looked at; what was denied may be asked for again. */
function presentOne(
    { qualifications = [] }: CustomerRecord,
    asked: string,
    { qualifiedAgain }: Uncertain,
): Qualification | undefined {
    const present = qualifications.find(({ qualification }) => qualification === asked);
    if (present === undefined || present.vettingStatus === "Denied") return undefined;
    if (qualifiedAgain === "unchanged") return present;
    throw failureOf(qualifiedAgain, `The customer has the qualification ${asked} already.`);
}

/** A school is looked at, a code tells by itself, and nobody looks at a state's own company. */
function newQualification(
    qualification: Qualification["qualification"],
    now: number,
): Qualification {
    if (qualification === "StateOwnedEntity") return { qualification };
    const vettingStatus = qualification === "Education" ? "InReview" : "Approved";
    return { qualification, vettingStatus, vettingCreatedAt: new Date(now).toISOString() };
}

/** @param documented The date's name in the documentation's sample of this answer. */
function wire(
    { vettingCreatedAt, ...qualification }: Qualification,
    documented: "vettingCreatedDate" | "vettingCreateDate",
    { vettingDateName }: Uncertain,
): Record<string, unknown> {
    const name = vettingDateName === "asDocumented" ? documented : vettingDateName;
    return { ...qualification, ...(vettingCreatedAt && { [name]: vettingCreatedAt }) };
}
