import { SingleBar } from "cli-progress";
import type { Progress } from "../runFleet";

/** A progress bar on a terminal; silent where there is none. */
export function progressBar(): Progress {
    const stacks = { all: 0, done: 0, failed: 0 };
    const bar = new SingleBar({
        format: "{bar} {value}/{total} customers, {stacks} stacks{failed}, {duration_formatted}",
        barsize: 20,
        barCompleteChar: "\u2588",
        barIncompleteChar: "\u2591",
        hideCursor: true,
        clearOnComplete: true,
        // It would end this process on ^C, and with it the engines' programs.
        gracefulExit: false,
    });
    const payload = () => ({
        stacks: `${stacks.done}/${stacks.all}`,
        failed: stacks.failed === 0 ? "" : `, ${stacks.failed} failed`,
    });
    return {
        begin(all, customers) {
            stacks.all = all;
            bar.start(customers, 0, payload());
        },
        customer() {
            bar.increment(1, payload());
        },
        stack({ failures }) {
            stacks.done += 1;
            stacks.failed += failures.length;
            bar.update(payload());
        },
        end() {
            bar.stop();
        },
    };
}
