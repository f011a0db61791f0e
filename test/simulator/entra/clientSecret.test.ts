import assert from "node:assert/strict";
import { test } from "node:test";
import { simulatorFor } from "../harness";
import { askForToken } from "./signIn";

test("a rotated secret replaces the old one, and an expired one says so", async (t) => {
    const simulator = await simulatorFor(t);
    const ask = (client_secret: string) =>
        askForToken(simulator, { grant_type: "client_credentials", client_secret });
    const old = simulator.partner.clientSecret;
    simulator.directory.rotateClientSecret("new");
    assert.equal((await ask(old)).code, 7000215);
    assert.equal((await ask("new")).status, 200);
    assert.equal(simulator.settings().PARTNERCENTER_CLIENT_SECRET, "new");
    simulator.directory.expireClientSecret();
    assert.equal((await ask("new")).code, 7000222);
    simulator.directory.rotateClientSecret("newer");
    assert.equal((await ask("newer")).status, 200);
});
