import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { whyMissing } from "../partnercenter/operations";
import { dayProblem, today } from "../validation/day";
import { guid, optional, required, ruled, shapeProblems } from "../validation/shape";
import { sameContact } from "./confirmations";
import type { AgreementInputs } from "./shapes";

const agreement = v.strictObject({
    customerId: guid,
    primaryContact: v.strictObject({
        firstName: required,
        middleName: optional,
        lastName: required,
        email: v.pipe(
            v.string(),
            v.regex(
                /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
                "must be an email address, for example ada@contoso.com",
            ),
        ),
        phoneNumber: optional,
    }),
    dateAgreed: v.optional(v.pipe(v.string(), ruled(pastDayProblem))),
    templateId: v.optional(guid),
});

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(inputs: AgreementInputs, context: CheckContext): string[] {
    const missing = whyMissing(context.cloud, "confirmAgreement");
    return [
        ...(missing === undefined ? [] : [`CustomerAgreement: ${missing}`]),
        ...shapeProblems("CustomerAgreement", agreement, inputs, context),
    ];
}

/** A change that does nothing, which nobody would notice. */
export function adviceOn(olds: AgreementInputs | undefined, news: AgreementInputs): string[] {
    const isConfirmedAnew =
        olds?.customerId !== news.customerId ||
        olds.templateId !== news.templateId ||
        !sameContact(olds.primaryContact, news.primaryContact);
    return isConfirmedAnew || olds.dateAgreed === news.dateAgreed
        ? []
        : ["dateAgreed: no call changes the date of a confirmation; it counts for the next one."];
}

/** What is wrong with the day of something that has happened. */
function pastDayProblem(day: string): string | undefined {
    return (
        dayProblem(day) ??
        (day > today() ? `must not lie in the future; in UTC it is ${today()}` : undefined)
    );
}
