import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { Customer, Provider } from "../../../provider/index";
import { someInputs } from "../fixtures";
import { registering, run } from "../registering";

const { deletionPolicy: _, requestKey: __, ...args } = someInputs();

beforeEach(() => {
    run("dev");
});

describe("an explicit provider", () => {
    it("has its arguments under the names of the configuration, and a mark", async () => {
        const [resource] = await registering(
            () =>
                new Provider("eu", {
                    cloud: "china",
                    tenantId: "t",
                    requestTimeoutSeconds: 5,
                    profile: "eu",
                }),
        );
        assert.equal(resource?.type, "pulumi:providers:pulumi-nodejs");
        const { inputs } = resource ?? {};
        assert.equal(inputs["partnercenter:cloud"], "china");
        assert.equal(inputs["partnercenter:tenantId"], "t");
        assert.equal(inputs["partnercenter:profile"], "eu");
        assert.equal(Number(inputs["partnercenter:requestTimeoutSeconds"]), 5);
        assert.equal(inputs["partnercenter:explicit"], "true");
        assert.equal(Object.keys(inputs).length, 5);
    });

    it("hands its credentials on as secrets", async () => {
        const [resource] = await registering(
            () => new Provider("eu", { clientSecret: "s3cret", accessToken: "t0ken" }),
        );
        const fields = resource?.request.getObject()?.toJavaScript() ?? {};
        for (const [name, value] of [
            ["clientSecret", "s3cret"],
            ["accessToken", "t0ken"],
        ]) {
            assert.deepEqual(fields[`partnercenter:${name}`], {
                [pulumi.runtime.specialSigKey]: pulumi.runtime.specialSecretSig,
                value,
            });
        }
    });

    it("is passed to a customer as any provider is", async () => {
        const resources = await registering(() => {
            const provider = new Provider("eu", { profile: "eu" });
            return new Customer("contoso", args, { provider });
        });
        assert.match(resources[1]?.provider ?? "", /pulumi:providers:pulumi-nodejs::eu::/);
    });
});
