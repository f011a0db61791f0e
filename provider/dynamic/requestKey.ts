import { createHash } from "node:crypto";
import * as pulumi from "../program/pulumi";

/**
 * A hash of the resource's URN, which tells the creation of this resource from every other: the
 * provider is told neither stack nor name. The idempotency key of the creation is made from it.
 */
export function requestKeyOf(
    typeToken: string,
    name: string,
    { parent }: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
    return pulumi
        .createUrn(name, typeToken, parent)
        .apply((urn) => createHash("sha256").update(urn).digest("base64url").slice(0, 22));
}
