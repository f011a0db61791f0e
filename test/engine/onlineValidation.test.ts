import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { apiCalls, partnerStack, tokenRequests } from "./partner";
import { customer, customerProgram, imports } from "./programs";

const online = { PARTNERCENTER_ONLINE_VALIDATION: "error" };

test("a preview reports what the service would refuse, in one report with what is wrong offline", async (t) => {
    const program = customerProgram({ street: '""' })
        .replace('state: "WA"', 'state: "ZZ"')
        .replace('postalCode: "98052"', 'postalCode: "9"');
    const { simulator, stack } = await partnerStack(t, { program, env: online });
    const preview = (await stack.preview()).mustFail(
        /3 faults:[\s\S]*addressLine1: must not be empty[\s\S]*state: must be one of .*WA[\s\S]*postalCode: must have the form/,
    );
    assert.doesNotMatch(preview.output, /"ZZ"/, "values are not shown");
    assert.equal(simulator.customers.length, 0);
});

test("with warn, the same is said and the preview goes on; with off nothing is asked", async (t) => {
    const program = customerProgram().replace('state: "WA"', 'state: "ZZ"');
    const { simulator, stack } = await partnerStack(t, {
        program,
        env: { PARTNERCENTER_ONLINE_VALIDATION: "warn" },
    });
    const preview = (await stack.preview()).expectSuccess();
    assert.match(
        preview.output,
        /contoso\.onmicrosoft\.com: billingProfile\.defaultAddress\.state: must be one of/,
    );
    simulator.forgetRequests();
    stack.env.PARTNERCENTER_ONLINE_VALIDATION = "off";
    (await stack.preview()).expectSuccess();
    assert.deepEqual(simulator.requests, []);
});

test("a domain that a stranger has is refused; one that is known later is not asked about", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: `${customerProgram()}
            const later = new partnercenter.Customer("later", {
                companyProfile: { domain: customer.tenantId.apply((id) => "c" + id.slice(0, 8) + ".onmicrosoft.com") },
                billingProfile: customer.billingProfile as never,
            });`,
        env: online,
    });
    (await stack.preview()).expectSuccess();
    const heads = () => apiCalls(simulator).filter((call) => call.startsWith("HEAD"));
    assert.deepEqual(heads(), ["HEAD /v1/domains/contoso.onmicrosoft.com"]);
    simulator.portal.takeDomain("contoso.onmicrosoft.com");
    (await stack.preview()).mustFail(
        /companyProfile\.domain: contoso\.onmicrosoft\.com is taken, and Partner/,
    );
});

test("a run that was cut short after the creation can be repeated, with the domain taken by it", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: customerProgram(),
        env: { ...online, PARTNERCENTER_RETRY_BUDGET_SECONDS: "1" },
    });
    simulator.misbehave({
        on: { method: "POST", path: "/v1/customers$" },
        times: 10,
        cut: "after",
    });
    (await stack.up()).mustFail(/Could not create the customer/);
    simulator.forgetMisbehaviours();
    const again = (await stack.up()).expectSuccess();
    assert.match(again.output, /domain: belongs to your customer/);
    assert.equal(simulator.customers.length, 1);
    const outputs = await stack.outputs();
    assert.deepEqual(outputs.credentials, {
        userName: "admin",
        password: simulator.customers[0]?.password,
    });
});

test("a service that is down costs one warning, and no failure", async (t) => {
    const { simulator, stack } = await partnerStack(t, {
        program: `${imports}${["one", "two", "three"].map((name) => customer({ name, domain: `"${name}.onmicrosoft.com"` })).join(";\n")}`,
        env: online,
    });
    simulator.misbehave({
        on: { path: "/v1/" },
        times: 1000,
        status: 503,
        headers: { "Retry-After": "60" },
    });
    const preview = (await stack.preview()).expectSuccess();
    // The engine shows it as it comes, and once more at the end.
    const [, diagnostics = ""] = preview.output.split("Diagnostics:");
    const warnings = diagnostics.match(/Partner Center could not be asked before the update/g);
    assert.equal(warnings?.length, 1);
    const calls = apiCalls(simulator);
    assert.deepEqual(calls, [...new Set(calls)], "each question once");
});

const countries = ["US", "DE", "GB", "PT", "CA"] as const;
const places: Record<(typeof countries)[number], string> = {
    US: 'country: "US", state: "WA", city: "Redmond", postalCode: "98052"',
    DE: 'country: "DE", city: "München", postalCode: "80807"',
    GB: 'country: "GB", city: "London", postalCode: "SW1A 2AA"',
    PT: 'country: "PT", city: "Lisboa", postalCode: "1990-110"',
    CA: 'country: "CA", state: "ON", city: "Toronto", postalCode: "M5J 0E7"',
};

/** A program with so many customers, in turn in five countries. */
function manyCustomers(count: number): string {
    return `${imports}${Array.from({ length: count }, (_, index) => {
        const country = countries[index % countries.length] ?? "US";
        return `new partnercenter.Customer("customer${index}", {
            companyProfile: { domain: "customer${index}.onmicrosoft.com" },
            billingProfile: {
                email: "billing@contoso.com", culture: "en-US", language: "en", companyName: "Contoso Ltd.",
                defaultAddress: { ${places[country]}, addressLine1: "${index} Main Street", firstName: "Ada", lastName: "Lovelace" },
            },
        });`;
    }).join("\n")}`;
}

test("the questions about all customers are under way together, although the engine asks one by one", async (t) => {
    const { simulator, stack } = await partnerStack(
        t,
        { program: manyCustomers(20), env: online },
        { partner: { region: countries } },
    );
    simulator.misbehave({ on: { path: "/v1/" }, times: 1_000, delayMs: 5_000 });
    let most = 0;
    const watch = setInterval(() => {
        const underWay = simulator.requests.filter(
            ({ path, status }) => path.startsWith("/v1/") && status === undefined,
        );
        most = Math.max(most, underWay.length);
    }, 50);
    (await stack.preview()).expectSuccess();
    clearInterval(watch);
    assert.equal(most, countries.length + 20 + 20);
    assert.equal(apiCalls(simulator).length, most, "each question once");
    assert.equal(tokenRequests(simulator), 1);
});

test("a hundred customers of five countries cost five rules and a hundred domains", async (t) => {
    const program = manyCustomers(100);
    const { simulator, stack } = await partnerStack(
        t,
        { program },
        { partner: { region: countries }, customerLimit: 200 },
    );
    // The first preview warms up what the machine keeps.
    (await stack.preview()).expectSuccess();
    const withoutMs = await timed(() => stack.preview());
    Object.assign(stack.env, online);
    const withMs = await timed(() => stack.preview());
    const calls = apiCalls(simulator);
    const count = (begin: string) => calls.filter((call) => call.startsWith(begin)).length;
    assert.equal(count("GET /v1/countryvalidationrules/"), countries.length);
    assert.equal(count("HEAD /v1/domains/"), 100);
    assert.equal(count("POST /v1/validations/address"), 100);
    assert.equal(calls.length, 205);
    assert.equal(tokenRequests(simulator), 1);
    report(t, withoutMs, withMs);
});

/** The ratio depends on the machine: it is shown, and not asserted. */
function report(t: TestContext, withoutMs: number, withMs: number): void {
    const ratio = (withMs / withoutMs).toFixed(2);
    t.diagnostic(`preview: ${withoutMs} ms offline, ${withMs} ms online, ratio ${ratio}`);
}

async function timed(run: () => Promise<{ expectSuccess(): unknown }>): Promise<number> {
    const startedAt = Date.now();
    (await run()).expectSuccess();
    return Date.now() - startedAt;
}
