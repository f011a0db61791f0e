import { setTimeout as sleep } from "node:timers/promises";
import type { Tell } from "./lifecycle";

/** How often the service is asked, and how often people are told, in milliseconds. */
export interface Pace {
    first: number;
    /** Each pause is longer than the one before, up to this. */
    longest: number;
    told: number;
}

const usualPace: Pace = { first: 5_000, longest: 120_000, told: 600_000 };

/** Something that takes Microsoft from minutes to days. */
export interface Waiting<State> {
    /** Asks how it stands. An operation of its own each time: the wait is longer than one may take. */
    ask(): Promise<State>;
    isOver(state: State): boolean;
    /** What is waited for, and how it stands: a sentence without its full stop. */
    inWords(state: State): string;
    timeoutMinutes: number;
    tell: Tell;
    pace?: Pace;
}

/**
 * Asks until it is over or the time is up, and answers what was said last. Nothing is written, so
 * nothing is lost when it is cut short.
 */
export async function waitFor<State>({
    ask,
    isOver,
    inWords,
    timeoutMinutes,
    tell,
    pace = usualPace,
}: Waiting<State>): Promise<State> {
    const end = Date.now() + timeoutMinutes * 60_000;
    const news = newsOf(end, pace.told, tell);
    for (let pause = pace.first; ; pause = Math.min(pause * 1.5, pace.longest)) {
        const state = await ask();
        const left = end - Date.now();
        if (isOver(state) || left <= 0) {
            return state;
        }
        news(inWords(state));
        await sleep(Math.min(pause, left));
    }
}

/** Tells how it stands when that is new, and from time to time that it is still the same. */
function newsOf(end: number, every: number, tell: Tell) {
    let told: { words: string; at: number } | undefined;
    return (words: string): void => {
        if (words === told?.words && Date.now() - told.at < every) {
            return;
        }
        const minutes = Math.ceil((end - Date.now()) / 60_000);
        told = { words, at: Date.now() };
        tell(`${words}. This run waits for ${minutes} more minutes at most.`);
    };
}
