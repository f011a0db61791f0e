import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import * as partnercenter from "../../../provider/index";

const provider = resolve(__dirname, "../../../provider");
const id = "dfd8cc0a-c592-468c-8461-869a38d24738";

/** The sources of all classes of resources. */
const sources = readdirSync(provider)
    .map((folder) => join(provider, folder, "resource.ts"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));

describe("a resource that is only looked up", () => {
    before(() =>
        pulumi.runtime.setMocks({
            newResource: ({ name }) => ({ id: `${name}-id`, state: {} }),
            call: () => ({}),
        }),
    );

    for (const source of sources) {
        const [, kind = ""] = /export class (\w+)/.exec(source) ?? [];
        const Resource = Reflect.get(partnercenter, kind) as
            | { get?(name: string, id: string, state: object): object }
            | undefined;
        if (Resource?.get === undefined) {
            continue;
        }
        it(`has every output that its class declares: ${kind}`, () => {
            const declared = [...source.matchAll(/declare readonly (\w+):/g)].map(
                ([, name]) => name,
            );
            assert.ok(declared.length > 0);
            const resource = Resource.get?.("looked-up", id, { customerId: id }) ?? {};
            assert.deepEqual(
                declared.filter((name) => !(String(name) in resource)),
                [],
            );
        });
    }

    it("is tried for the kinds that can be", () => {
        const kinds = Object.values(partnercenter).filter(
            (value) => typeof value === "function" && "get" in value,
        );
        assert.ok(kinds.length >= 3, `${kinds.length} kinds`);
    });
});
