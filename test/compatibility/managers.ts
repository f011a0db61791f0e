import type { PackageManager } from "./cell";
import type { Files } from "./writeFiles";

interface Manager {
    /** The package that brings it; npm is there already. */
    readonly tool?: string;
    readonly install: readonly string[];
    /** Prints the `NODE_OPTIONS` with which it starts programs, where it sets some. */
    readonly nodeOptions?: readonly string[];
    /** What one member of a workspace writes to depend on another. */
    readonly member: string;
    /** What the root says: members of its package.json, and files of its own. */
    readonly root: (
        workspaces: readonly string[],
        overrides: object,
    ) => { readonly manifest: object; readonly files: Files };
}

/** How each package manager is got, called and told of workspaces and overrides. */
export const managers: Readonly<Record<PackageManager, Manager>> = {
    npm: {
        install: ["npm", "install", "--no-audit", "--no-fund"],
        member: "1.0.0",
        root: (workspaces, overrides) => ({ manifest: { workspaces, overrides }, files: {} }),
    },
    pnpm: {
        tool: "pnpm@12.21.0",
        install: ["pnpm", "install"],
        member: "workspace:*",
        root: (packages, overrides) => ({
            manifest: {},
            // The SDK's gRPC library has an install script, which it works without.
            files: {
                "pnpm-workspace.yaml": {
                    packages,
                    overrides,
                    allowBuilds: { protobufjs: false },
                },
            },
        }),
    },
    "yarn 1": {
        tool: "yarn@1.22.22",
        install: ["yarn", "install", "--non-interactive"],
        member: "1.0.0",
        root: (workspaces, resolutions) => ({ manifest: { workspaces, resolutions }, files: {} }),
    },
    "yarn 4": yarnFour("node-modules"),
    "yarn 4 PnP": yarnFour("pnp"),
};

function yarnFour(nodeLinker: "node-modules" | "pnp"): Manager {
    return {
        tool: "@yarnpkg/cli-dist@4.18.1",
        install: ["yarn", "install"],
        nodeOptions: ["yarn", "node", "-p", "process.env.NODE_OPTIONS ?? ''"],
        member: "workspace:*",
        root: (workspaces, resolutions) => ({
            manifest: { workspaces, resolutions },
            files: {
                ".yarnrc.yml": { nodeLinker, enableTelemetry: false, pnpEnableEsmLoader: true },
            },
        }),
    };
}
