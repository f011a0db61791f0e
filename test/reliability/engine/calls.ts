import type { ModelResource } from "./engineModel";
import type { Provider, ProviderProcess } from "./providerProcess";
import { copied, type Members, received, secretMembers } from "./wire";

/** What a failure carries by which the engine keeps a resource all the same. */
export interface PartialFailure {
    id: string;
    properties: Members;
    reasons: readonly string[];
}

/** What the state holds of a result: the password must have been marked as a secret. */
export function keepable(outs: Members): Members {
    for (const name of ["userCredentials", "credentials"]) {
        if (name in outs && !secretMembers(outs).includes(name)) {
            throw new Error(`${name} is not marked as secret.`);
        }
    }
    return received(outs) as Members;
}

/** What `check` makes of the arguments; its failures end the operation. */
export async function check(
    process: ProviderProcess,
    olds: Members,
    news: Members,
): Promise<Members> {
    const result = await process.call(
        async (one) => (await one.check?.(copied(olds), copied(news))) ?? { inputs: news },
    );
    const failures = result.failures ?? [];
    if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join("\n"));
    return { ...(received(result.inputs) as Members), __provider: news.__provider };
}

/** What `diff` says of a resource and its arguments. */
export async function diff(process: ProviderProcess, held: ModelResource, inputs: Members) {
    const result = await process.call(async (one) =>
        one.diff?.(held.id, copied(held.outputs), copied(inputs)),
    );
    if (typeof result?.changes !== "boolean") throw new TypeError("A diff must know.");
    return result;
}

/** Calls `update`; a provider without one changes nothing. */
export async function update(provider: Provider, id: string, olds: Members, news: Members) {
    return (await provider.update?.(id, olds, news)) ?? {};
}

/** Calls `read`; a provider without one knows nothing newer. */
export async function read(provider: Provider, id: string, props: Members) {
    return (await provider.read?.(id, props)) ?? { id, props };
}

/** What the engine prints of a failure. */
export function wordsOf(error: unknown): string[] {
    const { reasons, message } = error as { reasons?: string[]; message?: string };
    return reasons ?? [message ?? String(error)];
}
