import { mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";

/** The folder of this package. */
export const repository = dirname(require.resolve("pulumi-partnercenter/package.json"));

/** What a project of a user who has run `npm install` can import. */
const packages: Readonly<Record<string, string>> = {
    "pulumi-partnercenter": repository,
    "@pulumi/pulumi": join(repository, "node_modules/@pulumi/pulumi"),
    "@types/node": join(repository, "node_modules/@types/node"),
    typescript: join(repository, "node_modules/typescript"),
};

const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    types: ["node"],
};

/** The folders and files of one Pulumi project that is made for a test. */
export interface Project {
    /** Holds everything below; removed with the stack. */
    readonly root: string;
    /** Where the program is, and where its processes run. */
    readonly folder: string;
    readonly program: string;
    /** The backend's folder. */
    readonly state: string;
    /** The engine's own folder: workspaces and logs. */
    readonly home: string;
}

/**
 * Makes a Pulumi project in a temporary folder, outside of the repository as a user's would be.
 *
 * @param program - the text of a program in TypeScript, or the path of a `.ts` or `.js` file.
 */
export async function makeProject(name: string, program: string): Promise<Project> {
    const root = await mkdtemp(join(tmpdir(), "partnercenter-stack-"));
    const folder = join(root, "project");
    const isFile = /^\S+\.(ts|js)$/.test(program);
    const main = `index${isFile ? extname(program) : ".ts"}`;
    const project = {
        root,
        folder,
        program: join(folder, main),
        state: join(root, "state"),
        home: join(root, "home"),
    };
    await mkdir(folder);
    await mkdir(project.state);
    await writeFile(join(folder, "Pulumi.yaml"), `name: ${name}\nruntime: nodejs\nmain: ${main}\n`);
    await writeFile(join(folder, "package.json"), JSON.stringify({ name, private: true }));
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    await writeFile(project.program, isFile ? await readFile(program) : program);
    for (const [packageName, target] of Object.entries(packages)) {
        const link = join(folder, "node_modules", packageName);
        await mkdir(dirname(link), { recursive: true });
        await symlink(target, link, "junction");
    }
    return project;
}
