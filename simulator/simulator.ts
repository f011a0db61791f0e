import type { DirectoryChanges } from "./entra/directory";
import type { FederatedTokenRequest } from "./entra/pipeline";
import type { RefreshTokenRequest } from "./entra/userTokens";
import type { HeldCustomer } from "./inspection";
import type { MisbehaviourRule } from "./misbehaviour";
import type { Partner } from "./options";
import type { Portal } from "./portal";
import type { RecordedRequest } from "./recordedRequest";
import type { Invisibility, NewVetting } from "./service";
import type { TokenRequest } from "./tokens";

/** A running simulator. */
export interface Simulator {
    /** The base of the REST API, without `/v1`. */
    readonly apiUrl: string;
    /** The base of the token endpoint, without a tenant. */
    readonly authorityUrl: string;
    /** The certificate to trust, as a PEM file: the value for `NODE_EXTRA_CA_CERTS`. */
    readonly certificateFile: string;
    readonly partner: Partner;
    /** The provider's environment for signing in with the client secret. */
    settings(): Record<string, string>;
    /** Makes an access token without any credential. */
    issueToken(request: TokenRequest): string;
    /** Makes the refresh token that a user's consent gives. */
    issueRefreshToken(request?: RefreshTokenRequest): string;
    /** Makes the token that a pipeline signs in with. */
    issueFederatedToken(request?: FederatedTokenRequest): string;
    /** The application as Microsoft Entra knows it: secrets, certificates, users' sign-ins. */
    readonly directory: DirectoryChanges;
    /** What the simulator was asked, its own control requests left out. */
    readonly requests: readonly RecordedRequest[];
    forgetRequests(): void;
    /** What it holds, also customers that were deleted or have left. */
    readonly customers: readonly HeldCustomer[];
    /** Goes wrong on requests to come. */
    misbehave(rule: MisbehaviourRule): void;
    /** The rules that are not used up: a test that ends with one of them did not test it. */
    readonly pendingMisbehaviours: readonly MisbehaviourRule[];
    forgetMisbehaviours(): void;
    /** How long customers created from now on cannot be read. */
    invisibleAfterCreate: Invisibility;
    /** How customers created from now on are vetted. @defaultValue allowed at once */
    vettingAfterCreate: NewVetting;
    readonly portal: Portal;
    /** Cuts all connections and ends. */
    close(): Promise<void>;
}
