import { setImmediate as turn } from "node:timers/promises";
import * as pulumi from "../program/pulumi";
import { variableOf } from "../settings/names";
import { type Kind, typeTokenOf } from "./kinds";
import { unknown } from "./protocol";

/** So many resources know of each other: each of them carries what is told of all. */
const mostNeighbours = 100;

/** A resource of a program. */
interface Declared {
    program: string;
    kind: Kind;
    /** What is worth telling of it, if anything is. */
    news: (snapshot: Snapshot) => Promise<object | undefined>;
    /** Absent as long as it is being constructed. */
    resource?: pulumi.CustomResource;
}

/** What is declared without a pause, and what each of it tells once there is one. */
interface Batch {
    declared: Declared[];
    told: Promise<ReadonlyMap<Declared, pulumi.Input<string>>>;
}

let batch: Batch | undefined;

/**
 * The engine asks the provider about one resource after the other, and waits for each answer. So that the
 * provider's process can put its questions for many of them at once, each resource of a program tells of
 * the others that have the same provider and are declared without a pause. All of them do, because the
 * engine begins with any of them: they wait together until it has loaded the provider.
 *
 * Told is what is known when the program pauses. Nothing is waited for, since it may wait for this resource.
 *
 * @returns The hidden argument, and how to say which resource it has become; `undefined` where nothing will
 * be asked.
 */
export function declareAlongside<Args extends object>(
    kind: Kind,
    args: Args,
    askedAbout: (args: Args) => object | undefined,
) {
    if (process.env[variableOf("onlineValidation")] === "off") {
        return undefined;
    }
    const declared: Declared = {
        program: `${pulumi.getProject()}/${pulumi.getStack()}`,
        kind,
        news: async (snapshot) => askedAbout((await snapshot.of(args)) as Args),
    };
    batch ??= beginBatch();
    batch.declared.push(declared);
    return {
        input: batch.told.then((texts) => texts.get(declared)),
        as(resource: pulumi.CustomResource): void {
            declared.resource = resource;
        },
    };
}

function beginBatch(): Batch {
    const declared: Declared[] = [];
    const told = turn().then(async () => {
        batch = undefined;
        const groups = groupsOf(declared.filter(({ resource }) => resource !== undefined));
        const texts = await Promise.all(groups.filter(({ length }) => length > 1).map(textsOf));
        return new Map(texts.flat());
    });
    return { declared, told };
}

/** Those about whom one process of the provider asks. */
function groupsOf(all: readonly Declared[]): Declared[][] {
    const groups: Declared[][] = [];
    for (const one of all) {
        const group = groups.find(
            (group) =>
                group.length < mostNeighbours &&
                group.slice(0, 1).every((other) => areNeighbours(one, other)),
        );
        if (group === undefined) {
            groups.push([one]);
        } else {
            group.push(one);
        }
    }
    return groups;
}

function areNeighbours(one: Declared, other: Declared): boolean {
    return (
        one.program === other.program &&
        one.kind === other.kind &&
        providerOf(one) === providerOf(other)
    );
}

function providerOf({ resource, kind }: Declared): pulumi.ProviderResource | undefined {
    return resource?.getProvider(typeTokenOf(kind));
}

async function textsOf(
    neighbours: readonly Declared[],
): Promise<[Declared, pulumi.Input<string>][]> {
    const snapshot = new Snapshot();
    const news = await Promise.all(neighbours.map((one) => one.news(snapshot)));
    const text = JSON.stringify(news.filter((part) => part !== undefined));
    return neighbours.map((one) => [one, snapshot.isSecret ? pulumi.secret(text) : text]);
}

/** Values as they are known in this turn of the event loop. */
class Snapshot {
    /** Whether one of them is a secret. */
    isSecret = false;
    readonly #end = turn(unknown);

    async of(value: unknown): Promise<unknown> {
        if (pulumi.Output.isInstance(value)) {
            const known = await this.#soon(new Promise((resolve) => value.apply(resolve)));
            this.isSecret ||= known !== unknown && (await pulumi.isSecret(value));
            return known;
        }
        if (value instanceof Promise) {
            return await this.of(await this.#soon(value));
        }
        if (Array.isArray(value)) {
            return await Promise.all(value.map((item) => this.of(item)));
        }
        if (typeof value !== "object" || value === null) {
            return value;
        }
        if (Object.getPrototypeOf(value) !== Object.prototype) {
            return unknown;
        }
        const members = Object.entries(value).map(
            async ([name, member]) => [name, await this.of(member)] as const,
        );
        return Object.fromEntries(await Promise.all(members));
    }

    /** Whoever waits for a promise that fails says so; here it is as good as unknown. */
    async #soon(promise: Promise<unknown>): Promise<unknown> {
        return await Promise.race([promise, this.#end]).catch(() => unknown);
    }
}
