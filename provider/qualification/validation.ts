import * as v from "valibot";
import type { CheckContext } from "../lifecycle/lifecycle";
import { sameName } from "../validation/sameName";
import { guid, optional, required, shapeProblems } from "../validation/shape";
import { deletionPolicies, type QualificationInputs } from "./shapes";

const qualification = v.strictObject({
    customerId: guid,
    qualification: required,
    educationSegment: optional,
    website: optional,
    validationCode: optional,
    deletionPolicy: v.picklist(deletionPolicies),
});

/** What each qualification needs, and what counts for no other. */
const members = [
    { member: "educationSegment", of: "Education", hint: ', "K12" or "HigherEducation"' },
    { member: "website", of: "Education", hint: undefined },
    { member: "validationCode", of: "GovernmentCommunityCloud", hint: "" },
] as const;

const settable = ["Education", "GovernmentCommunityCloud", "StateOwnedEntity"];

/** Everything that can be known to be wrong before the service is asked. */
export function problemsOf(
    olds: QualificationInputs | undefined,
    news: QualificationInputs,
    context: CheckContext,
): string[] {
    return [
        ...shapeProblems("CustomerQualification", qualification, news, context),
        ...(context.isUnknown(news.qualification) ? [] : memberProblems(news)),
        ...(olds === undefined ? [] : forbiddenChanges(olds, news, context)),
    ];
}

function memberProblems(inputs: QualificationInputs): string[] {
    const asked = inputs.qualification;
    if (["None", "Nonprofit"].some((name) => sameName(name, asked))) {
        return [`qualification: ${asked} cannot be set by a partner, but ${settable.join(", ")}.`];
    }
    return members.flatMap(({ member, of, hint }) => {
        const isGiven = (inputs[member] ?? "") !== "";
        if (sameName(asked, of)) {
            return isGiven || hint === undefined ? [] : [`${member}: ${of} needs it${hint}.`];
        }
        const isKnown = settable.some((name) => sameName(name, asked));
        return isGiven && isKnown ? [`${member}: counts for ${of} only. Leave it out.`] : [];
    });
}

/** A replacement would leave the earlier qualification behind, for ever. */
function forbiddenChanges(
    olds: QualificationInputs,
    news: QualificationInputs,
    { isUnknown }: CheckContext,
): string[] {
    return olds.deletionPolicy !== "prevent"
        ? []
        : (["customerId", "qualification"] as const)
              .filter((member) => !isUnknown(news[member]) && !sameName(olds[member], news[member]))
              .map(
                  (member) =>
                      `${member}: no call takes the qualification ${olds.qualification} of customer ${olds.customerId} back. Set it back, and declare the other one as a resource of its own. ${howToForget}`,
              );
}

export const howToForget =
    'To forget it here and leave it to the customer, deploy deletionPolicy "retain" first.';

/** What cannot be taken back, and what a change does not do. */
export function adviceOn(
    olds: QualificationInputs | undefined,
    news: QualificationInputs,
    { isUnknown }: CheckContext,
): string[] {
    if (olds === undefined) {
        const name = isUnknown(news.qualification) ? "a qualification" : news.qualification;
        const forEver = sameName(name, "Education") ? ", and Microsoft says it is for ever" : "";
        return [`qualification: no call takes ${name} back${forEver}.`];
    }
    return members
        .filter(({ member }) => olds[member] !== news[member])
        .map(
            ({ member }) =>
                `${member}: counts when the qualification is asked for, which happens again after a denial only.`,
        );
}
