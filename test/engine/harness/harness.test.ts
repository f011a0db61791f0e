import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { newStack } from "./newStack";

/** A program with one trivial dynamic resource, whose provider can be told to be slow. */
function program({ text = "first", delayMs = 0, planted = "" }) {
    return `
        import * as pulumi from "@pulumi/pulumi";

        const provider: pulumi.dynamic.ResourceProvider = {
            async create(inputs) {
                await new Promise((resolve) => setTimeout(resolve, ${delayMs}));
                return { id: "note-1", outs: inputs };
            },
            async diff(_id, olds, news) {
                return { changes: olds.text !== news.text };
            },
            async update(_id, _olds, news) {
                return { outs: news };
            },
        };

        class Note extends pulumi.dynamic.Resource {
            constructor(name: string, text: string) {
                super(provider, name, { text });
            }
        }

        new Note("note", "${text}${planted}");
        const config = new pulumi.Config();
        export const greeting = config.get("greeting");
        export const password = config.getSecret("password");
    `;
}

const password = 'a "real" <secret> & more';

test("a stack goes through its life, and a secret stays a secret", async (t) => {
    const stack = await newStack({
        program: program({}),
        config: { greeting: "hello" },
        secretConfig: { password },
    });
    t.after(() => stack.remove());

    const preview = (await stack.preview()).expectSuccess();
    assert.equal(preview.changes.create, 2);

    const first = (await stack.up()).expectSuccess();
    assert.equal(first.changes.create, 2);
    assert.deepEqual(await stack.outputs(), { greeting: "hello", password });
    assert.equal((await stack.resource("note")).id, "note-1");

    const again = (await stack.up()).expectSuccess();
    assert.equal(again.changes.same, 2);

    await stack.rewriteProgram(program({ text: "second" }));
    const changed = (await stack.up()).expectSuccess();
    assert.equal(changed.changes.update, 1);
    assert.equal((await stack.resource("note")).outputs?.text, "second");

    (await stack.refresh()).expectSuccess();
    await stack.expectNoClearText([password]);

    const destroyed = (await stack.destroy()).expectSuccess();
    assert.equal(destroyed.changes.delete, 2);
    assert.deepEqual((await stack.state()).resources, undefined);

    await stack.remove();
    assert.equal(existsSync(stack.project.root), false);
});

test("the search for clear text finds a secret in state, in its history and in output", async (t) => {
    const stack = await newStack({
        program: `
            import * as pulumi from "@pulumi/pulumi";
            export const leak = new pulumi.Config().get("leak");
        `,
        config: { leak: "planted-secret" },
    });
    t.after(() => stack.remove());
    (await stack.up()).expectSuccess();

    await assert.rejects(stack.expectNoClearText(["planted-secret"]), (error: Error) => {
        assert.match(error.message, /stacks\/engine-test\/test\.json/);
        assert.match(error.message, /history\/engine-test\/test/);
        assert.match(error.message, /output \d, pulumi up/);
        assert.match(error.message, /Pulumi\.test\.yaml/);
        return true;
    });
    await stack.expectNoClearText(["another-secret"]);
});

test("a failed command does not throw, and shows why it failed when it should not have", async (t) => {
    const stack = await newStack({ program: `throw new Error("the program is broken");` });
    t.after(() => stack.remove());

    const result = await stack.up();

    result.mustFail(/the program is broken/);
    assert.throws(() => result.expectSuccess(), /pulumi up failed:.*the program is broken/s);
    assert.throws(() => result.mustFail(/something else/));
});

test("the types of a program are checked where that is asked for", async (t) => {
    const stack = await newStack({ program: `export const a: number = "text";`, typeCheck: true });
    t.after(() => stack.remove());

    (await stack.preview()).mustFail(/not assignable to type 'number'/);
});

for (const kind of ["kill", "killAll"] as const) {
    test(`a stack whose update was ended by ${kind} is locked until it is cancelled`, async (t) => {
        const stack = await newStack({ program: program({ delayMs: 60_000 }) });
        t.after(() => stack.remove());
        const update = stack.startUp();
        await update.until((output) => output.includes("note creating"));

        update[kind]();

        assert.equal((await update.result).code, null);
        (await stack.up()).mustFail(/currently locked/);
        (await stack.cancel()).expectSuccess();
        assert.equal((await stack.state()).pending_operations?.[0]?.type, "creating");
    });
}
