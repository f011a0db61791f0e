import * as pulumi from "@pulumi/pulumi";

interface TenantFileInputs {
    path: string;
    tenantId: string;
    administrator: string;
}

const provider: pulumi.dynamic.ResourceProvider<TenantFileInputs, TenantFileInputs> = {
    async create(inputs) {
        const { writeFile } = await import("node:fs/promises");
        await writeFile(inputs.path, JSON.stringify(inputs, undefined, 4));
        return { id: inputs.path, outs: inputs };
    },
    async delete(path) {
        const { rm } = await import("node:fs/promises");
        await rm(path, { force: true });
    },
};

/** What a deployment tool needs to know of a tenant, as a file. */
export class TenantFile extends pulumi.dynamic.Resource {
    constructor(name: string, args: { [Name in keyof TenantFileInputs]: pulumi.Input<string> }) {
        super(provider, name, args);
    }
}
