import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { engineEnvironment, withoutCredentials } from "../../../scripts/engine/environment";
import { ensureCertificate } from "../../../simulator/certificate";
import { makeProject, type Project, repository } from "./project";
import { Stack } from "./stack";

/** What a test's stack is made of, beside its program. */
export interface StackSettings {
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

export interface StackOptions extends StackSettings {
    /** The text of a program in TypeScript, or the path of a `.ts` or `.js` file. */
    readonly program: string;
}

const defaultName = "engine-test";

/** Makes a stack of its own project, on a `file://` backend of its own. */
export async function newStack(options: StackOptions): Promise<Stack> {
    const project = await makeProject(options.project ?? defaultName, options.program);
    return await stackOf(project, options);
}

/** Makes a stack of a project that is there already. */
export async function stackOf(project: Project, options: StackSettings): Promise<Stack> {
    const name = options.project ?? defaultName;
    const stackName = options.stack ?? "test";
    const env = {
        ...(await backendEnvironment(project)),
        // A copied stack is not selected.
        PULUMI_STACK: stackName,
        PULUMI_NODEJS_TRANSPILE_ONLY: String(options.typeCheck !== true),
        ...options.env,
    };
    const stack = new Stack(project, name, stackName, env);
    await initialiseOrCopy(stack);
    await stack.setConfig(options.config ?? {}, options.secretConfig ?? {});
    return stack;
}

/** What `pulumi stack init` wrote, by the names it was given: in another folder it would be the same. */
const initialised = new Map<string, Promise<Map<string, string>>>();

/** Has `pulumi` make the stack, which takes it half a second, or copies one that it made before. */
async function initialiseOrCopy(stack: Stack): Promise<void> {
    const names = `${stack.projectName}/${stack.name}`;
    const earlier = initialised.get(names);
    if (earlier === undefined) {
        const files = stack.initialise();
        initialised.set(names, files);
        await files;
        return;
    }
    for (const [path, text] of await earlier) {
        const file = join(stack.project.root, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
    }
}

let found: Promise<NodeJS.ProcessEnv> | undefined;

/** The environment in which `pulumi` keeps its state and its own files in these folders. */
export async function backendEnvironment({
    home,
    state,
}: Pick<Project, "home" | "state">): Promise<NodeJS.ProcessEnv> {
    const { certificateFile } = await ensureCertificate(join(repository, ".simulator"));
    // Found once: to know a `pulumi` by its version is to run it.
    found ??= engineEnvironment();
    return {
        ...withoutStack(withoutCredentials(await found)),
        PULUMI_HOME: home,
        PULUMI_BACKEND_URL: `file://${state}`,
        PULUMI_CONFIG_PASSPHRASE: "the passphrase of a test",
        // It alone: each of the many processes of a test would parse a longer list at its start.
        NODE_EXTRA_CA_CERTS: certificateFile,
    };
}

/** How a developer has set Pulumi up must not reach a test. */
function withoutStack(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const foreign = /^PULUMI_(?!SKIP_UPDATE|DISABLE_AUTOMATIC)/;
    return Object.fromEntries(Object.entries(env).filter(([key]) => !foreign.test(key)));
}
