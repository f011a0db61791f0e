/**
 * What this package needs of Pulumi's SDK. The SDK's own entry loads the Automation API beside it, which
 * takes a small program a tenth of its time; a program that uses nothing but this package goes without.
 */
export * from "@pulumi/pulumi/config";
export * from "@pulumi/pulumi/metadata";
export * from "@pulumi/pulumi/output";
export * from "@pulumi/pulumi/resource";
export { allConfig } from "@pulumi/pulumi/runtime/config";
