/**
 * Base of every failure that is meant for a person. Its message says what failed, what the service
 * said and what to do, and holds no token, password or secret. Anything else that is thrown is a
 * bug of ours, and is not retried.
 */
export class PartnerCenterError extends Error {
    override readonly name: string = "PartnerCenterError";
}

/** Settings are missing or contradict each other. Every fault is listed at once. */
export class ConfigurationError extends PartnerCenterError {
    override readonly name = "ConfigurationError";

    constructor(readonly problems: readonly string[]) {
        super(`The settings of partnercenter cannot be used: ${problems.join(" ")}`);
    }
}

/** Microsoft Entra ID gave no token. */
export class CredentialError extends PartnerCenterError {
    override readonly name = "CredentialError";
}

/** The ids that Microsoft's support asks for. */
export interface CallIds {
    requestId: string;
    correlationId: string;
    /** `MS-CV` of the answer, where there was one. */
    vector?: string | undefined;
}

/** No complete answer came: refused, reset, timed out, cut short or unreadable. Whether the service did the work is unknown. */
export class ConnectionError extends PartnerCenterError {
    override readonly name = "ConnectionError";

    constructor(
        readonly operation: string,
        readonly reason: string,
        /** Absent where sign-in failed: it has no such ids. */
        readonly ids?: CallIds,
        options?: ErrorOptions,
    ) {
        super(`Could not ${operation}: ${reason}. ${ids ? idsInWords(ids) : ""}`.trim(), options);
    }
}

/** The service wants all calls of the partner to pause, for longer than the operation may take. */
export class ThrottledError extends PartnerCenterError {
    override readonly name = "ThrottledError";

    constructor(operation: string, waitMs: number, ids: CallIds) {
        super(
            `Could not ${operation}: the service wants all calls to wait for ${Math.ceil(waitMs / 1000)} more seconds, which is longer than this operation may take (setting retryBudgetSeconds). ${idsInWords(ids)}`,
        );
    }
}

/** What an error answer says, whichever of its shapes the body had. */
export interface ErrorAnswer {
    status: number;
    /** The service's own code, as text, where the body has one. */
    code?: string | undefined;
    /** The service's own words, where the body has some. */
    description?: string | undefined;
    /** The fields concerned, where the service names them. */
    details: readonly string[];
    /** How long the service asks to wait, in milliseconds. */
    retryAfterMs?: number | undefined;
}

/** The service answered, and the answer is a refusal. */
export class ApiError extends PartnerCenterError {
    override readonly name = "ApiError";
    readonly status: number;
    readonly code: string | undefined;
    readonly description: string | undefined;
    readonly retryAfterMs: number | undefined;

    constructor(
        readonly operation: string,
        answer: ErrorAnswer,
        readonly ids: CallIds,
    ) {
        super(describe(operation, answer, ids));
        this.status = answer.status;
        this.code = answer.code;
        this.description = answer.description;
        this.retryAfterMs = answer.retryAfterMs;
    }
}

/**
 * Partner Center does not know this customer, or no longer as a customer of this partner. 401, other 403,
 * 429 and 5xx say nothing about it, and neither does a 404 in the words of a gateway or a proxy: to forget
 * a customer for a wrong address would lose its password.
 */
export function isGone(error: unknown): boolean {
    return (
        error instanceof ApiError &&
        (isNotFound(error) ||
            (error.status === 403 && error.code === "20002") ||
            (error.status === 400 && error.code === "3000"))
    );
}

/** What was asked for; `undefined` where it is gone. */
export async function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
    try {
        return await answer;
    } catch (error) {
        if (isGone(error)) {
            return undefined;
        }
        throw error;
    }
}

/** The service does not find it. What stands before the service has words of its own for that, and no codes. */
export function isNotFound(error: unknown): boolean {
    return (
        error instanceof ApiError &&
        error.status === 404 &&
        (error.code !== undefined || error.description === undefined)
    );
}

/** There is no such migration to new commerce, or none is shown yet. */
export function isMissingMigration(error: unknown): boolean {
    return error instanceof ApiError && error.code === "900224";
}

/** The gateway knows no such path: without a code of its own, the service was not asked. */
export function isMissingRoute(error: unknown): boolean {
    return (
        error instanceof ApiError &&
        (error.status === 405 || (error.status === 404 && error.code === undefined))
    );
}

/** The same contact has confirmed an agreement of the customer before. */
export function isConfirmedAlready(error: unknown): boolean {
    return error instanceof ApiError && error.code === "600061";
}

/** Somebody changed the resource between our reading and our writing. */
export function isStaleEtag(error: unknown): boolean {
    return (
        error instanceof ApiError &&
        (error.status === 412 || (error.status === 400 && error.code === "2055"))
    );
}

/**
 * The service looked at the request and refused it: an answer that it may repeat for the same request
 * id, even after its cause was removed. 401, 408 and 429 are none: they ask for another attempt.
 */
export function isRefusal(error: unknown): error is ApiError {
    return (
        error instanceof ApiError &&
        error.status >= 400 &&
        error.status < 500 &&
        ![401, 408, 429].includes(error.status)
    );
}

function describe(operation: string, answer: ErrorAnswer, ids: CallIds): string {
    const said = answer.description ?? "the service gave no reason";
    const where = answer.code === undefined ? "" : `code ${answer.code}, `;
    const lines = [
        `Could not ${operation}: ${withoutFullStop(said)} (${where}HTTP ${answer.status}).`,
    ];
    if (answer.details.length > 0) {
        lines.push(`The service names: ${answer.details.join("; ")}.`);
    }
    // Loaded where something is refused: most runs go without it.
    const { explain }: typeof import("./errorCatalogue") = require("./errorCatalogue");
    const explanation = explain(answer);
    if (explanation !== undefined) {
        lines.push(`${explanation.meaning} ${explanation.remedy}`);
    }
    lines.push(idsInWords(ids));
    return lines.join("\n  ");
}

function withoutFullStop(sentence: string): string {
    return sentence.trim().replace(/\.$/, "");
}

function idsInWords(ids: CallIds): string {
    const vector = ids.vector === undefined ? "" : `, MS-CV ${ids.vector}`;
    return `Request id ${ids.requestId}, correlation id ${ids.correlationId}${vector}.`;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
