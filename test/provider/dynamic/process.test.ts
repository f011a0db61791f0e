import assert from "node:assert/strict";
import { it } from "node:test";
import { client, configure, settings } from "../../../provider/dynamic/process";
import { ConfigurationError } from "../../../provider/partnercenter/errors";

// One process serves one partner, so there is one story, in this order.
for (const name of Object.keys(process.env)) {
    if (/^(PARTNERCENTER|AZURE|ARM)_/.test(name)) {
        delete process.env[name];
    }
}

it("configure stores, and asks for nothing: on refresh and destroy the engine does not wait for it", () => {
    const asked: string[] = [];
    const get = (key: string): never => {
        asked.push(key);
        return (key === "partnercenter:locale" ? "de-DE" : undefined) as never;
    };
    const returned: unknown = configure({ config: { get, require: get } });
    assert.equal(returned, undefined);
    assert.equal(asked.length, 0);

    const { settings: found, problems } = settings();
    assert.equal(found.locale, "de-DE");
    assert.deepEqual(problems, []);
    assert.ok(asked.includes("partnercenter:locale"));
});

it("settings are put together once", () => {
    assert.equal(settings(), settings());
});

it("without a credential only a client cannot be had, and the error says what to set", () => {
    assert.throws(client, (error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.match(
            error.message,
            /there is no credential.*PARTNERCENTER_TENANT_ID.*pulumi config set/,
        );
        return true;
    });
});
