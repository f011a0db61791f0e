import assert from "node:assert/strict";
import { test } from "node:test";
import { apiCalls, partnerStack, tokenRequests } from "./partner";
import { customerProgram } from "./programs";

/** Programs that TypeScript would not compile are run as JavaScript users would write them. */
const faults: readonly [what: string, program: string, says: RegExp][] = [
    [
        "an empty required member",
        customerProgram({ street: '"  "' }),
        /billingProfile\.defaultAddress\.addressLine1: must not be empty/,
    ],
    [
        "a missing required member",
        customerProgram({ street: "undefined as never" }),
        /billingProfile\.defaultAddress\.addressLine1: is required/,
    ],
    [
        "a value of the wrong type",
        customerProgram({ street: "12 as never" }),
        /billingProfile\.defaultAddress\.addressLine1: must be a text, not a number/,
    ],
    [
        "the United Kingdom under its other code",
        customerProgram().replace('country: "US"', 'country: "UK"'),
        /defaultAddress\.country: the United Kingdom is GB/,
    ],
    [
        "a country that does not exist",
        customerProgram().replace('country: "US"', 'country: "ZZ"'),
        /defaultAddress\.country: must be a country's two letters/,
    ],
    [
        "a domain of another cloud",
        customerProgram({ domain: '"contoso.partner.onmschina.cn"' }),
        /companyProfile\.domain: belongs to another cloud/,
    ],
    [
        "a domain whose prefix is too long",
        customerProgram({ domain: '"a123456789b123456789c1234567.onmicrosoft.com"' }),
        /companyProfile\.domain: may have at most 27 characters/,
    ],
    [
        "several faults, in one report",
        customerProgram({ domain: '"contoso"', street: '""' }),
        /2 faults:[\s\S]*companyProfile\.domain: [\s\S]*addressLine1: must not be empty/,
    ],
];

for (const [what, program, says] of faults) {
    test(`${what} is refused at preview, before anything is asked`, async (t) => {
        const { simulator, stack } = await partnerStack(t, { program });
        (await stack.preview()).mustFail(says);
        assert.deepEqual(simulator.requests, []);
    });
}

test("settings that contradict each other are refused at preview, all at once", async (t) => {
    const { stack } = await partnerStack(t, {
        program: customerProgram(),
        env: {
            PARTNERCENTER_ACCESS_TOKEN: "a-token",
            PARTNERCENTER_REQUEST_TIMEOUT_SECONDS: "soon",
        },
    });
    const preview = (await stack.preview()).mustFail(/accessToken .* contradict each other/);
    assert.match(preview.output, /PARTNERCENTER_REQUEST_TIMEOUT_SECONDS must be a number/);
});

test("without a credential a preview works, and an update says what to set", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    stack.env.PARTNERCENTER_CLIENT_SECRET = "";
    (await stack.preview()).expectSuccess();
    (await stack.up()).mustFail(/there is no credential\. Set tenantId, clientId and clientSecret/);
    assert.deepEqual(simulator.requests, []);
});

test("a wrong secret is explained, and is not tried again and again", async (t) => {
    const { simulator, stack } = await partnerStack(t, { program: customerProgram() });
    stack.env.PARTNERCENTER_CLIENT_SECRET = "not-the-secret";
    const failed = (await stack.up()).mustFail(/AADSTS7000215/);
    assert.match(failed.output, /give the secret's value, not its id/);
    assert.equal(tokenRequests(simulator), 1);
    assert.deepEqual(apiCalls(simulator), []);
    await stack.expectNoClearText(["not-the-secret"]);
});

test("a service that cannot be reached is an error with its address", async (t) => {
    const { stack } = await partnerStack(t, {
        program: customerProgram(),
        env: {
            PARTNERCENTER_API_URL: "https://localhost:9",
            PARTNERCENTER_RETRY_BUDGET_SECONDS: "1",
        },
    });
    (await stack.up()).mustFail(/the connection to localhost:9 failed \(ECONNREFUSED\)/);
});

test("an answer that is not JSON is an error that says so", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram(),
        env: { PARTNERCENTER_RETRY_BUDGET_SECONDS: "1" },
    });
    simulator.misbehave({ on: { path: "/v1/" }, times: 100, body: "html" });
    (await stack.up()).mustFail(/HTTP 201 came with a body that is not JSON/);
});
