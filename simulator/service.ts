import type { HttpBindings } from "@hono/node-server";
import type { AccessTokenClaims } from "./entra/claims";
import type { Directory } from "./entra/directory";
import type { SigningKey } from "./entra/keys";
import type { RecordedRequest } from "./recordedRequest";
import type { AccountStatus } from "./records/customers";
import type { Settings } from "./settings";
import type { Store } from "./store";

/** How long a new customer is answered as if it were not there yet. */
export interface Invisibility {
    /** This many reads, also of lists that it would be in. @defaultValue 0 */
    reads?: number;
    /** This long after the create. @defaultValue 0 */
    milliseconds?: number;
}

/** How the account of a new customer is vetted. */
export interface NewVetting {
    /** What the account status says at first. */
    status: AccountStatus;
    /** After this many reads the account is allowed. @defaultValue never */
    reads?: number;
}

/** What every handler may use. */
export interface Service {
    readonly settings: Settings;
    readonly store: Store;
    readonly directory: Directory;
    readonly signingKey: SigningKey;
    readonly authorityUrl: string;
    invisibleAfterCreate: Invisibility;
    vettingAfterCreate: NewVetting;
}

/** What hono's context carries in the simulator. */
export interface Env {
    Bindings: HttpBindings;
    Variables: {
        record: RecordedRequest;
        /** The ids of this request, given or made. */
        requestId: string;
        correlationId: string;
        token: AccessTokenClaims;
    };
}
