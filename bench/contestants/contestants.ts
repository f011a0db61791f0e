import { join } from "node:path";

/** A program that makes the customers of the file `BENCH_CUSTOMERS`, each in its own way. */
export interface Contestant {
    name: string;
    /** As a plot's legend and the document call it. */
    title: string;
    program: string;
}

function contestant(name: string, title: string): Contestant {
    return { name, title, program: join(__dirname, `${name}.ts`) };
}

/** This package. */
export const ours = contestant("ours", "pulumi-partnercenter");

/** This package, in a program that imports `@pulumi/pulumi` as well, as most do sooner or later. */
export const oursBesideSdk = contestant("oursBesideSdk", "pulumi-partnercenter beside the SDK");

/** Pulumi alone. It asks the service nothing. */
export const floor = contestant("floor", "floor: a provider that does nothing");

/** What one writes by a tutorial. */
export const typical = contestant("typical", "hand-written by a tutorial");
