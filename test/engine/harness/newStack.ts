import { join } from "node:path";
import { engineEnvironment } from "../../../scripts/engine/environment";
import { ensureCertificate } from "../../../simulator/certificate";
import { makeProject, type Project, repository } from "./project";
import { Stack } from "./stack";

/** What a test's stack is made of. */
export interface StackOptions {
    /** The text of a program in TypeScript, or the path of a `.ts` or `.js` file. */
    readonly program: string;
    readonly config?: Readonly<Record<string, string>>;
    readonly secretConfig?: Readonly<Record<string, string>>;
    /** For `pulumi` and all that it starts; on top of this process' own, without credentials. */
    readonly env?: Readonly<Record<string, string>>;
    /** Part of each URN, as is the stack's name. @defaultValue "engine-test" */
    readonly project?: string;
    /** @defaultValue "test" */
    readonly stack?: string;
    /** Whether the program's types are checked, which costs a second. @defaultValue false */
    readonly typeCheck?: boolean;
}

/** Makes a stack of its own project, on a `file://` backend of its own. */
export async function newStack(options: StackOptions): Promise<Stack> {
    const name = options.project ?? "engine-test";
    const project = await makeProject(name, options.program);
    const env = {
        ...(await backendEnvironment(project)),
        PULUMI_NODEJS_TRANSPILE_ONLY: String(options.typeCheck !== true),
        ...options.env,
    };
    const stack = new Stack(project, name, options.stack ?? "test", env);
    (await stack.run("stack", "init", stack.name, "--non-interactive")).expectSuccess();
    await stack.setConfig(options.config ?? {}, options.secretConfig ?? {});
    return stack;
}

/** The environment in which `pulumi` keeps its state and its own files in these folders. */
export async function backendEnvironment({
    home,
    state,
}: Pick<Project, "home" | "state">): Promise<NodeJS.ProcessEnv> {
    const { certificateFile } = await ensureCertificate(join(repository, ".simulator"));
    return {
        ...withoutCredentials(await engineEnvironment()),
        PULUMI_HOME: home,
        PULUMI_BACKEND_URL: `file://${state}`,
        PULUMI_CONFIG_PASSPHRASE: "the passphrase of a test",
        // It alone: each of the many processes of a test would parse a longer list at its start.
        NODE_EXTRA_CA_CERTS: certificateFile,
    };
}

/** A developer's own credentials and settings must not reach a test. */
function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const foreign = /^(PARTNERCENTER|AZURE|ARM)_|^PULUMI_(?!SKIP_UPDATE|DISABLE_AUTOMATIC)/;
    return Object.fromEntries(Object.entries(env).filter(([key]) => !foreign.test(key)));
}
