import type { Uncertain } from "../../uncertain";
import { ServiceFailure } from "./errors";

/** What a change gets whose etag is not the one of today. */
export function outdatedEtag({ staleEtag }: Uncertain): ServiceFailure {
    return staleEtag === "2055"
        ? new ServiceFailure(400, 2055, "The etag is no longer valid. Read the resource again.")
        : new ServiceFailure(412, undefined, "Precondition Failed");
}
