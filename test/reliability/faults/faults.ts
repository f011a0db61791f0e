import type { Simulator, SimulatorOptions } from "../../../simulator";
import type { Misbehaviour, RequestPattern } from "../../../simulator/misbehaviour";
import type { ProcessOptions } from "../engine/providerProcess";
import type { RequestName, TableOperation } from "./operations";

/** Something that goes wrong on one request of an operation. */
export interface Fault {
    name: string;
    /** What the simulator does wrong. */
    misbehaviour?: Misbehaviour;
    /** On how many requests. @defaultValue 1 */
    times?: number;
    /** The process dies. */
    kill?: "before" | "after";
    /** What else happens, for example between a read and a write. */
    prepare?(simulator: Simulator): Partial<ProcessOptions>;
    simulator?: SimulatorOptions;
    /** The operation succeeds all the same, without being started again. */
    isRiddenOut?: boolean;
    /** Whether it can happen to this request. @defaultValue to all but sign-in */
    concerns?(request: RequestName, operation: TableOperation): boolean;
}

const anyRequest = () => true;
const error = (code: number, description = "Something is not right.") => ({ code, description });

/** What says that the customer is gone: of a removal, that is what it wanted. */
const unlessRemoval = (request: RequestName, { removes }: TableOperation) =>
    request !== "sign-in" && removes === undefined;

const faultsOf = (given: readonly Fault[], more: Partial<Fault>): readonly Fault[] =>
    given.map((fault) => ({ ...fault, ...more }));

const transient = faultsOf(
    [
        { name: "connection cut before the work", misbehaviour: { cut: "before" } },
        { name: "connection cut after the work", misbehaviour: { cut: "after" } },
        { name: "no answer within the time-out", misbehaviour: { delayMs: 200_000 } },
        { name: "408", misbehaviour: { status: 408 } },
        { name: "429, Retry-After in seconds", misbehaviour: { status: 429, retryAfter: "20" } },
        { name: "429, Retry-After as a date", misbehaviour: { status: 429, retryAfter: "date" } },
        { name: "429 without Retry-After", misbehaviour: { status: 429, body: error(429) } },
        { name: "500", misbehaviour: { status: 500, body: error(800003) } },
        { name: "500 after the work", misbehaviour: { status: 500, afterWork: true } },
        {
            name: "502 with a page of HTML",
            misbehaviour: { status: 502, body: "<html>Bad</html>" },
        },
        { name: "503, Retry-After in seconds", misbehaviour: { status: 503, retryAfter: "5" } },
        { name: "503 four times", misbehaviour: { status: 503 }, times: 4 },
        { name: "504 after the work", misbehaviour: { status: 504, afterWork: true } },
        { name: "half a body", misbehaviour: { body: "half" } },
        { name: "success with a page of HTML", misbehaviour: { body: "html" } },
    ],
    { isRiddenOut: true },
);

const harmless: readonly Fault[] = [
    { name: "byte order mark", misbehaviour: { encoding: "bom" }, isRiddenOut: true },
    { name: "body in UTF-16LE", misbehaviour: { encoding: "utf16le" }, isRiddenOut: true },
    { name: "401 once", misbehaviour: { status: 401 }, isRiddenOut: true },
];

const refusals: readonly Fault[] = [
    { name: "success with an empty body", misbehaviour: { body: "empty" } },
    { name: "401 for ever", misbehaviour: { status: 401 }, times: 1_000 },
    { name: "403", misbehaviour: { status: 403 } },
    { name: "403 with code 900150", misbehaviour: { status: 403, body: error(900150) } },
    { name: "409", misbehaviour: { status: 409, body: error(409) } },
    { name: "412", misbehaviour: { status: 412 } },
    { name: "400 with code 27002", misbehaviour: { status: 400, body: error(27002) } },
    { name: "400 with code 2055", misbehaviour: { status: 400, body: error(2055) } },
    { name: "501", misbehaviour: { status: 501 } },
    { name: "503 for ever", misbehaviour: { status: 503 }, times: 1_000 },
    { name: "no connection for ever", misbehaviour: { cut: "before" }, times: 1_000 },
    ...[
        { name: "404", misbehaviour: { status: 404, body: error(60003) } },
        { name: "403 with code 20002", misbehaviour: { status: 403, body: error(20002) } },
        { name: "400 with code 3000", misbehaviour: { status: 400, body: error(3000) } },
    ].map((fault) => ({ ...fault, concerns: unlessRemoval })),
];

const kills: readonly Fault[] = [
    { name: "process killed before the request", kill: "before", concerns: anyRequest },
    { name: "process killed after the work", kill: "after", concerns: anyRequest },
];

const onSignIn = (request: RequestName) => request === "sign-in";
const signIn = faultsOf(
    [
        { name: "sign-in: connection cut", misbehaviour: { cut: "before" } },
        { name: "sign-in: answer lost", misbehaviour: { cut: "after" } },
        { name: "sign-in: 429", misbehaviour: { status: 429, retryAfter: "5" } },
        { name: "sign-in: 503", misbehaviour: { status: 503 } },
        { name: "sign-in: page of HTML", misbehaviour: { body: "html" } },
        {
            name: "sign-in: refused",
            misbehaviour: {
                status: 400,
                body: { error: "invalid_grant", error_description: "AADSTS" },
            },
            times: 1_000,
        },
    ],
    { concerns: onSignIn },
);

const onRead = (request: RequestName, { name }: TableOperation) =>
    request === "read" && name.startsWith("create");
const invisible = (name: string, given: { reads?: number; milliseconds?: number }): Fault => ({
    name,
    concerns: onRead,
    prepare: (simulator) => {
        simulator.invisibleAfterCreate = given;
        return {};
    },
});
const visibility: readonly Fault[] = [
    { ...invisible("new customer invisible for 3 reads", { reads: 3 }), isRiddenOut: true },
    {
        ...invisible("new customer invisible for 20 seconds", { reads: 1, milliseconds: 20_000 }),
        isRiddenOut: true,
    },
    invisible("new customer invisible for 3 minutes", { milliseconds: 180_000 }),
];

/** Somebody changes the profile between our reading and our writing. */
const editing = (name: string, times: number): Fault => ({
    name,
    concerns: (request) => request === "write billing profile",
    prepare: (simulator) => {
        let left = times;
        const beforeRequest: ProcessOptions["beforeRequest"] = ({ method }) => {
            const id = simulator.customers[0]?.id;
            if (method !== "PUT" || id === undefined || left === 0) return;
            left -= 1;
            simulator.portal.changeBillingProfile(id, { email: `portal-${left}@contoso.com` });
        };
        return { beforeRequest };
    },
});
const edits: readonly Fault[] = [
    { ...editing("edited in the portal just before the write", 1), isRiddenOut: true },
    editing("edited in the portal before every write", 1_000),
];

/** Everything that can go wrong, whatever the service's uncertain behaviour. */
export const faults: readonly Fault[] = [
    ...transient,
    ...harmless,
    ...refusals,
    ...kills,
    ...visibility,
    ...edits,
    ...signIn,
];

/** Whether a fault can happen to a request of an operation. */
export function concerns(fault: Fault, request: RequestName, operation: TableOperation): boolean {
    return fault.concerns?.(request, operation) ?? request !== "sign-in";
}

/** Prepares a fault for the operation that comes next. */
export function arm(
    fault: Fault,
    on: Required<Pick<RequestPattern, "method">> & { path: string },
    simulator: Simulator,
): Partial<ProcessOptions> {
    const { misbehaviour, kill, times } = fault;
    if (misbehaviour !== undefined) {
        const inHalfAMinute = () => new Date(Date.now() + 30_000).toUTCString();
        const retryAfter = misbehaviour.retryAfter === "date" ? inHalfAMinute() : undefined;
        simulator.misbehave({
            ...misbehaviour,
            ...(retryAfter && { retryAfter }),
            on,
            ...(times && { times }),
        });
    }
    const path = new RegExp(on.path);
    return {
        ...fault.prepare?.(simulator),
        ...(kill && {
            kill: {
                nth: 1,
                when: kill,
                on: ({ method, url }) => method === on.method && path.test(new URL(url).pathname),
            },
        }),
    };
}
