import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shardOfStack } from "./shards";

/** What a fleet was asked for cannot be. */
export class Refused extends Error {
    override readonly name = "Refused";
}

const fileName = "fleet.json";

/**
 * How many shards the fleet has: decided once, and kept in `fleet.json`, which belongs in version
 * control. The names of the stacks must agree with it.
 *
 * @param asked What the command line says.
 * @param stacks The names of the stacks there are.
 * @throws Refused where it is not decided yet, or would change.
 */
export async function settleShards(
    folder: string,
    asked: number | undefined,
    stacks: readonly string[],
): Promise<number> {
    const kept = await readShards(folder);
    const [found] = stacks.flatMap((name) => shardOfStack(name)?.of ?? []);
    const shards = kept ?? asked ?? found;
    if (shards === undefined) {
        throw new Refused(
            "Say once how many shards the fleet has, with --shards <number>: one for each hundred customers that you will have one day. It cannot change later.",
        );
    }
    const others = stacks.filter((name) => (shardOfStack(name)?.of ?? shards) !== shards);
    if (asked !== undefined && asked !== shards) {
        throw new Refused(`${fileName} says ${shards} shards, not ${asked}. ${meaning}`);
    }
    if (others.length > 0) {
        throw new Refused(
            `The fleet would have ${shards} shards, but the backend has ${others.join(", ")}. ${meaning}`,
        );
    }
    if (kept === undefined) {
        await writeFile(join(folder, fileName), `${JSON.stringify({ shards }, undefined, 4)}\n`);
    }
    return shards;
}

const meaning =
    "Another number would move customers between stacks: the old stack would remove them, and the new one create them again. Keep the number, or begin another fleet in another folder with another project name in Pulumi.yaml.";

/**
 * What `fleet.json` says; nothing before the first run.
 *
 * @throws Refused where it says something else.
 */
export async function readShards(folder: string): Promise<number | undefined> {
    const text = await readFile(join(folder, fileName), "utf8").catch(() => undefined);
    if (text === undefined) {
        return undefined;
    }
    try {
        const { shards } = JSON.parse(text) as { shards?: unknown };
        if (Number.isInteger(shards) && Number(shards) > 0) {
            return Number(shards);
        }
    } catch {
        // Said below.
    }
    throw new Refused(`${fileName} does not say how many shards there are: { "shards": 10 }.`);
}
