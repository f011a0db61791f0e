/**
 * Fixed values of Pulumi's wire protocol. They are written out here because loading the SDK for them
 * would cost every run its load time.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
const specialSignatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** What stands, at preview and whatever its type, for a value that is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isUnknown(value: unknown): boolean {
    return value === unknown;
}

/** Marks a value of a result as secret: the engine encrypts it in the state and prints `[secret]`. */
export function secret(value: unknown): object {
    return { [specialSignatureKey]: secretSignature, value };
}
