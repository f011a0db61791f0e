/**
 * Makes time pass faster in this process, so that waits of the product, which last up to minutes,
 * cost a test little. Nothing of the product is changed for it: what timers, `Date.now` and
 * `performance.now` say stays consistent, only the second is shorter. Import it first.
 */
import timers from "node:timers/promises";

/** How many seconds pass in one. */
export const speed = 100;

/** In real milliseconds. A delay that is to look like no answer must be longer. */
const shortestTimeoutMs = 1_500;

const real = {
    setTimeout: globalThis.setTimeout,
    sleep: timers.setTimeout,
    abortAfter: AbortSignal.timeout.bind(AbortSignal),
    now: Date.now,
    elapsed: performance.now.bind(performance),
};
const startedAt = real.now();
const startedAtElapsed = real.elapsed();

// The credentials and settings of a developer must not reach a test.
for (const name of Object.keys(process.env)) {
    if (/^(PARTNERCENTER|AZURE|ARM)_/.test(name)) {
        delete process.env[name];
    }
}

globalThis.setTimeout = Object.assign(
    (callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
        real.setTimeout(callback, ms / speed, ...args),
    real.setTimeout,
) as typeof globalThis.setTimeout;
timers.setTimeout = ((ms = 0, ...rest: [unknown?, { ref?: boolean }?]) =>
    real.sleep(ms / speed, ...rest)) as typeof timers.setTimeout;
// A machine that is busy for a moment is not to look like a service that does not answer.
AbortSignal.timeout = (ms) => real.abortAfter(Math.max(shortestTimeoutMs, Math.ceil(ms / speed)));
Date.now = () => startedAt + Math.round((real.elapsed() - startedAtElapsed) * speed);
performance.now = () => startedAtElapsed + (real.elapsed() - startedAtElapsed) * speed;

/** The real time in milliseconds since some moment, for what a run costs. */
export function realMilliseconds(): number {
    return real.elapsed();
}
