/** What went wrong, in the words of Pulumi where a command of it failed. */
export function reasonOf(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    const [, printed] = /\n stderr: ([\s\S]*?)(?:\n err\?:|$)/.exec(message) ?? [];
    const [, reason] = /(?:^|\n)\s*error: ([\s\S]*?)(?:\n\s*\n|\n err\?:|$)/.exec(message) ?? [];
    return (reason ?? printed ?? message).trim();
}
