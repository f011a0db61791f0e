/** What installs the package; the last is Yarn 4 without `node_modules`. */
export type PackageManager = "npm" | "pnpm" | "yarn 1" | "yarn 4" | "yarn 4 PnP";

/** How a user's project is laid out. */
export type Layout =
    /** One package, which is the program. */
    | "project"
    /** A monorepo of the program and a component of customers. */
    | "workspace"
    /** The component is installed; the program depends on this package too. */
    | "component library"
    /** The component is installed, and it alone depends on this package. */
    | "component library alone";

/** A project of a user: one row of the table. */
export interface Cell {
    readonly manager: PackageManager;
    readonly layout: Layout;
    readonly modules: "CommonJS" | "ESM";
    /** A version of TypeScript; absent for plain JavaScript. */
    readonly typescript?: string;
    /** What loads TypeScript, where it is not Pulumi itself. */
    readonly loader?: "ts-node" | "tsx";
    readonly node: string;
    /** The version of `@pulumi/pulumi`. */
    readonly pulumi: string;
}

/** A project that cannot work. */
export interface Limit {
    readonly cell: Cell;
    /** What is said then. */
    readonly message: string;
    readonly reason: string;
    /** What a user does. */
    readonly instead: string;
}

/** A cell in one line. */
export function titleOf(cell: Cell): string {
    const { manager, layout, modules, node, pulumi } = cell;
    return `${manager}, ${layout}, ${modules}, ${languageOf(cell)}, SDK ${pulumi}, Node ${node}`;
}

/** @example "TypeScript 6.0.3 by tsx" */
export function languageOf({ typescript, loader }: Cell): string {
    if (typescript === undefined) {
        return "JavaScript";
    }
    return `TypeScript ${typescript}${loader === undefined ? "" : ` by ${loader}`}`;
}
