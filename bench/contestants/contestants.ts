import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Deployment, DeploymentSettings } from "../measuring/deployment";
import { PulumiDeployment } from "../measuring/pulumi";
import { TerraformDeployment } from "../measuring/terraform";

/** Makes the customers of a file, in its own way. */
export interface Contestant<Kind extends Deployment = Deployment> {
    name: string;
    /** Its text, or the path of its file. */
    program: string;
    deploy(settings: DeploymentSettings): Promise<Kind>;
}

function byPulumi(name: string, program: string): Contestant<PulumiDeployment> {
    return { name, program, deploy: (settings) => PulumiDeployment.open(program, settings) };
}

function byTerraform(name: string, program: string): Contestant<TerraformDeployment> {
    return { name, program, deploy: (settings) => TerraformDeployment.open(program, settings) };
}

function file(name: string): string {
    return join(__dirname, name);
}

/** This package. */
export const ours = byPulumi("ours", file("ours.ts"));

/** This package, in a program that imports `@pulumi/pulumi` as well, as most do sooner or later. */
export const oursBesideSdk = byPulumi(
    "oursBesideSdk",
    `import "@pulumi/pulumi";\n${readFileSync(ours.program, "utf8")}`,
);

/** Pulumi alone. It asks the service nothing. */
export const floor = byPulumi("floor", file("floor.ts"));

/** What one writes by a tutorial. */
export const typical = byPulumi("typical", file("typical.ts"));

/** What one writes without Pulumi. */
export const terraform = byTerraform("terraform", file("terraform.tf"));
