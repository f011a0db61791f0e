import type { Kind } from "./kinds";

/**
 * What stands as `__provider` in the state of every resource: JavaScript by which the engine's
 * dynamic-provider process loads the provider from the program's folder.
 *
 * It holds no value and no logic, and it never changes: texts of this kind are in states everywhere.
 */
export function providerText(kind: Kind): string {
    return `exports.handler=()=>{try{return require("module").createRequire(process.cwd()+"/_")("pulumi-partnercenter/provider").${kind}}catch(e){e.message="Run npm ci first. "+e.message;throw e}}`;
}
