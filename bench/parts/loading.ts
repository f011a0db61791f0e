import { execFileSync } from "node:child_process";
import { repository } from "../../test/engine/harness/project";
import { DynamicProviderProcess } from "../measuring/dynamicProvider";
import { Service } from "../measuring/service";
import type { Plan } from "../plan";
import type { LoadingMeasurement } from "../results";

const callByHand = `
    const { default: fetch } = await import("node-fetch");
    const { PARTNERCENTER_API_URL: url, BENCH_CUSTOMER: id, PARTNERCENTER_ACCESS_TOKEN: token } = process.env;
    const answer = await fetch(url + "/v1/customers/" + id, { headers: { Authorization: "Bearer " + token } });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.json();
`;

/** The first call of the provider, with a token that was made before. */
const firstCall = `
    const { Customer } = require("pulumi-partnercenter/provider");
    await Customer.configure({ config: { get: () => undefined } });
    const { id } = await Customer.read(process.env.BENCH_CUSTOMER, {});
    if (id === undefined) throw new Error("The customer was not found.");
`;

/** What a bare Node.js process loads, by what the document calls it. */
const scripts = {
    "`@pulumi/pulumi`": `require("@pulumi/pulumi");`,
    "`pulumi-partnercenter`": `require("pulumi-partnercenter");`,
    "`pulumi-partnercenter`, where `@pulumi/pulumi` is loaded": `
        require("@pulumi/pulumi");
        start = performance.now();
        require("pulumi-partnercenter");
    `,
    "`node-fetch`": `await import("node-fetch");`,
    "`node-fetch`, and a call": callByHand,
    "`pulumi-partnercenter/provider`": `require("pulumi-partnercenter/provider");`,
    "`pulumi-partnercenter/provider`, and its first call": firstCall,
} as const;

/** Providers as a state holds them, whose first `read` is measured, by what the document calls them. */
const providers = {
    "that only loads `node-fetch`": readingBy(`await import("node-fetch");`),
    "that makes the same call by hand": readingBy(callByHand),
    "that is `pulumi-partnercenter/provider`": `exports.handler = () => require("pulumi-partnercenter/provider").Customer;`,
} as const;

function readingBy(text: string): string {
    return `exports.handler = () => ({ read: async (asked) => { ${text} return { id: asked, props: {} }; } });`;
}

/** Makes the customer that the calls read, and prints its id. */
const creation = `
    const { Customer } = require("pulumi-partnercenter/provider");
    const { makeCustomers } = require("./bench/contestants/customers");
    const { id } = await Customer.create(makeCustomers(1).customer1);
    console.log(id);
`;

/** Runs each script and each provider in a process of its own, by turns. */
export async function measureLoading({ loading }: Plan): Promise<LoadingMeasurement[]> {
    const service = await Service.start();
    try {
        const { PARTNERCENTER_API_URL, NODE_EXTRA_CA_CERTS } = service.settings;
        const PARTNERCENTER_ACCESS_TOKEN = await service.issueToken();
        const settings = {
            PATH: process.env.PATH,
            PARTNERCENTER_API_URL,
            NODE_EXTRA_CA_CERTS,
            PARTNERCENTER_ACCESS_TOKEN,
        };
        const BENCH_CUSTOMER = runScript(creation, settings, ["--import", "tsx"]).trim();
        const env = { ...settings, BENCH_CUSTOMER };
        const measurements: LoadingMeasurement[] = [];
        for (let round = 0; round < loading.rounds; round += 1) {
            for (const [script, text] of Object.entries(scripts)) {
                const timed = `let start = 0; ${text} console.log(performance.now() - start); process.exit();`;
                const milliseconds = Number(runScript(timed, env));
                measurements.push({ process: "bare", script, milliseconds });
            }
            for (const [script, text] of Object.entries(providers)) {
                const milliseconds = await timeFirstRead(text, BENCH_CUSTOMER, env);
                measurements.push({ process: "dynamic provider", script, milliseconds });
            }
        }
        return measurements;
    } finally {
        await service.stop();
    }
}

function runScript(text: string, env: NodeJS.ProcessEnv, args: readonly string[] = []): string {
    const script = `(async () => {${text}})()`;
    return execFileSync(process.execPath, [...args, "-e", script], {
        cwd: repository,
        env,
        encoding: "utf8",
    });
}

async function timeFirstRead(provider: string, id: string, env: NodeJS.ProcessEnv) {
    const host = await DynamicProviderProcess.start(repository, env);
    try {
        const start = performance.now();
        await host.read(provider, id);
        return performance.now() - start;
    } finally {
        await host.stop();
    }
}
