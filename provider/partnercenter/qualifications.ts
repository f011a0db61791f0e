import type { Operation } from "./connection";
import { customerPath } from "./paths";
import { camelCased } from "./reading";
import type { Open } from "./types";

/** A qualification as the service holds it. */
export interface QualificationResource extends Open {
    /** `Education`, `GovernmentCommunityCloud`, `StateOwnedEntity`, and whatever else comes. */
    qualification: string;
    /** `InReview`, `Approved` or `Denied`; absent where nobody looks at it. */
    vettingStatus?: string;
    vettingReason?: string;
    /** When it was asked for. */
    vettingCreatedDate?: string;
}

/** What a partner asks for. */
export interface QualificationRequest {
    qualification: string;
    educationSegment?: string;
    website?: string;
    validationCode?: string;
}

/**
 * The calls about what a customer is qualified for: prices and offers for education and government.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous
 */
export class Qualifications {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /** What a customer has, what is being looked at, and what was denied. */
    async list(customerId: string): Promise<QualificationResource[]> {
        const list = await this.#operation.present("a list", {
            name: "getQualifications",
            operation: `list the qualifications of the customer ${customerId}`,
            method: "GET",
            path: `${customerPath(customerId)}/qualifications`,
        });
        return readQualifications(list);
    }

    /**
     * Asks for a qualification. No call takes one back.
     *
     * @returns What the service answers of it; nothing where the answer does not say.
     * @see https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous
     */
    async request(
        customerId: string,
        request: QualificationRequest,
    ): Promise<QualificationResource[]> {
        return readQualifications(
            await this.#operation.call({
                name: "requestQualification",
                operation: `ask for the qualification ${request.qualification} of the customer ${customerId}`,
                method: "POST",
                path: `${customerPath(customerId)}/qualifications`,
                body: request,
            }),
        );
    }
}

/** A list, an object that holds one, or a single one: the documentation and the contract differ. */
export function readQualifications(answer: unknown): QualificationResource[] {
    const body = camelCased(answer);
    const { qualifications, items, ...single } = (body ?? {}) as Open;
    const found = [body, qualifications, items].find(Array.isArray) ?? [single];
    return found
        .filter(({ qualification }) => typeof qualification === "string")
        .map(({ vettingCreateDate, ...held }) => ({
            ...(vettingCreateDate && { vettingCreatedDate: vettingCreateDate }),
            ...held,
        }));
}
