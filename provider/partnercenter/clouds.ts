/**
 * The clouds of Microsoft's partner programme, each with the three addresses that belong together.
 *
 * There is no separate API host for the US Government: only its sign-in differs.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-rest-urls
 */
export const clouds = {
    global: {
        name: "the global cloud",
        apiUrl: "https://api.partnercenter.microsoft.com",
        scope: "https://api.partnercenter.microsoft.com/.default",
        authorityUrl: "https://login.microsoftonline.com",
        domainSuffix: "onmicrosoft.com",
    },
    usGov: {
        name: "the US Government",
        apiUrl: "https://api.partnercenter.microsoft.com",
        scope: "https://api.partnercenter.microsoft.com/.default",
        authorityUrl: "https://login.microsoftonline.us",
        domainSuffix: "onmicrosoft.com",
    },
    china: {
        name: "China, operated by 21Vianet",
        apiUrl: "https://partner.partnercenterapi.microsoftonline.cn",
        scope: "https://partner.partnercenterapi.microsoftonline.cn/.default",
        authorityUrl: "https://login.partner.microsoftonline.cn",
        domainSuffix: "partner.onmschina.cn",
    },
} as const satisfies Record<string, Cloud>;

export interface Cloud {
    /** What a message calls it. */
    name: string;
    /** Base of every call, without a slash at its end. */
    apiUrl: string;
    /** What a token is asked for. */
    scope: string;
    /** Microsoft Entra ID of this cloud, without a slash at its end. */
    authorityUrl: string;
    /** What follows the prefix in a customer's initial domain. Test environments have others. */
    domainSuffix: string;
}

/** `global`, `usGov` or `china` (operated by 21Vianet). */
export type CloudName = keyof typeof clouds;

export const cloudNames = Object.keys(clouds) as CloudName[];
