import type { Options } from "p-retry";

/** `p-retry`, which is loaded where a first attempt has failed: most runs go without it. */
export async function attempts<Result>(
    attempt: () => Promise<Result>,
    options: Options,
): Promise<Result> {
    try {
        return await attempt();
    } catch (failure) {
        const { default: pRetry } = await import("p-retry");
        return await pRetry(
            (attemptNumber) => (attemptNumber === 1 ? Promise.reject(failure) : attempt()),
            options,
        );
    }
}
