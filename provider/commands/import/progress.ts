/** Counts on the terminal, where there is one: `120 of 300 customers read`. */
export function showProgress(total: number): (count: number) => void {
    if (!process.stderr.isTTY) {
        return () => {};
    }
    return (count) => {
        const end = count === total ? "\n" : "";
        process.stderr.write(`\r${count} of ${total} customers read${end}`);
    };
}
