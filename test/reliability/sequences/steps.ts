import fc from "fast-check";
import type { Misbehaviour } from "../../../simulator/misbehaviour";
import { uncertainBehaviours } from "../../../simulator/uncertain";

/** What goes wrong with one step. */
export type Trouble =
    | { kind: "none" }
    | { kind: "fault"; nth: number; times: number; misbehaviour: Misbehaviour }
    | { kind: "kill"; nth: number; when: "before" | "after"; writesOnly: boolean }
    | { kind: "invisible"; seconds: number };

/** Something that people do, with Pulumi or in the portal, to one of the resources or to all. */
export type Action =
    | { kind: "up" }
    | { kind: "refresh" }
    | { kind: "destroy" }
    | { kind: "change"; billing: Record<string, string>; address: Record<string, string> }
    | { kind: "policy"; deletionPolicy: "prevent" | "retain" | "removeRelationship" | "delete" }
    | {
          kind: "edit in the portal";
          billing: Record<string, string>;
          address: Record<string, string>;
      }
    | { kind: "delete in the portal" }
    | { kind: "leave in the portal" }
    | { kind: "custom domain" }
    | { kind: "hide delegated access" }
    | { kind: "forget and adopt" };

/** An action on one of the resources, and what goes wrong meanwhile. */
export interface Step {
    action: Action;
    /** Which resource, where the action is about one. */
    of: number;
    trouble: Trouble;
}

/** A generated history of a stack. */
export interface Sequence {
    resources: number;
    repeatedRequestId: (typeof uncertainBehaviours.repeatedRequestId)[number];
    signsIn: boolean;
    /** What goes wrong with the first update. */
    first: Trouble;
    steps: Step[];
}

const misbehaviours: readonly Misbehaviour[] = [
    { cut: "before" },
    { cut: "after" },
    { status: 503 },
    { status: 500, afterWork: true },
    { status: 429, retryAfter: "7" },
    { status: 401 },
    { status: 403, body: { code: 900150 } },
    { status: 400, body: { code: 27002 } },
    { status: 409 },
    { status: 412 },
    { body: "half" },
    { body: "html" },
    { body: "empty" },
    { encoding: "bom" },
    { delayMs: 200_000 },
];

const billing = fc.constantFrom<Record<string, string>>(
    {},
    { email: "invoices@contoso.com" },
    { companyName: "Contoso Incorporated" },
    { language: "EN" },
    { culture: "es-US", language: "es" },
    { firstName: "Grace", lastName: "Hopper" },
);

const address = fc.constantFrom<Record<string, string>>(
    {},
    { city: "Bellevue", postalCode: "98004" },
    { addressLine1: "Two Microsoft Way", addressLine2: "Building 92" },
    { addressLine2: "" },
    { phoneNumber: "4255550101" },
    { firstName: "Grace", middleName: "Brewster", lastName: "Hopper" },
    { state: "CA", city: "Los Angeles", postalCode: "90001" },
);

const action: fc.Arbitrary<Action> = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Action>({ kind: "up" }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("change" as const), billing, address }) },
    { weight: 3, arbitrary: fc.constant<Action>({ kind: "refresh" }) },
    { weight: 2, arbitrary: fc.constant<Action>({ kind: "destroy" }) },
    {
        weight: 3,
        arbitrary: fc.record({
            kind: fc.constant("policy" as const),
            deletionPolicy: fc.constantFrom("prevent", "retain", "removeRelationship", "delete"),
        }),
    },
    {
        weight: 2,
        arbitrary: fc.record({
            kind: fc.constant("edit in the portal" as const),
            billing,
            address,
        }),
    },
    {
        weight: 4,
        arbitrary: fc.constantFrom<Action>(
            { kind: "delete in the portal" },
            { kind: "leave in the portal" },
            { kind: "custom domain" },
            { kind: "hide delegated access" },
            { kind: "forget and adopt" },
        ),
    },
);

const nth = fc.integer({ min: 1, max: 5 });
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Trouble>({ kind: "none" }) },
    {
        weight: 4,
        arbitrary: fc.record({
            kind: fc.constant("fault" as const),
            nth,
            times: fc.constantFrom(1, 1, 2, 9),
            misbehaviour: fc.constantFrom(...misbehaviours),
        }),
    },
    {
        weight: 4,
        arbitrary: fc.record({
            kind: fc.constant("kill" as const),
            nth: fc.constantFrom(1, 1, 1, 2, 2, 3, 4),
            writesOnly: fc.boolean(),
            when: fc.constantFrom("before", "after"),
        }),
    },
    {
        weight: 1,
        arbitrary: fc.record({
            kind: fc.constant("invisible" as const),
            seconds: fc.constantFrom(2, 20, 90),
        }),
    },
);

/** Any history of up to ten steps. */
export const sequences: fc.Arbitrary<Sequence> = fc
    .record({
        resources: fc.constantFrom(1, 1, 2),
        repeatedRequestId: fc.constantFrom(...uncertainBehaviours.repeatedRequestId),
        signsIn: fc.constantFrom(false, false, false, true),
        first: trouble,
        steps: fc.array(fc.record({ action, of: fc.integer({ min: 0, max: 1 }), trouble }), {
            minLength: 2,
            maxLength: 10,
        }),
    })
    .filter(isRecognisable);

/**
 * The service searches by the default domain, and hides the others without delegated access: a
 * customer whose default domain was changed, and whom the state has let go, is found by its id alone.
 */
function isRecognisable({ steps }: Sequence): boolean {
    const kinds = steps.map(({ action }) => action.kind);
    const lettingGo = ["destroy", "forget and adopt", "hide delegated access"] as const;
    return !kinds.includes("custom domain") || !lettingGo.some((kind) => kinds.includes(kind));
}
