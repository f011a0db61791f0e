import type { Operation } from "./connection";
import { subscriptionPath } from "./paths";
import type { Open } from "./types";

/** @see https://learn.microsoft.com/partner-center/developer/transition-resources#transitioneligibility */
export interface TransitionEligibilityResource extends Open {
    /** `product:sku:availability` of what the subscription can become. */
    catalogItemId?: string;
    title?: string;
    /** All of the subscription's licences. */
    quantity?: number;
    eligibilities?: TransitionEligibilityDetail[];
}

export interface TransitionEligibilityDetail extends Open {
    isEligible?: boolean;
    /** `transition_only`, or `transition_with_license_transfer`. */
    transitionType?: string;
    errors?: TransitionProblem[];
}

export interface TransitionProblem extends Open {
    code?: string | number;
    description?: string;
}

/** @see https://learn.microsoft.com/partner-center/developer/transition-resources#transition */
export interface TransitionResource extends Open {
    operationId?: string;
    fromCatalogItemId?: string;
    toCatalogItemId?: string;
    /** How many licences. */
    quantity?: number;
    /** Only where another subscription comes of it, as of a part of the licences. */
    toSubscriptionId?: string;
    events?: TransitionEvent[];
}

export interface TransitionEvent extends Open {
    /** `Conversion`, or the licences' move. */
    name?: string;
    /** `Started`, `Completed` or `Failed`; .NET says `InProgress`. */
    status?: string;
    timestamp?: string;
    errors?: TransitionProblem[];
}

/** A transition that is asked for: of all licences, or of some. */
export interface TransitionRequest {
    toCatalogItemId: string;
    quantity: number;
    termDuration?: string;
    billingCycle?: string;
    transitionType: string;
}

/** Transitions of subscriptions to other offers. Nothing takes one back. */
export class Transitions {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * What a subscription can become at once.
     *
     * @see https://learn.microsoft.com/partner-center/developer/transition-a-new-commerce-subscription#get-transition-eligibilities
     */
    async eligibilities(
        customerId: string,
        subscriptionId: string,
    ): Promise<TransitionEligibilityResource[]> {
        return await this.#operation.list<TransitionEligibilityResource>({
            name: "getTransitionEligibilities",
            operation: `list what the subscription ${subscriptionId} can become`,
            method: "GET",
            path: `${subscriptionPath(customerId, subscriptionId)}/transitioneligibilities?eligibilityType=immediate`,
        });
    }

    /**
     * What a subscription was told to become, and what came of it.
     *
     * @see https://learn.microsoft.com/partner-center/developer/get-transitions
     */
    async list(customerId: string, subscriptionId: string): Promise<TransitionResource[]> {
        const answer = (await this.#operation.read({
            name: "getTransitions",
            operation: `list the transitions of the subscription ${subscriptionId}`,
            method: "GET",
            path: `${subscriptionPath(customerId, subscriptionId)}/transitions`,
        })) as TransitionResource[] | { transition?: TransitionResource[] } | undefined;
        // The sample of the page has a name of its own for the list.
        return Array.isArray(answer) ? answer : (answer?.transition ?? []);
    }

    /** @see https://learn.microsoft.com/partner-center/developer/transition-a-new-commerce-subscription#post-transition */
    async start(
        customerId: string,
        subscriptionId: string,
        transition: TransitionRequest,
    ): Promise<void> {
        await this.#operation.call({
            name: "startTransition",
            operation: `make ${transition.toCatalogItemId} of the subscription ${subscriptionId} of the customer ${customerId}`,
            method: "POST",
            path: `${subscriptionPath(customerId, subscriptionId)}/transitions`,
            body: transition,
        });
    }
}
