import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { PartnerCenter } from "../../../../provider/partnercenter/client";
import { resolveSettings } from "../../../../provider/settings";
import { connect } from "../../../../provider/settings/connect";
import { startSimulator } from "../../../../simulator";
import { makeCertificate } from "../../../certificates";

for (const minutes of [-4, 4]) {
    test(`a machine whose clock is off by ${-minutes} minutes signs in, once`, async (t) => {
        const simulator = await startSimulator({
            certificateFolder: ".simulator",
            now: () => Date.now() + minutes * 60_000,
        });
        t.after(() => simulator.close());
        const { key, certificate } = await makeCertificate();
        simulator.directory.registerCertificate(certificate);
        const path = join(await mkdtemp(join(tmpdir(), "partnercenter-")), "application.pem");
        await writeFile(path, `${key}${certificate}`, { mode: 0o600 });
        const { PARTNERCENTER_CLIENT_SECRET: _, ...application } = simulator.settings();

        for (const environment of [
            simulator.settings(),
            { ...application, PARTNERCENTER_CLIENT_CERTIFICATE_PATH: path },
        ]) {
            simulator.forgetRequests();
            const connection = connect(
                resolveSettings({ configured: () => undefined, environment }),
            );
            for (let call = 0; call < 3; call += 1) {
                await new PartnerCenter(connection.begin()).findCustomersByDomain("contoso");
            }
            const tokens = simulator.requests.filter(({ path }) => path.endsWith("/token"));
            assert.deepEqual(
                tokens.map(({ status }) => status),
                [200],
            );
        }
    });
}
