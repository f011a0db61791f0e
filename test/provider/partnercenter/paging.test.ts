import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Call } from "../../../provider/partnercenter/call";
import { everyItem } from "../../../provider/partnercenter/paging";

const list: Call = {
    name: "listCustomers",
    operation: "list this",
    method: "GET",
    path: "/customers?size=0&filter=x",
};

describe("a list of several pages", () => {
    const link = { uri: "/customers?size=2&filter=x&seekOperation=Next" };
    const headers = [{ key: "MS-ContinuationToken", value: "there" }];
    const asked = { "MS-ContinuationToken": "there" };
    const ways: [title: string, page: object, path: string][] = [
        ["a link", { links: { next: { ...link, headers } } }, link.uri],
        [
            "a link with the version",
            { links: { next: { uri: `/v1${link.uri}`, headers } } },
            link.uri,
        ],
        [
            "a link without a slash",
            { links: { next: { uri: link.uri.slice(1), headers } } },
            link.uri,
        ],
        ["a token", { continuationToken: "there" }, `${list.path}&seekOperation=Next`],
        [
            "a link, which keeps the filter, and a token beside it",
            { links: { next: { ...link, headers } }, continuationToken: "there" },
            link.uri,
        ],
        [
            "a link in PascalCase",
            { Links: { Next: { Uri: link.uri, Headers: headers } } },
            link.uri,
        ],
    ];
    for (const [title, way, path] of ways) {
        it(`goes on by ${title}`, async () => {
            const calls: Call[] = [];
            const items = await everyItem({ items: [1, 2], ...way }, list, async (call) => {
                calls.push(call);
                return { items: [3] };
            });
            assert.deepEqual(items, [1, 2, 3]);
            assert.deepEqual(calls, [{ ...list, path, headers: asked }]);
        });
    }

    it("without a query has one where it goes on by a token", async () => {
        const devices = { ...list, path: "/customers/1/deviceBatches/b/devices" };
        const paths: string[] = [];
        await everyItem({ items: [1], continuationToken: "there" }, devices, async ({ path }) => {
            paths.push(path);
            return { items: [2], continuationToken: paths.length === 1 ? "further" : "" };
        });
        const next = `${devices.path}?seekOperation=Next`;
        assert.deepEqual(paths, [next, next]);
    });
});

describe("a list of one page", () => {
    for (const [answer, items] of [
        [{ items: [{ Id: 1 }], links: { self: {} } }, [{ id: 1 }]],
        [[{ Id: 1 }], [{ id: 1 }]],
        [[], []],
        [{ totalCount: 0 }, []],
    ] as const) {
        it(`is ${JSON.stringify(answer)}`, async () => {
            const found = await everyItem(answer, list, () => assert.fail("nothing more is asked"));
            assert.deepEqual(found, items);
        });
    }

    it("is not no answer at all", async () => {
        await assert.rejects(
            everyItem(undefined, list, async () => ({})),
            /Could not list this: the service answered with success, but without a list/,
        );
    });
});
