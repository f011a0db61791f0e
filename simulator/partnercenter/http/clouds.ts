import type { Settings } from "../../settings";
import { ServiceFailure } from "./errors";

/**
 * Refuses what only Microsoft's public cloud has.
 *
 * @throws ServiceFailure 400 with code 900127.
 */
export function requireGlobalCloud({ cloud }: Settings): void {
    if (cloud === "global") return;
    throw new ServiceFailure(400, 900127, "Not supported in this environment.");
}
