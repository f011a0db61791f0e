import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { clouds } from "../../../provider/partnercenter/clouds";
import {
    explicitMarker,
    resolveSettings,
    type Settings,
    type SettingsSource,
} from "../../../provider/settings";

const tenantId = "2b1c5d0e-7a34-4f6b-9c1d-3e8f5a6b7c80";
const clientId = "7d9e1f20-4b5c-4d3e-8f6a-1b2c3d4e5f60";

describe("settings", () => {
    it("are those of the global cloud where nothing is set, without a credential and without a fault", () => {
        const { settings, problems } = resolve({});
        assert.deepEqual(problems, []);
        assert.equal(settings.credential, undefined);
        assert.equal(settings.cloud, "global");
        assert.equal(settings.apiUrl, "https://api.partnercenter.microsoft.com");
        assert.equal(settings.authorityUrl, "https://login.microsoftonline.com");
        assert.equal(settings.locale, "en-US");
        assert.equal(settings.onlineValidation, "error");
        assert.equal(settings.requestTimeoutSeconds, 180);
        assert.equal(settings.retryBudgetSeconds, 600);
        assert.equal(settings.maxConcurrency, 16);
        assert.equal(settings.maxRequestsPerMinute, 500);
    });

    for (const [name, cloud] of Object.entries(clouds)) {
        it(`take API and sign-in of the cloud ${name}, whatever the case of its name`, () => {
            for (const spelling of [name, name.toUpperCase(), name.toLowerCase()]) {
                const { settings, problems } = resolve({ cloud: spelling });
                assert.deepEqual(problems, []);
                assert.equal(settings.cloud, name);
                assert.equal(settings.apiUrl, cloud.apiUrl);
                assert.equal(settings.authorityUrl, cloud.authorityUrl);
            }
        });
    }

    it("prefer addresses of their own to the cloud's, without a slash at the end", () => {
        const { settings } = resolve({
            cloud: "china",
            apiUrl: "https://localhost:8443/",
            authorityUrl: "https://localhost:8444/entra//",
        });
        assert.equal(settings.apiUrl, "https://localhost:8443");
        assert.equal(settings.authorityUrl, "https://localhost:8444/entra");
    });

    it("may be numbers in the configuration and texts in the environment", () => {
        const { settings } = resolve(
            { requestTimeoutSeconds: 5 },
            { PARTNERCENTER_RETRY_BUDGET_SECONDS: "0.5" },
        );
        assert.equal(settings.requestTimeoutSeconds, 5);
        assert.equal(settings.retryBudgetSeconds, 0.5);
    });

    it("take the online checks in any casing", () => {
        for (const [value, expected] of [
            ["error", "error"],
            ["Warn", "warn"],
            ["OFF", "off"],
        ]) {
            assert.equal(resolve({ onlineValidation: value }).settings.onlineValidation, expected);
        }
    });

    it("write the locale as the standard does", () => {
        assert.equal(resolve({ locale: "PT-br" }).settings.locale, "pt-BR");
    });

    it("take an empty text for none, and lose the white space around a value", () => {
        const { settings, problems } = resolve(
            { accessToken: "  ", locale: " de-DE\n" },
            { PARTNERCENTER_ACCESS_TOKEN: "" },
        );
        assert.equal(settings.credential, undefined);
        assert.equal(settings.locale, "de-DE");
        assert.deepEqual(problems, []);
    });
});

describe("the limits", () => {
    it("are taken from the place that is set, and may be none for the minute", () => {
        const { settings, problems } = resolve(
            { maxConcurrency: 4 },
            { PARTNERCENTER_MAX_REQUESTS_PER_MINUTE: "0" },
        );
        assert.deepEqual(problems, []);
        assert.equal(settings.maxConcurrency, 4);
        assert.equal(settings.maxRequestsPerMinute, 0);
    });
});

describe("a setting that is wrong", () => {
    it("is reported: a time longer than a timer can wait", () => {
        assert.equal(resolve({ requestTimeoutSeconds: 5_000_000 }).problems.length, 1);
    });

    it("is reported: an address with a password", () => {
        assert.equal(resolve({ apiUrl: "https://:s3cret@host" }).problems.length, 1);
    });

    const faults: [title: string, members: Record<string, unknown>, told: RegExp][] = [
        ["a cloud that there is not", { cloud: "mars" }, /cloud .*global, usGov, china/],
        ["an address without TLS", { apiUrl: "http://localhost" }, /apiUrl.*https:\/\//],
        ["an address that is none", { authorityUrl: "login" }, /authorityUrl.*https:\/\//],
        ["an address with a user", { apiUrl: "https://me@host" }, /apiUrl.*https:\/\//],
        ["an address with a fragment", { apiUrl: "https://host/#a" }, /apiUrl.*a fragment/],
        ["an address with a user", { authorityUrl: "https://me:p@host" }, /authorityUrl.*a user/],
        ["an address with a version", { apiUrl: "https://host/v1/" }, /apiUrl.*end in \/v1/],
        ["an address with a query", { apiUrl: "https://host/?a=b" }, /apiUrl.*https:\/\//],
        ["an online check that is none", { onlineValidation: "never" }, /error, warn, off/],
        ["a locale that is none", { locale: "english please" }, /locale .*en-US/],
        ["a time that is no number", { requestTimeoutSeconds: "soon" }, /requestTimeoutSeconds/],
        ["a time of nothing", { retryBudgetSeconds: "0" }, /retryBudgetSeconds.*above 0/],
        ["a time below nothing", { retryBudgetSeconds: -3 }, /retryBudgetSeconds.*above 0/],
        ["no call at once", { maxConcurrency: 0 }, /maxConcurrency.*at least 1/],
        ["half a call", { maxConcurrency: "1.5" }, /maxConcurrency.*whole number/],
        ["requests below none", { maxRequestsPerMinute: -1 }, /maxRequestsPerMinute.*at least 0/],
        ["a time without end", { requestTimeoutSeconds: "Infinity" }, /requestTimeoutSeconds/],
    ];
    for (const [title, members, told] of faults) {
        it(`is reported: ${title}`, () => {
            const { problems } = resolve(members);
            assert.equal(problems.length, 1);
            assert.match(problems[0] ?? "", told);
        });
    }

    it("is reported with the place where it stands", () => {
        assert.match(
            resolve({}, { PARTNERCENTER_CLOUD: "mars" }).problems[0] ?? "",
            /PARTNERCENTER_CLOUD/,
        );
        assert.match(resolve({ cloud: "mars" }).problems[0] ?? "", /\(.*partnercenter:cloud\)/);
        assert.match(
            resolve({ cloud: "mars" }, {}, "explicit").problems[0] ?? "",
            /the provider's argument cloud/,
        );
    });

    it("is reported together with all the others", () => {
        const { problems } = resolve({
            cloud: "mars",
            apiUrl: "x",
            locale: "?",
            retryBudgetSeconds: "never",
            clientSecret: "s3cret-value",
        });
        assert.equal(problems.length, 5);
    });
});

describe("a credential", () => {
    it("is a client secret with its tenant and application", () => {
        const { settings, problems } = resolve({ tenantId, clientId, clientSecret: "s3cret" });
        assert.deepEqual(problems, []);
        assert.deepEqual(partsOf(settings), {
            kind: "application",
            tenantId,
            clientId,
            proof: { kind: "clientSecret", clientSecret: "s3cret" },
        });
    });

    it("may have its parts in several places", () => {
        const { settings, problems } = resolve(
            { clientId },
            { PARTNERCENTER_CLIENT_SECRET: "s3cret", ARM_TENANT_ID: tenantId },
        );
        assert.deepEqual(problems, []);
        assert.equal(settings.credential?.kind, "application");
    });

    it("is a token that was made elsewhere, which needs no companion", () => {
        assert.deepEqual(partsOf(resolve({ accessToken: "a.b.c" }).settings), {
            kind: "accessToken",
            accessToken: "a.b.c",
        });
    });

    const halves: [members: Record<string, string>, missing: string][] = [
        [{ tenantId }, "clientId"],
        [{ clientId }, "tenantId"],
        [{}, "tenantId and clientId"],
    ];
    for (const [members, missing] of halves) {
        it(`that lacks ${missing} is named half, and its secret is not shown`, () => {
            const { settings, problems } = resolve({ ...members, clientSecret: "s3cret-value" });
            assert.equal(settings.credential, undefined);
            assert.equal(problems.length, 1);
            assert.match(problems[0] ?? "", new RegExp(`set ${missing} too`));
            assert.doesNotMatch(problems[0] ?? "", /s3cret-value/);
        });
    }

    it("of two in the same place is a contradiction, and neither of them is shown", () => {
        const { problems } = resolve({
            tenantId,
            clientId,
            clientSecret: "s3cret-value",
            accessToken: "t0ken-value",
        });
        assert.equal(problems.length, 1);
        assert.match(problems[0] ?? "", /accessToken .*clientSecret .*contradict/);
        assert.doesNotMatch(problems[0] ?? "", /s3cret-value|t0ken-value/);
    });

    it("of two in different places is that of the stronger one", () => {
        const companions = { tenantId, clientId };
        const kindOf = (members: object, environment: Record<string, string>) =>
            resolve({ ...companions, ...members }, environment).settings.credential?.kind;
        assert.equal(
            kindOf({ clientSecret: "s" }, { PARTNERCENTER_ACCESS_TOKEN: "t" }),
            "accessToken",
        );
        assert.equal(
            kindOf({ accessToken: "t" }, { PARTNERCENTER_CLIENT_SECRET: "s" }),
            "application",
        );
        assert.equal(kindOf({ accessToken: "t" }, { AZURE_CLIENT_SECRET: "s" }), "accessToken");
    });
});

describe("the place of a setting", () => {
    it("is environment over configuration, because refresh and destroy get an old configuration", () => {
        const { settings } = resolve({ locale: "de-DE" }, { PARTNERCENTER_LOCALE: "fr-FR" });
        assert.equal(settings.locale, "fr-FR");
    });

    it("is an explicit provider's argument over the environment", () => {
        const environment = { PARTNERCENTER_LOCALE: "fr-FR" };
        assert.equal(
            resolve({ locale: "de-DE" }, environment, "explicit").settings.locale,
            "de-DE",
        );
    });

    it("is, for an explicit provider with a profile, the profile's environment over everything", () => {
        const environment = {
            PARTNERCENTER_LOCALE: "fr-FR",
            PARTNERCENTER_EU_WEST_LOCALE: "it-IT",
            PARTNERCENTER_EU_LOCALE: "es-ES",
        };
        const members = { locale: "de-DE", profile: "eu-west" };
        assert.equal(resolve(members, environment, "explicit").settings.locale, "it-IT");
    });

    it("is not a profile's environment without an explicit provider", () => {
        const environment = { PARTNERCENTER_EU_LOCALE: "es-ES" };
        assert.equal(resolve({ profile: "eu" }, environment).settings.locale, "en-US");
    });

    for (const [variable, member] of [
        ["AZURE_TENANT_ID", "tenantId"],
        ["ARM_TENANT_ID", "tenantId"],
        ["AZURE_CLIENT_ID", "clientId"],
        ["ARM_CLIENT_ID", "clientId"],
        ["AZURE_CLIENT_SECRET", "clientSecret"],
        ["ARM_CLIENT_SECRET", "clientSecret"],
    ] as const) {
        it(`is ${variable} where nothing else says ${member}`, () => {
            const complete = { tenantId: "t", clientId: "c", clientSecret: "s" };
            const { [member]: own, ...others } = complete;
            const environment = { [variable]: "other-tools" };
            const found = resolve(others, environment).settings;
            assert.equal(memberOf(found, member), "other-tools");
            assert.equal(memberOf(resolve(complete, environment).settings, member), own);
        });
    }

    it("is AZURE_* before ARM_*", () => {
        const environment = { ARM_TENANT_ID: "arm", AZURE_TENANT_ID: "azure" };
        const { settings } = resolve({ clientId, clientSecret: "s" }, environment);
        assert.equal(memberOf(settings, "tenantId"), "azure");
    });

    const stack = {
        AZURE_TENANT_ID: "variable",
        tenantId: "member",
        PARTNERCENTER_TENANT_ID: "variable",
    };
    const explicit = {
        ARM_TENANT_ID: "variable",
        AZURE_TENANT_ID: "variable",
        PARTNERCENTER_TENANT_ID: "variable",
        tenantId: "member",
        PARTNERCENTER_EU_TENANT_ID: "variable",
    };
    for (const [kind, places] of Object.entries({ stack, explicit })) {
        it(`is always the strongest one that has a value: ${kind}`, () => {
            const rising = Object.entries(places);
            fc.assert(
                fc.property(fc.subarray(rising), (set) => {
                    const named = (wanted: string) =>
                        Object.fromEntries(
                            set
                                .filter(([, where]) => where === wanted)
                                .map(([name]) => [name, name]),
                        );
                    const { settings } = resolve(
                        { profile: "eu", clientId, clientSecret: "s", ...named("member") },
                        named("variable"),
                        kind as "stack" | "explicit",
                    );
                    assert.equal(memberOf(settings, "tenantId"), set.at(-1)?.[0]);
                }),
                { seed: 1, numRuns: 100 },
            );
        });
    }
});

/** The credential without the words by which a person knows it. */
function partsOf({ credential }: Settings): object {
    const { name: _, ...parts } = credential ?? { name: "" };
    return parts;
}

/** A member of the credential, wherever in it it stands. */
function memberOf({ credential }: Settings, member: string): unknown {
    const flat: Record<string, unknown> = { ...credential };
    return { ...flat, ...(flat.proof as object | undefined) }[member];
}

/** Settings from members of the stack's configuration or of an explicit provider, and variables. */
function resolve(
    members: Record<string, unknown>,
    environment: Record<string, string> = {},
    kind: "stack" | "explicit" = "stack",
) {
    const all: Record<string, unknown> = Object.fromEntries(
        Object.entries(members).map(([name, value]) => [`partnercenter:${name}`, value]),
    );
    if (kind === "explicit") {
        all[explicitMarker] = "true";
    }
    const source: SettingsSource = { configured: (key) => all[key], environment };
    return resolveSettings(source);
}
