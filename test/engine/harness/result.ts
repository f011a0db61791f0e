import assert from "node:assert/strict";
import { type Changes, parseChanges } from "./changes";

/** What a `pulumi` command that has ended left behind. */
export class Result {
    /** `null` if a signal ended it. */
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
    private readonly command: string;

    constructor(command: string, code: number | null, stdout: string, stderr: string) {
        this.command = command;
        this.code = code;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** All that it printed. */
    get output(): string {
        return `${this.stdout}\n${this.stderr}`;
    }

    get changes(): Changes {
        return parseChanges(this.output);
    }

    /** Fails the test, showing the output, unless the command has succeeded. */
    expectSuccess(): this {
        assert.equal(this.code, 0, `${this.command} failed:\n${this.output}`);
        return this;
    }

    /** Fails the test unless the command has failed, and has said what is expected. */
    mustFail(message: RegExp): this {
        assert.notEqual(this.code, 0, `${this.command} did not fail:\n${this.output}`);
        assert.match(this.output, message);
        return this;
    }
}
