import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Uncertain } from "../../uncertain";

/** A request that the service refuses, with what it says about it. */
export class ServiceFailure extends Error {
    override readonly name = "ServiceFailure";
    readonly status: ContentfulStatusCode;
    /** The service's own code; without one the answer has the gateway's shape. */
    readonly code: number | undefined;
    /** One line for each property at fault. */
    readonly data: readonly string[];

    constructor(
        status: ContentfulStatusCode,
        code: number | undefined,
        description: string,
        data: readonly string[] = [],
    ) {
        super(description);
        this.status = status;
        this.code = code;
        this.data = data;
    }
}

export function invalidInput(path: string, problem: string): ServiceFailure {
    return new ServiceFailure(400, 800002, `Invalid input: ${path}: ${problem}`, [
        `${path}: ${problem}`,
    ]);
}

/** A refusal that is only known as a status and a code, as the switches of {@link Uncertain} are. */
export function failureOf(
    statusAndCode: `${ContentfulStatusCode}-${number}`,
    description: string,
    data: readonly string[] = [],
): ServiceFailure {
    const [status, code] = statusAndCode.split("-").map(Number);
    return new ServiceFailure(status as ContentfulStatusCode, code, description, data);
}

/** The body of a refusal: the gateway's shape, or one of the service's two. */
export function errorBody(
    failure: ServiceFailure,
    { codeType, errorShape }: Pick<Uncertain, "codeType" | "errorShape">,
): Record<string, unknown> {
    const { status, code: number, message: description, data } = failure;
    if (number === undefined) return { statusCode: status, message: description };
    const code = codeType === "string" ? String(number) : number;
    if (errorShape === "classic") return { code, description, data, source: "PartnerFD" };
    return {
        code,
        message: description,
        description,
        errorName: `Error${number}`,
        isRetryable: status >= 500,
        parameters: Object.fromEntries(data.map((line, index) => [String(index), line])),
        errorMessageExtended: `InternalErrorCode=${number}`,
    };
}

/** Answers a handler's exception: a refusal as the service words it, anything else as a 500. */
export function answerFailure(error: Error, c: Context, uncertain: Uncertain): Response {
    const failure =
        error instanceof ServiceFailure
            ? error
            : new ServiceFailure(500, 800003, `Unexpected error in the simulator: ${error.stack}`);
    if (failure.status === 401 && uncertain.unauthorisedBody === "empty") return c.body(null, 401);
    return c.json(errorBody(failure, uncertain), failure.status);
}
