import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { readCustomers } from "./customers/readCustomers";
import { declareCustomers } from "./declareCustomers";
import { shardOf, shardOfStack, stackName } from "./stacks/shards";

/** One shard by `pulumi up --stack shard-03-of-10`, for a pipeline or for Pulumi Deployments. */
module.exports = async () => {
    const stack = pulumi.getStack();
    const shard = shardOfStack(stack);
    if (shard === undefined) {
        throw new pulumi.RunError(`${stack} is no shard of a fleet, like shard-03-of-10.`);
    }
    const file = join(__dirname, new pulumi.Config().require("customers"));
    const customers = await readCustomers(file).catch((error: Error) => {
        throw new pulumi.RunError(error.message);
    });
    return declareCustomers(
        customers.filter(({ domain }) => stackName(shardOf(domain, shard.of)) === stack),
    );
};
