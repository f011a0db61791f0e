import { readFileSync } from "node:fs";
import * as partnercenter from "pulumi-partnercenter";

const customers: Record<string, partnercenter.CustomerArgs> = JSON.parse(
    readFileSync(String(process.env.BENCH_CUSTOMERS), "utf8"),
);

for (const [name, args] of Object.entries(customers)) {
    new partnercenter.Customer(name, args);
}
