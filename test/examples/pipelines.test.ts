import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import { parse } from "yaml";

const folder = resolve(__dirname, "../../examples/pipelines");

/** By what each vendor tells the change of a fork. */
const forksStayOut: Readonly<Record<string, RegExp>> = {
    "azure-pipelines.yml":
        /task: AzureCLI@2\n.*\n.*\n +condition: .*ne\(variables\['System\.PullRequest\.IsFork'\], 'True'\)/,
    "github-actions.yml": /if: .*head\.repo\.full_name == github\.repository/,
    "gitlab-ci.yml":
        /if: .*"merge_request_event" && \$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == \$CI_PROJECT_ID/,
};

/** How each vendor tells a merge, and puts deployments in a queue. */
const deploysWhatWasMerged: Readonly<Record<string, RegExp>> = {
    "azure-pipelines.yml":
        /include: \[main\][\s\S]*\nlockBehavior: sequential\n[\s\S]* IndividualCI \| BatchedCI\) pulumi up /,
    // A queue holds one that waits: a preview in it would drive a deployment out.
    "github-actions.yml":
        /^(?![\s\S]*^concurrency:)[\s\S]*^ {4}deploy:\n {8}if: github\.event_name == 'push'\n(?: {8}.*\n)* {8}concurrency: /m,
    "gitlab-ci.yml":
        /resource_group: customers[\s\S]*== "push" && \$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH[\s\S]*pulumi up /,
};

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

        it("lets no change of a fork sign in", () => {
            assert.match(text, forksStayOut[name] as RegExp);
        });

        it("deploys what was merged alone, one run at a time", () => {
            assert.match(text, deploysWhatWasMerged[name] as RegExp);
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
