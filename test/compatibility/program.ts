import { ModuleKind, ScriptTarget, transpileModule } from "typescript";
import { customer } from "../engine/programs";
import type { Cell } from "./cell";

/** The name of the component library. */
export const componentName = "customer-component";

/** The library as its author would publish it. */
export const componentFiles = {
    "package.json": {
        name: componentName,
        version: "1.0.0",
        main: "index.js",
        types: "index.d.ts",
        dependencies: { "pulumi-partnercenter": "^0.1.0" },
        peerDependencies: { "@pulumi/pulumi": "^3.0.0" },
    },
    "index.js": `
        const pulumi = require("@pulumi/pulumi");
        const partnercenter = require("pulumi-partnercenter");

        class Customer extends pulumi.ComponentResource {
            constructor(name, args, opts) {
                super("contoso:index:Customer", name, {}, opts);
                const customer = new partnercenter.Customer(name, args, { parent: this });
                this.tenantId = customer.tenantId;
                this.registerOutputs({ tenantId: this.tenantId });
            }
        }
        exports.Customer = Customer;
    `,
    "index.d.ts": `
        import * as pulumi from "@pulumi/pulumi";
        import type { CustomerArgs } from "pulumi-partnercenter";

        export declare class Customer extends pulumi.ComponentResource {
            readonly tenantId: pulumi.Output<string>;
            constructor(name: string, args: CustomerArgs, opts?: pulumi.ComponentResourceOptions);
        }
    `,
};

/** A program with one customer, made by this package or by the component. */
export function programText(cell: Cell): string {
    const source = cell.layout === "project" ? "pulumi-partnercenter" : componentName;
    const text = `
        import * as partnercenter from "${source}";
        const contoso = ${customer({ args: 'deletionPolicy: "delete",' })};
        export const tenantId = contoso.tenantId;
    `;
    return cell.typescript === undefined ? toJavaScript(text, cell.modules) : text;
}

function toJavaScript(text: string, modules: Cell["modules"]): string {
    const module = modules === "ESM" ? ModuleKind.ES2022 : ModuleKind.CommonJS;
    return transpileModule(text, {
        compilerOptions: { module, target: ScriptTarget.ES2022 },
    }).outputText;
}
