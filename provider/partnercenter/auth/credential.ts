/** A token as Microsoft Entra ID gave it. */
export interface AccessToken {
    token: string;
    /** Milliseconds since the epoch, on this machine's clock. */
    expiresAt: number;
}

/** Whom a token speaks for: an application alone, or an application and the user who gave consent. */
export type Identity = "application" | "applicationAndUser";

/** A way to sign in. */
export interface Credential {
    /** Whom its tokens speak for, where that is known before there is one. */
    readonly identity: Identity | undefined;
    /** What a person calls it: the setting that it comes from. */
    readonly name: string;
    /** Asks for a token. Called once for many requests. */
    getToken(): Promise<AccessToken>;
}
