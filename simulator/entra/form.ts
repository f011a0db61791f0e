import { TokenFailure } from "./errors";

/** @throws TokenFailure where the field is missing or empty. */
export function requiredField(form: URLSearchParams, name: string): string {
    const value = form.get(name);
    if (value !== null && value !== "") return value;
    throw new TokenFailure(
        400,
        "invalid_request",
        900144,
        `The request body must contain the following parameter: '${name}'.`,
    );
}
