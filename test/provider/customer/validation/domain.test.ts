import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { domainProblem } from "../../../../provider/customer/validation/domain";
import type { CloudName } from "../../../../provider/partnercenter/clouds";

describe("a domain is accepted", () => {
    const accepted: [domain: string, cloud: CloudName][] = [
        ["contoso.onmicrosoft.com", "global"],
        ["contoso.onmicrosoft.com", "usGov"],
        ["contoso.partner.onmschina.cn", "china"],
        ["Contoso.OnMicrosoft.COM", "global"],
        ["c.onmicrosoft.com", "global"],
        ["3-contoso-4.onmicrosoft.com", "global"],
        [`${"a".repeat(27)}.onmicrosoft.com`, "global"],
        ["contoso.ccsctp.net", "global"],
        ["contoso.example.cn", "china"],
    ];
    for (const [domain, cloud] of accepted) {
        it(`${domain} in the cloud ${cloud}`, () => {
            assert.equal(domainProblem(domain, cloud), undefined);
        });
    }
});

describe("a domain is refused", () => {
    const refused: [domain: string, cloud: CloudName, told: RegExp][] = [
        ["", "global", /full domain.*contoso\.onmicrosoft\.com/],
        ["contoso", "global", /full domain/],
        ["contoso", "china", /full domain.*contoso\.partner\.onmschina\.cn/],
        ["contoso.", "global", /full domain/],
        [".onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["con toso.onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["con_toso.onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["-contoso.onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["contoso-.onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["contoso..onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["contoso.onmicrosoft.com.", "global", /letters, digits and hyphens/],
        ["https://contoso.onmicrosoft.com", "global", /letters, digits and hyphens/],
        ["käse.onmicrosoft.com", "global", /letters, digits and hyphens/],
        [`${"a".repeat(28)}.onmicrosoft.com`, "global", /at most 27/],
        ["sales.contoso.onmicrosoft.com", "global", /one name, without a dot/],
        ["contoso.partner.onmschina.cn", "global", /another cloud.*cloud: global/],
        ["contoso.partner.onmschina.cn", "usGov", /another cloud.*cloud: usGov/],
        ["contoso.onmicrosoft.com", "china", /another cloud.*contoso\.partner\.onmschina\.cn/],
    ];
    for (const [domain, cloud, told] of refused) {
        it(`"${domain}" in the cloud ${cloud}`, () => {
            assert.match(domainProblem(domain, cloud) ?? "accepted", told);
        });
    }
});
