import { createHash } from "node:crypto";

/** One of the equal parts of a fleet: each has a stack of its own. */
export interface Shard {
    /** Counted from 1. */
    number: number;
    of: number;
}

/**
 * The shard of a customer. It follows from the domain alone, so that no other customer that comes or
 * goes moves it: in another stack it would be a new customer, and gone from the old one.
 *
 * @param domain In lower case.
 * @param shards How many there are, for ever.
 */
export function shardOf(domain: string, shards: number): Shard {
    const hash = createHash("sha256").update(domain).digest();
    return { number: (hash.readUInt32BE(0) % shards) + 1, of: shards };
}

/** All shards of a fleet. */
export function allShards(shards: number): Shard[] {
    return Array.from({ length: shards }, (_, index) => ({ number: index + 1, of: shards }));
}

/** The stack of a shard: `shard-03-of-10`. The name says how many there are, so no two counts mix. */
export function stackName({ number, of }: Shard): string {
    return `shard-${String(number).padStart(String(of).length, "0")}-of-${of}`;
}

/** The shard of a stack; none where the name is another one. */
export function shardOfStack(name: string): Shard | undefined {
    const [, number, of] = /^shard-(\d+)-of-(\d+)$/.exec(name) ?? [];
    return number === undefined || of === undefined
        ? undefined
        : { number: Number(number), of: Number(of) };
}
