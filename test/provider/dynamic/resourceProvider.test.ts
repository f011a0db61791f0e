import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isUnknown, secret } from "../../../provider/dynamic/protocol";
import { resourceProvider } from "../../../provider/dynamic/resourceProvider";
import type { Members } from "../../../provider/dynamic/values";
import { IncompleteResource } from "../../../provider/lifecycle/incomplete";
import type { Lifecycle } from "../../../provider/lifecycle/lifecycle";
import { PartnerCenter } from "../../../provider/partnercenter/client";
import { PartnerCenterError } from "../../../provider/partnercenter/errors";
import { failureOf, unknown } from "../fixtures";

interface Inputs {
    name?: string;
}

interface State {
    name?: string;
    password?: string | undefined;
}

// Settings are put together once in a process: here with a credential that no call uses.
process.env.PARTNERCENTER_ACCESS_TOKEN = "t0ken-value";

describe("check", () => {
    it("gives the lifecycle the members without the provider's text, and answers its inputs", async () => {
        const { provider, calls } = hosted({
            check: (...given) => {
                calls.push(given);
                return { inputs: { name: "complete" }, problems: [], warnings: [] };
            },
        });
        const answer = await provider.check?.(
            { name: "old", __provider: "text" },
            {
                name: "new",
                empty: undefined,
                __provider: "text",
            },
        );
        assert.deepEqual(answer, { inputs: { name: "complete" }, failures: [] });
        assert.deepEqual(calls, [
            [{ name: "old" }, { name: "new" }, { cloud: "global", isUnknown }],
        ]);
    });

    it("has no old arguments where the engine sends none", async () => {
        const { provider, calls } = hosted({
            check: (olds, news) => {
                calls.push([olds]);
                return { inputs: news, problems: [], warnings: [] };
            },
        });
        await provider.check?.({}, { name: "new" });
        await provider.check?.(undefined as never, { name: "new" });
        assert.deepEqual(calls, [[undefined], [undefined]]);
    });

    it("reports all faults as one failure without a property, whose value the engine would print", async () => {
        const { provider } = hosted({
            check: (_, news) => ({
                inputs: news,
                problems: ["a: is wrong.", "b: is wrong."],
                warnings: [],
            }),
        });
        const answer = await provider.check?.({}, {});
        assert.equal(answer?.failures?.length, 1);
        assert.equal(answer?.failures?.[0]?.property, "");
        assert.match(
            answer?.failures?.[0]?.reason ?? "",
            /2 faults:\n.*a: is wrong.\n.*b: is wrong./,
        );
    });
});

describe("what a resource tells of others", () => {
    const others = JSON.stringify([{ name: "a" }, { name: "b" }, { name: "c" }]);

    it("makes them asked about at once, and stands in no result", async () => {
        const foreseen: unknown[] = [];
        const { provider } = hosted({
            askedAbout: ({ name }) => ({ name }),
            check: (_, inputs) => ({ inputs, problems: [], warnings: [] }),
            foresee: async (inputs, { isComplete }) => {
                foreseen.push([inputs, isComplete]);
                if (!isComplete) {
                    throw new Error("a failure that is said later");
                }
                return { problems: [], warnings: [], notes: [] };
            },
        });
        const news = { name: "b", declaredAlongside: others };
        assert.deepEqual(await provider.check?.({}, news), { inputs: { name: "b" }, failures: [] });
        assert.deepEqual(foreseen, [
            [{ name: "b" }, true],
            [{ name: "a" }, false],
            [{ name: "c" }, false],
        ]);
    });

    it("is kept in mind by one that exists, of which nothing is asked", async () => {
        const foreseen: unknown[] = [];
        const { provider } = hosted({
            askedAbout: ({ name }) => ({ name }),
            check: (_, inputs) => ({ inputs, problems: [], warnings: [] }),
            foresee: async ({ name }) => {
                foreseen.push(name);
                return { problems: [], warnings: [], notes: [] };
            },
        });
        await provider.check?.({ name: "a" }, { name: "a", declaredAlongside: others });
        assert.deepEqual(foreseen, []);
        await provider.check?.({}, { name: "b", declaredAlongside: others });
        assert.deepEqual(foreseen, ["b", "c"]);
    });
});

describe("the key of a resource's name", () => {
    const key = { requestKey: "of a" };

    it("stays in its state, whatever is done with it", async () => {
        const { provider } = hosted({
            create: async () => ({ id: "id", state: { name: "a" } }),
            read: async () => ({ name: "a" }),
            update: async () => ({ name: "a" }),
        });
        const kept = { name: "a", ...key };
        assert.deepEqual((await provider.create(key)).outs, kept);
        assert.deepEqual((await provider.read?.("id", key))?.props, kept);
        assert.deepEqual((await provider.update?.("id", {}, key))?.outs, kept);
    });

    it("stays in a state in part, too", async () => {
        const incomplete = new IncompleteResource("id", { name: "a" }, ["why"]);
        const { provider } = hosted({ create: async () => fail(incomplete) });
        const failure = await failureOf(() => provider.create({ ...key, __provider: "text" }));
        assert.deepEqual((failure as { properties?: unknown }).properties, {
            name: "a",
            ...key,
            __provider: "text",
        });
    });
});

describe("diff", () => {
    it("sees no change where the lifecycle sees none", async () => {
        const { provider } = hosted({ diff: () => ({ changes: false }) });
        const answer = await provider.diff?.("id", { name: "a" }, { name: "a" });
        assert.deepEqual(answer, { changes: false });
    });

    it("hands on what is replaced", async () => {
        const { provider } = hosted({ diff: () => ({ changes: true, replaces: ["name"] }) });
        const answer = await provider.diff?.("id", {}, {});
        assert.deepEqual(answer, { changes: true, replaces: ["name"] });
    });

    it("takes a value that is not known yet for a change, but for no other value", async () => {
        const { provider, calls } = hosted({
            diff: (...given) => {
                calls.push(given);
                return { changes: false };
            },
        });
        const news = { name: unknown, __provider: "text" };
        const answer = await provider.diff?.("id", { name: "a", __provider: "text" }, news);
        assert.deepEqual(answer, { changes: true });
        assert.deepEqual(calls, [["id", { name: "a" }, { name: "a" }]]);
    });

    it("asks the service about a change, and fails with everything that it would refuse", async () => {
        const asked: unknown[] = [];
        const { provider } = hosted({
            diff: () => ({ changes: true }),
            foreseeChange: async (id, state, news, { isComplete }) => {
                asked.push([id, state, news, isComplete]);
                const problems = news.name === "b" ? ["a: is wrong.", "b: is wrong."] : [];
                return { problems, warnings: [], notes: [] };
            },
        });
        const error = await failureOf(() => provider.diff?.("id", { name: "a" }, { name: "b" }));
        assert.match(error.message, /^2 faults:\n.*a: is wrong\.\n.*b: is wrong\.$/);
        assert.deepEqual(asked, [["id", { name: "a" }, { name: "b" }, true]]);
        assert.deepEqual(await provider.diff?.("id", {}, {}), { changes: true });
    });

    it("that the service cannot be asked about is none the less a change", async () => {
        const { provider } = hosted({
            diff: () => ({ changes: true }),
            foreseeChange: async () => fail(new PartnerCenterError("not now")),
        });
        assert.deepEqual(await provider.diff?.("id", {}, {}), { changes: true });
    });

    it("fails with the reason and without a stack", async () => {
        const { provider } = hosted({ diff: () => fail(new PartnerCenterError("not possible")) });
        const error = await failureOf(() => provider.diff?.("id", {}, {}));
        assert.equal(error.message, "not possible");
        assert.doesNotMatch(String(error.stack), /\n/);
    });
});

describe("create, read and update", () => {
    const state = { name: "a", password: "p", other: undefined };

    it("answer the state without undefined members, with its secrets marked", async () => {
        const { provider } = hosted({
            create: async () => ({ id: "id", state }),
            read: async () => state,
            update: async () => state,
        });
        const result = { name: "a", password: secret("p") };
        assert.deepEqual(await provider.create({ name: "a" }), { id: "id", outs: result });
        assert.deepEqual(await provider.read?.("id", {}), { id: "id", props: result });
        assert.deepEqual(await provider.update?.("id", {}, {}), { outs: result });
    });

    it("give the lifecycle members of its own, and a client for each operation", async () => {
        const { provider, calls } = hosted({
            create: async (...given) => {
                calls.push(given);
                return { id: "id", state };
            },
            read: async (...given) => {
                calls.push(given);
                return state;
            },
            update: async (...given) => {
                calls.push(given);
                return state;
            },
        });
        await provider.create({ name: "a", __provider: "text" });
        await provider.read?.("id", { name: "b", __provider: "text" });
        await provider.update?.(
            "id",
            { name: "b", __provider: "text" },
            { name: "c", __provider: "text" },
        );
        const isClient = (given: unknown) => given instanceof PartnerCenter;
        const clients = calls.map((given) => given.find(isClient));
        assert.deepEqual(
            calls.map((given) => given.slice(0, given.findIndex(isClient))),
            [[{ name: "a" }], ["id", { name: "b" }], ["id", { name: "b" }, { name: "c" }]],
        );
        assert.ok(clients.every(isClient));
        assert.equal(new Set(clients).size, 3);
    });

    it("read without a state, as for a resource that is looked up", async () => {
        const { provider, calls } = hosted({
            read: async (_, given) => {
                calls.push([given]);
                return state;
            },
        });
        await provider.read?.("id");
        assert.deepEqual(calls, [[{}]]);
    });

    it("tell a resource that is gone by an answer without an id", async () => {
        const { provider } = hosted({ read: async () => undefined });
        assert.deepEqual(await provider.read?.("id", { name: "a" }), {});
    });

    it("turn what is incomplete into a partial failure, by which the engine keeps it", async () => {
        const incomplete = async () => fail(new IncompleteResource("id", state, ["why"]));
        const { provider } = hosted({ create: incomplete, update: incomplete });
        for (const call of [
            () => provider.create({ __provider: "text" }),
            () => provider.update?.("id", { __provider: "old" }, { __provider: "text" }),
        ]) {
            const error = (await failureOf(call)) as Error & Record<string, unknown>;
            assert.equal(error.id, "id");
            assert.deepEqual(error.reasons, ["why"]);
            assert.deepEqual(error.properties, {
                name: "a",
                password: secret("p"),
                __provider: "text",
            });
        }
    });

    it("hand on every other failure as it is", async () => {
        const error = new PartnerCenterError("refused");
        const { provider } = hosted({
            create: async () => fail(error),
            update: async () => fail(error),
            read: async () => fail(error),
        });
        assert.equal(await failureOf(() => provider.create({})), error);
        assert.equal(await failureOf(() => provider.update?.("id", {}, {})), error);
        assert.equal(await failureOf(() => provider.read?.("id", {})), error);
        assert.equal("properties" in error, false);
    });
});

describe("delete", () => {
    it("gives the lifecycle the state, and a client only when it asks", async () => {
        const { provider, calls } = hosted({
            delete: async (id, state, client) => {
                calls.push([id, state, client() instanceof PartnerCenter]);
            },
        });
        await provider.delete?.("id", { name: "a", __provider: "text" });
        assert.deepEqual(calls, [["id", { name: "a" }, true]]);
    });

    describe("of what another resource of the same run holds by now, as after it was renamed,", () => {
        const incomplete = new IncompleteResource("ID", { name: "b" }, ["why"]);
        for (const [title, create] of [
            ["taken over", async () => ({ id: "ID", state: { name: "b" } })],
            ["kept in part", async () => fail(incomplete)],
        ] as const) {
            it(`${title}, removes nothing`, async () => {
                const { provider, calls } = hosted({
                    create,
                    delete: async (id, _state, client) => {
                        client();
                        calls.push([id]);
                    },
                });
                await provider.create({ name: "b" }).catch(() => undefined);
                await provider.delete?.("id", { name: "a" });
                assert.deepEqual(calls, []);
                await provider.delete?.("of another", { name: "a" });
                assert.deepEqual(calls, [["of another"]]);
            });
        }

        it("is none the less forbidden, or nothing, as the lifecycle says without a call", async () => {
            const { provider, calls } = hosted({
                create: async () => ({ id: "id", state: { name: "b" } }),
                delete: async (id, { name }) => {
                    if (name === "protected") {
                        fail(new PartnerCenterError("kept"));
                    }
                    calls.push([id]);
                },
            });
            await provider.create({ name: "b" });
            const error = await failureOf(() => provider.delete?.("id", { name: "protected" }));
            assert.equal(error.message, "kept");
            await provider.delete?.("id", { name: "a" });
            assert.deepEqual(calls, [["id"]]);
        });

        describe("where a run before has ended in between,", () => {
            const renamed = { name: "b", requestKey: "of b" };
            for (const [title, deleted, calls] of [
                ["removes nothing", { requestKey: "of a" }, []],
                ["removes what is replaced under its own name", { requestKey: "of b" }, [["id"]]],
                ["removes what does not tell its name, as in an earlier version", {}, [["id"]]],
            ] as const) {
                it(title, async () => {
                    const { provider, calls: made } = hosted({
                        diff: () => ({ changes: false }),
                        delete: async (id, _state, client) => {
                            client();
                            made.push([id]);
                        },
                    });
                    await provider.diff?.("ID", renamed, renamed);
                    await provider.delete?.("id", { name: "a", ...deleted });
                    assert.deepEqual(made, calls);
                });
            }
        });

        it("removes it in a later run", async () => {
            const lifecycle: Partial<Lifecycle<Inputs, State>> = {
                create: async () => ({ id: "id", state: { name: "b" } }),
                delete: async (id, _state, client) => {
                    client();
                    removed.push(id);
                },
            };
            const removed: string[] = [];
            await hosted(lifecycle).provider.create({ name: "b" });
            await hosted(lifecycle).provider.delete?.("id", { name: "b" });
            assert.deepEqual(removed, ["id"]);
        });
    });

    it("fails with the reason and without a stack", async () => {
        const { provider } = hosted({ delete: async () => fail(new PartnerCenterError("kept")) });
        const error = await failureOf(() => provider.delete?.("id", {}));
        assert.equal(error.message, "kept");
        assert.doesNotMatch(String(error.stack), /\n/);
    });
});

/** A provider around a lifecycle of which only the given methods may be called. */
function hosted(methods: Partial<Lifecycle<Inputs, State>>) {
    const unexpected = () => fail(new Error("This method was not to be called."));
    const calls: unknown[][] = [];
    const provider = resourceProvider<Inputs & Members, State & Members>({
        secrets: ["password"],
        nameOf: () => "a",
        foresee: async () => ({ problems: [], warnings: [], notes: [] }),
        check: unexpected,
        diff: unexpected,
        create: unexpected,
        read: unexpected,
        update: unexpected,
        delete: unexpected,
        ...methods,
    } as Lifecycle<Inputs & Members, State & Members>);
    return { provider, calls };
}

function fail(error: Error): never {
    throw error;
}
