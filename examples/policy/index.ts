import { PolicyPack } from "@pulumi/policy";
import { allowedCountries } from "./allowedCountries";
import { confirmedAgreements } from "./confirmedAgreements";
import { noDeletion } from "./noDeletion";

new PolicyPack("partner-customers", {
    policies: [allowedCountries, confirmedAgreements, noDeletion],
});
