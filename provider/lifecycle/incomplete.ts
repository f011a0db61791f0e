/**
 * The resource exists, but something after its creation or change failed. Carries all that is known,
 * so that its id and its secrets reach the state; the next `pulumi up` completes the work.
 */
export class IncompleteResource<State> extends Error {
    override readonly name = "IncompleteResource";

    constructor(
        readonly id: string,
        readonly state: State,
        readonly reasons: readonly string[],
    ) {
        super(reasons.join("\n"));
    }
}
