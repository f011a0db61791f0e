import type { Cell, Limit } from "./cell";

/** Pairs of Node.js and `@pulumi/pulumi`: both ends of what package.json allows, and between them. */
const oldest = { node: "20.19.0", pulumi: "3.216.0" } as const;
const lastForNode20 = { node: "20.19.0", pulumi: "3.248.0" } as const;
const node22 = { node: "22.12.0", pulumi: "3.276.0" } as const;
const newest = { node: "24.22.3", pulumi: "3.276.0" } as const;
const beyond = { node: "26.12.1", pulumi: "3.276.0" } as const;

/** A set in which every two choices that could disturb each other meet; each must work. */
export const cells: readonly Cell[] = [
    { manager: "npm", layout: "project", modules: "CommonJS", typescript: "5.0.4", ...oldest },
    {
        ...{ manager: "npm", layout: "project", modules: "ESM", ...oldest },
        ...{ typescript: "5.9.3", loader: "ts-node" },
    },
    { manager: "npm", layout: "project", modules: "ESM", ...lastForNode20 },
    { manager: "npm", layout: "project", modules: "CommonJS", typescript: "6.0.3", ...node22 },
    {
        ...{ manager: "npm", layout: "project", modules: "ESM", ...node22 },
        ...{ typescript: "5.9.3", loader: "tsx" },
    },
    { manager: "npm", layout: "project", modules: "ESM", typescript: "6.0.3", ...newest },
    { manager: "npm", layout: "project", modules: "CommonJS", ...beyond },
    { manager: "npm", layout: "workspace", modules: "CommonJS", typescript: "6.0.3", ...newest },
    { manager: "npm", layout: "component library", modules: "CommonJS", ...lastForNode20 },
    { manager: "npm", layout: "component library alone", modules: "ESM", ...newest },

    { manager: "pnpm", layout: "project", modules: "CommonJS", typescript: "6.0.3", ...newest },
    { manager: "pnpm", layout: "project", modules: "ESM", ...oldest },
    { manager: "pnpm", layout: "workspace", modules: "CommonJS", typescript: "5.9.3", ...node22 },
    { manager: "pnpm", layout: "component library", modules: "ESM", ...newest },

    { manager: "yarn 1", layout: "project", modules: "CommonJS", typescript: "6.0.3", ...node22 },
    { manager: "yarn 1", layout: "workspace", modules: "ESM", ...oldest },
    { manager: "yarn 1", layout: "component library alone", modules: "CommonJS", ...newest },

    { manager: "yarn 4", layout: "project", modules: "CommonJS", typescript: "6.0.3", ...newest },
    { manager: "yarn 4", layout: "workspace", modules: "ESM", ...oldest },
    { manager: "yarn 4", layout: "component library alone", modules: "CommonJS", ...node22 },

    {
        manager: "yarn 4 PnP",
        layout: "project",
        modules: "CommonJS",
        typescript: "6.0.3",
        ...newest,
    },
    { manager: "yarn 4 PnP", layout: "project", modules: "ESM", ...newest },
    { manager: "yarn 4 PnP", layout: "component library", modules: "CommonJS", ...newest },
];

const notDeclared = {
    reason: "the provider is loaded from the program's folder, where these two show a program only what it depends on itself",
    instead: "let the program depend on `pulumi-partnercenter` too",
};

/** What cannot work. It is tried out as well, so that nobody is told so any longer than it is true. */
export const limits: readonly Limit[] = [
    {
        cell: {
            ...{ manager: "pnpm", layout: "component library alone", modules: "CommonJS" },
            ...newest,
        },
        message: "Cannot find module 'pulumi-partnercenter/provider'",
        ...notDeclared,
    },
    {
        cell: {
            ...{ manager: "yarn 4 PnP", layout: "component library alone", modules: "CommonJS" },
            ...newest,
        },
        message: "tried to access pulumi-partnercenter, but it isn't declared",
        ...notDeclared,
    },
    {
        cell: {
            ...{ manager: "yarn 4 PnP", layout: "project", modules: "CommonJS" },
            ...{ typescript: "6.0.3", ...node22 },
        },
        message: "ERR_MODULE_NOT_FOUND",
        reason: "Node.js 22 does not ask Plug'n'Play for what an ES module imports that is loaded by `require`",
        instead: "take Node.js 24, or `nodeLinker: node-modules`",
    },
];
