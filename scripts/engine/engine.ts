/** A Pulumi engine on this machine that can run Node.js programs. */
export interface Engine {
    /** The folder of `pulumi`. The language host is in it or on PATH. */
    readonly folder: string;
    readonly version: string;
    /** How it came here, in words that complete "Pulumi 3.259.0 …". */
    readonly origin: string;
}

/** One way to get an engine: gives it, or throws the reason why not, in one line. */
export interface Way {
    /** What it is, as a heading for the reason why it failed. */
    readonly name: string;
    get(): Promise<Engine>;
}
