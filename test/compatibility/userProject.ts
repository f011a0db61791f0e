import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Project } from "../engine/harness/project";
import type { Cell } from "./cell";
import { managers } from "./managers";
import { componentFiles, componentName, programText } from "./program";
import { type Files, writeFiles } from "./writeFiles";

/** What a project installs that no registry has: two tarballs. */
export interface Tarballs {
    readonly provider: string;
    readonly component: string;
}

/** A project, and the folder in which its packages are installed. */
export interface UserProject extends Project {
    readonly top: string;
}

const loaders = { "ts-node": "10.9.2", tsx: "4.23.15" } as const;

const program = "infrastructure";
const component = "component";

/** Writes a project as its owner would, in a folder of its own outside of the repository. */
export async function writeProject(cell: Cell, tarballs: Tarballs): Promise<UserProject> {
    const root = await mkdtemp(join(tmpdir(), "partnercenter-compatibility-"));
    const top = join(root, "project");
    const folder = cell.layout === "workspace" ? join(top, program) : top;
    await writeFiles(top, filesOf(cell, tarballs));
    const state = join(root, "state");
    await mkdir(state);
    return {
        root,
        top,
        folder,
        program: join(folder, mainOf(cell)),
        state,
        home: join(root, "home"),
    };
}

function filesOf(cell: Cell, tarballs: Tarballs): Files {
    const manager = managers[cell.manager];
    const overrides = { "pulumi-partnercenter": `file:${tarballs.provider}` };
    const settings = {
        name: program,
        version: "0.0.0",
        private: true,
        type: cell.modules === "ESM" ? "module" : "commonjs",
        dependencies: dependenciesOf(cell, tarballs),
    };
    const files = programFiles(cell);
    if (cell.layout !== "workspace") {
        const root = manager.root([], overrides);
        return { ...files, ...root.files, "package.json": { ...settings, ...root.manifest } };
    }
    const root = manager.root([program, component], overrides);
    return {
        ...root.files,
        "package.json": { name: "monorepo", private: true, ...root.manifest },
        ...below(program, { ...files, "package.json": settings }),
        ...below(component, componentFiles),
    };
}

function below(folder: string, files: Files): Files {
    return Object.fromEntries(
        Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]),
    );
}

function programFiles(cell: Cell): Files {
    const { typescript } = cell;
    return {
        "Pulumi.yaml": {
            name: "compatibility",
            main: mainOf(cell),
            runtime: "nodejs",
        },
        [mainOf(cell)]: programText(cell),
        ...(typescript !== undefined && { "tsconfig.json": { compilerOptions } }),
    };
}

const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    skipLibCheck: true,
};

function mainOf({ typescript }: Cell): string {
    return typescript === undefined ? "index.js" : "index.ts";
}

function dependenciesOf(cell: Cell, { provider, component }: Tarballs): object {
    const { layout, loader, manager, pulumi, typescript } = cell;
    return {
        "@pulumi/pulumi": pulumi,
        ...(layout !== "component library alone" && { "pulumi-partnercenter": `file:${provider}` }),
        ...(layout === "workspace" && { [componentName]: managers[manager].member }),
        ...(layout.startsWith("component") && { [componentName]: `file:${component}` }),
        ...(typescript !== undefined && { typescript }),
        ...(loader !== undefined && { [loader]: loaders[loader] }),
    };
}
