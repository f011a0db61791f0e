import assert from "node:assert/strict";
import { test } from "node:test";
import { answeredBySecond, countByKind, shareOfLimit } from "../../bench/measuring/requests";

const id = "dfd8cc0a-c592-468c-8461-869a38d24738";

test("requests are counted by what they ask, not by whom they are about", () => {
    assert.deepEqual(
        countByKind([
            { method: "POST", path: `/${id}/oauth2/v2.0/token` },
            { method: "GET", path: `/v1/customers/${id}` },
            { method: "GET", path: "/v1/customers/0a4ce58a-6f96-4273-8035-d9c7d31b9ba4" },
            { method: "PUT", path: `/v1/customers/${id}/profiles/billing` },
        ]),
        { token: 1, "GET /customers/{id}": 2, "PUT /customers/{id}/profiles/billing": 1 },
    );
});

const at = (seconds: number, status = 200) => ({
    at: new Date(1_000_000 + seconds * 1000).toISOString(),
    status,
});

test("calls are counted by the second since the first one, without those that were refused", () => {
    assert.deepEqual(
        answeredBySecond([at(0), at(0.4), at(0.5, 429), at(2.1), at(3, 429)]),
        [2, 0, 1],
    );
    assert.deepEqual(answeredBySecond([]), []);
});

test("the share of a limit is that of the full minutes", () => {
    const minute = Array.from({ length: 60 }, () => 4);
    assert.equal(shareOfLimit([...minute, ...minute, 200], 300), 0.8);
    assert.equal(shareOfLimit(minute, 300), 0, "no minute was full");
    assert.equal(shareOfLimit([], 300), 0);
});
