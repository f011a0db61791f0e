import type { Inquiry } from "../../../lifecycle/inquiry";
import type { CloudName } from "../../../partnercenter/clouds";
import type { CountryRules } from "../../../partnercenter/countryRules";
import { ApiError } from "../../../partnercenter/errors";
import { countryProblem } from "../../../validation/country";
import { domainProblem } from "../domain";
import type { Members } from "../members";
import { addressFindings } from "./address";
import { countryFindings } from "./countryRules";
import { domainFindings } from "./domain";
import { type Findings, nothing, together } from "./findings";
import { resellerFindings } from "./reseller";

/**
 * What the service would refuse, or has doubts about, of a customer who does not exist yet. All that is
 * known of the arguments is asked about, at once.
 */
export async function onlineFindings(
    members: Members,
    cloud: CloudName,
    inquiry: Inquiry,
): Promise<Findings> {
    const domain = members("companyProfile.domain") ?? "";
    const country = (members("billingProfile.defaultAddress.country") ?? "").toUpperCase();
    const reseller = members("associatedPartnerId") ?? "";
    return together(
        await Promise.all([
            domainProblem(domain, cloud) === undefined ? domainFindings(domain, inquiry) : nothing,
            countryProblem(country) === undefined
                ? ofCountryAndAddress(members, country, inquiry)
                : nothing,
            reseller === "" ? nothing : resellerFindings(reseller, inquiry),
        ]),
    );
}

/** Where the country's rules have something against an address, it cannot be known: that says no more. */
async function ofCountryAndAddress(
    members: Members,
    country: string,
    inquiry: Inquiry,
): Promise<Findings> {
    const [rules, address] = await Promise.all([
        inquiry.ask("what a country asks of its customers", country, (client) =>
            client.getCountryRules(country).catch(asNoMarket),
        ),
        addressFindings(members, inquiry),
    ]);
    if (rules === undefined) {
        return address;
    }
    if (rules === "no market") {
        return {
            problems: [
                `billingProfile.defaultAddress.country: Partner Center does not sell in ${country}.`,
            ],
            warnings: [],
        };
    }
    const { place, others } = countryFindings(members, country, rules);
    return together([place, others, place.problems.length === 0 ? address : nothing]);
}

/** The service's words for a country of which it has no rules. */
function asNoMarket(error: unknown): CountryRules | "no market" {
    if (error instanceof ApiError && error.status === 400 && error.code === "20000") {
        return "no market";
    }
    throw error;
}
