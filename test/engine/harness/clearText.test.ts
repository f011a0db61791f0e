import assert from "node:assert/strict";
import { test } from "node:test";
import { findClearText } from "./clearText";

const secret = 'q"<&>\\ä-9';

const writings: Readonly<Record<string, string>> = {
    "as it is": `password: ${secret}.`,
    "in JSON": JSON.stringify({ password: secret }),
    "in JSON as the engine writes it": '{"password":"q\\"\\u003c\\u0026\\u003e\\\\ä-9"}',
    "in a URL": `https://example.test/?password=${encodeURIComponent(secret)}`,
    "in base64": `Basic ${Buffer.from(secret).toString("base64")}`,
};

for (const [how, text] of Object.entries(writings)) {
    test(`a secret that was written ${how} is found, and is not shown`, () => {
        const finds = findClearText(new Map([["file", text]]), ["not in there", secret]);
        assert.deepEqual(finds, ["secret 2 of 2 is in file"]);
    });
}

test("nothing is found where no secret is", () => {
    assert.deepEqual(findClearText(new Map([["file", "q, 9 and more"]]), [secret]), []);
});

test("a search that could not find anything of use is refused", () => {
    assert.throws(() => findClearText(new Map(), []), /at least 6 characters/);
    assert.throws(() => findClearText(new Map(), [secret, ""]), /at least 6 characters/);
});
