import { delimiter, dirname } from "node:path";
import { ensureEngine } from "./ensureEngine";

/**
 * The environment in which `pulumi` runs on this machine: the engine and the launcher of dynamic
 * providers are on PATH, nothing is downloaded, and nobody is logged in to a service.
 */
export async function engineEnvironment(
    env: NodeJS.ProcessEnv = process.env,
): Promise<NodeJS.ProcessEnv> {
    const engine = await ensureEngine(env);
    const sdk = dirname(require.resolve("@pulumi/pulumi/package.json"));
    const { PULUMI_ACCESS_TOKEN: _, ...rest } = env;
    return {
        ...rest,
        // The engine's folder first: a launcher found in it needs no warning about PATH.
        PATH: [engine.folder, sdk, env.PATH].join(delimiter),
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
}

/** Without what this machine is told of a real Partner Center: nothing of it may reach a simulated one. */
export function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const foreign = /^(PARTNERCENTER|AZURE|ARM)_/;
    return Object.fromEntries(Object.entries(env).filter(([key]) => !foreign.test(key)));
}
