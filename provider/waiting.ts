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

/** What is waited for. */
export interface Wait<Answer> {
    /** Asks once; each question is an operation of its own, since the wait may be longer than one may take. */
    ask(): Promise<Answer>;
    /** Whether more waiting would change nothing. */
    isFinal(answer: Answer): boolean;
    timeoutMinutes: number;
    /** What stands after "Waiting until". */
    until: string;
    inWords(answer: Answer): string;
    tell: Tell;
    pace?: Pace | undefined;
}

/** Asks until the answer is final. The last answer is given back, final or not, when the time is up. */
export async function waitFor<Answer>(wait: Wait<Answer>): Promise<Answer> {
    const { ask, isFinal, timeoutMinutes, pace = usualPace } = wait;
    const end = Date.now() + timeoutMinutes * 60_000;
    const news = newsOf(wait, end, pace.told);
    for (let pause = pace.first; ; pause = Math.min(pause * 1.5, pace.longest)) {
        const answer = await ask();
        const left = end - Date.now();
        if (isFinal(answer) || left <= 0) {
            return answer;
        }
        news(answer);
        await sleep(Math.min(pause, left));
    }
}

/** Tells an answer when it is new, and from time to time that it is still the same. */
function newsOf<Answer>(
    { until, inWords, tell }: Wait<Answer>,
    end: number,
    every: number,
): (answer: Answer) => void {
    let told: { words: string; at: number } | undefined;
    return (answer) => {
        const words = inWords(answer);
        if (words === told?.words && Date.now() - told.at < every) {
            return;
        }
        const minutes = Math.ceil((end - Date.now()) / 60_000);
        told = { words, at: Date.now() };
        tell(
            `Waiting until ${until}: ${words}. This run waits for ${minutes} more minutes at most.`,
        );
    };
}
