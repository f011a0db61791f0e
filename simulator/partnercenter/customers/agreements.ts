import { type Context, Hono } from "hono";
import { objectIdOf } from "../../entra/accessTokens";
import type { AgreementTemplate } from "../../options";
import type { Agreement, CustomerRecord } from "../../records/customers";
import type { Env, Service } from "../../service";
import type { Uncertain } from "../../uncertain";
import { requireUser } from "../http/authorisation";
import { bind } from "../http/bind";
import { requireGlobalCloud } from "../http/clouds";
import { failureOf, invalidInput } from "../http/errors";
import { missing, refuse } from "../http/problem";
import { queryOf } from "../http/query";
import { readJson } from "../http/requestBody";
import { collectionWire, link } from "../http/wire";
import { getCustomer } from "./access";
import { agreementShape } from "./shapes";

/** `/v1/agreements` and a customer's agreements: in the global cloud, for an application with a user. */
export function agreementRoutes(service: Service): Hono<Env> {
    const { settings, store } = service;
    const { uncertain } = settings;
    const customerOf = (c: Context<Env, "/customers/:id/*">) => {
        requireUser(c);
        requireGlobalCloud(settings);
        return getCustomer(service, c.req.param("id"));
    };
    return new Hono<Env>()
        .get("/agreements", (c) => {
            requireUser(c);
            requireGlobalCloud(settings);
            const isAskedFor = typeFilter(queryOf(c, "agreementType"));
            const templates = settings.agreementTemplates.filter((one) =>
                isAskedFor(one.agreementType),
            );
            return c.json(
                collectionWire(
                    templates.map((one) => ({ ...one })),
                    self("/agreements"),
                ),
            );
        })
        .get("/customers/:id/agreements", (c) => {
            const { agreements = [] } = customerOf(c);
            const isAskedFor = typeFilter(queryOf(c, "agreementType"));
            const held = agreements.filter(({ type }) => isAskedFor(type));
            return c.json(collectionWire(held.map((one) => listedWire(one, service))));
        })
        .post("/customers/:id/agreements", async (c) => {
            const customer = customerOf(c);
            const agreement = newAgreement(await readJson(c), customer, service);
            const { agreements = [] } = customer;
            store.putCustomer({ ...customer, agreements: [...agreements, agreement] });
            const userId = objectIdOf(c.get("token").userName);
            return c.json({ userId, ...agreement }, uncertain.confirmationStatus);
        })
        .get("/customers/:id/directsignedmicrosoftcustomeragreementstatus", (c) =>
            c.json({ isSigned: customerOf(c).hasSignedDirectly === true }),
        );
}

// docs: get-customer-agreement-metadata; without a type it is the older agreement, * is all.
function typeFilter(asked = "MicrosoftCloudAgreement"): (type: string) => boolean {
    return (type) => asked === "*" || type.toLowerCase() === asked.toLowerCase();
}

/** What a confirmation becomes, or why it is none (docs: confirm-customer-consent-customer-agreement). */
function newAgreement(body: unknown, customer: CustomerRecord, { settings }: Service): Agreement {
    const { primaryContact = {}, templateId = "", dateAgreed, type } = bind(agreementShape, body);
    const { firstName = "", lastName = "", email = "" } = primaryContact;
    const required = { first_name: firstName, last_name: lastName, email };
    refuse([
        ...Object.entries(required)
            .filter(([, value]) => value.trim() === "")
            .map(([name]) => missing(`primary_contact.${name}`)),
        ...(templateId === "" ? [missing("template_id")] : []),
        ...(dateAgreed === undefined ? [missing("date_agreed")] : []),
    ]);
    const template = templateOf(templateId, type, settings.agreementTemplates);
    const agreement = {
        primaryContact: { ...primaryContact, firstName, lastName, email },
        templateId,
        dateAgreed: pastDate(dateAgreed ?? "", settings.now()),
        // The page's sample for .NET gives no type: it is the template's.
        type: template.agreementType,
    };
    const isConfirmed = customer.agreements?.some((held) => sameContact(held, agreement)) === true;
    if (isConfirmed && settings.uncertain.confirmedAgain !== "accepted") {
        throw failureOf(
            settings.uncertain.confirmedAgain,
            "A partner confirmed agreement already exists for the customer.",
        );
    }
    return agreement;
}

/** Only these four members of a contact count (docs: confirm-customer-consent-customer-agreement). */
function sameContact(one: Agreement, other: Agreement): boolean {
    const members = ["firstName", "lastName", "email", "phoneNumber"] as const;
    return (
        one.type === other.type &&
        members.every((name) => one.primaryContact[name] === other.primaryContact[name])
    );
}

function templateOf(
    id: string,
    type: string | undefined,
    templates: readonly AgreementTemplate[],
): AgreementTemplate {
    const template = templates.find(({ templateId }) => templateId === id);
    if (template === undefined) throw invalidInput("template_id", `there is no template ${id}`);
    const { agreementType } = template;
    if (type === undefined || type.toLowerCase() === agreementType.toLowerCase()) return template;
    throw invalidInput("type", `the template is of ${agreementType}, not of ${type}`);
}

function pastDate(given: string, now: number): string {
    const time = Date.parse(given);
    if (Number.isNaN(time)) throw invalidInput("date_agreed", `${given} is no date`);
    if (time > now) throw invalidInput("date_agreed", `${given} lies in the future`);
    return new Date(time).toISOString();
}

function listedWire(agreement: Agreement, { settings }: Service): Record<string, unknown> {
    const { agreementTemplates, uncertain } = settings;
    const template = agreementTemplates.find((one) => one.templateId === agreement.templateId);
    return {
        ...agreement,
        dateAgreed: listedDate(agreement.dateAgreed, uncertain),
        ...(template && { agreementLink: template.agreementLink }),
    };
}

/** The documentation's lists hold days at midnight without a zone; a recorded one, a time in UTC. */
function listedDate(time: string, { agreementDate }: Uncertain): string {
    return agreementDate === "time" ? time : `${time.slice(0, 10)}T00:00:00`;
}

function self(uri: string): Record<string, unknown> {
    return { self: link(uri) };
}
