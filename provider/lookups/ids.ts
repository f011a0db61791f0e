import { PartnerCenterError } from "../partnercenter/errors";
import { guidPattern, notGuid } from "../validation/guid";

/**
 * Refuses what is no id before it is asked for: with it, the service would answer another question.
 * The value is not shown, as it may be a secret.
 *
 * @throws PartnerCenterError which names the arguments.
 */
export function requireGuids(ids: Readonly<Record<string, unknown>>): void {
    const problems = Object.entries(ids)
        .filter(([, id]) => typeof id !== "string" || !guidPattern.test(id))
        .map(([name, id]) =>
            typeof id === "object" && id !== null
                ? `${name} is an object: outputs are taken by the function whose name ends in Output.`
                : `${name} ${notGuid}.`,
        );
    if (problems.length > 0) {
        throw new PartnerCenterError(`Nothing was looked up: ${problems.join(" ")}`);
    }
}
