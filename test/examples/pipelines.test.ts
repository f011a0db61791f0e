import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import { parse } from "yaml";

const folder = resolve(__dirname, "../../examples/pipelines");

for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    const commands = textsIn(parse(text));

    describe(`the pipeline ${name}`, () => {
        it("previews with a plan, deploys, and reports drift", () => {
            const all = commands.join("\n");
            assert.match(all, /preview/);
            assert.match(all, /pulumi up .*--yes|^up$/m);
            assert.match(all, /pulumi preview .*--refresh --diff --expect-no-changes/);
        });

        it("installs the provider before it runs Pulumi", () => {
            const install = commands.findIndex((command) => command.includes("npm ci"));
            const pulumi = commands.findIndex((command) =>
                /pulumi (preview|up)|^(preview|up)$/.test(command),
            );
            assert.ok(install >= 0 && install < pulumi, `${install} < ${pulumi}`);
        });

        it("stores no secret, and prints none", () => {
            assert.doesNotMatch(text, /secrets\.|CLIENT_SECRET|PASSPHRASE|ACCESS_KEY|--debug|-v=9/);
        });
    });
}

/** Every text of a document, in its order, without the names of stages. */
function textsIn(value: unknown): string[] {
    if (typeof value === "string") {
        return [value];
    }
    return typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([name, member]) =>
              /^stages?$/.test(name) ? [] : textsIn(member),
          )
        : [];
}
