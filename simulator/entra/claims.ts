/** Who a token speaks for: an application alone, or an application and a signed-in user. */
export type TokenKind = "app" | "appAndUser";

/** What an access token says. */
export interface AccessTokenClaims {
    kind: TokenKind;
    tenantId: string;
    clientId: string;
    /** The resource it is for. */
    audience: string;
    /** Only of a user: whether the sign-in used multi-factor authentication. */
    mfa: boolean;
    /** Only of a user: the user principal name. */
    userName: string;
}
