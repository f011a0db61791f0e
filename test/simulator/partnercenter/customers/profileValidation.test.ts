import { address, everywhere, type Refusal, testRefusals } from "./refusal";

const profiles: Record<string, Refusal> = {
    "no domain": {
        change: [["companyProfile", undefined]],
        code: 3000,
        property: "company_profile.domain",
    },
    "a prefix of 28 characters": {
        change: [["companyProfile.domain", `${"a".repeat(28)}.onmicrosoft.com`]],
        code: 27002,
        property: "company_profile.domain",
    },
    "a domain of another cloud": {
        change: [["companyProfile.domain", "contoso.partner.onmschina.cn"]],
        code: 27002,
        property: "company_profile.domain",
    },
    "a custom domain": {
        change: [["companyProfile.domain", "contoso.com"]],
        code: 27002,
        property: "company_profile.domain",
    },
    "no e-mail": {
        change: [["billingProfile.email", ""]],
        code: 3000,
        property: "billing_profile.email",
    },
    "something that is no e-mail": {
        change: [["billingProfile.email", "someone"]],
        code: 27002,
        property: "billing_profile.email",
    },
    "Microsoft's e-mail domain": {
        change: [["billingProfile.email", "a@Microsoft.com"]],
        code: 27002,
        property: "billing_profile.email",
    },
    "the partner's own e-mail domain": {
        change: [["billingProfile.email", "a@fabrikam.com"]],
        options: { partner: { domain: "fabrikam.com" } },
        code: 27002,
        property: "billing_profile.email",
    },
    "no culture": {
        change: [["billingProfile.culture", null]],
        code: 3000,
        property: "billing_profile.culture",
    },
    "a culture of another country": {
        change: [["billingProfile.culture", "de-DE"]],
        code: 27002,
        property: "billing_profile.culture",
    },
    "en-US where only pt-PT is supported": {
        change: [[`${address}.country`, "MZ"]],
        options: everywhere,
        code: 27002,
        property: "billing_profile.culture",
    },
    "no language": {
        change: [["billingProfile.language", undefined]],
        code: 3000,
        property: "billing_profile.language",
    },
    "a language of another country, by option": {
        change: [["billingProfile.language", "fr"]],
        options: { uncertain: { unsupportedLanguage: "refused" } },
        code: 27002,
        property: "billing_profile.language",
    },
    "a company name of one character": {
        change: [["billingProfile.companyName", "X"]],
        code: 27002,
        property: "billing_profile.company_name",
    },
    "a company name of special characters": {
        change: [["billingProfile.companyName", "!?--"]],
        code: 27002,
        property: "billing_profile.company_name",
    },
    "a company name of spaces": {
        change: [["billingProfile.companyName", "   "]],
        code: 3000,
        property: "billing_profile.company_name",
    },
    "a company name that is a legal form": {
        change: [["billingProfile.companyName", "L.L.C."]],
        code: 27002,
        property: "billing_profile.company_name",
    },
};

testRefusals(profiles);
