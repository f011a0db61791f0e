import type { SimulatorOptions } from "../../../../simulator/index";
import { address, everywhere, type Refusal, testRefusals } from "./refusal";

const europe: SimulatorOptions = { partner: { country: "PL" } };

const addresses: Record<string, Refusal> = {
    "no address": {
        change: [[address, undefined]],
        code: 3000,
        property: "billing_profile.default_address.country",
    },
    "a first name of 51 characters": {
        change: [[`${address}.firstName`, "a".repeat(51)]],
        code: 27002,
        property: "billing_profile.default_address.first_name",
    },
    "no last name": {
        change: [[`${address}.lastName`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.last_name",
    },
    "an address line of 201 characters": {
        change: [[`${address}.addressLine1`, "a".repeat(201)]],
        code: 27002,
        property: "billing_profile.default_address.address_line_1",
    },
    "a second line of 201 characters": {
        change: [[`${address}.addressLine2`, "a".repeat(201)]],
        code: 27002,
        property: "billing_profile.default_address.address_line_2",
    },
    "no city": {
        change: [[`${address}.city`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.city",
    },
    "no state": {
        change: [[`${address}.state`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.state",
    },
    "an unknown state": {
        change: [[`${address}.state`, "ZZ"]],
        code: 27002,
        property: "billing_profile.default_address.state",
    },
    "a region in the United States": {
        change: [[`${address}.region`, "NA"]],
        code: 27002,
        property: "billing_profile.default_address.region",
    },
    "no postal code": {
        change: [[`${address}.postalCode`, undefined]],
        code: 3000,
        property: "billing_profile.default_address.postal_code",
    },
    "a postal code of another form": {
        change: [[`${address}.postalCode`, "9805"]],
        code: 27002,
        property: "billing_profile.default_address.postal_code",
    },
    "a phone number of another form": {
        change: [[`${address}.phoneNumber`, "12"]],
        code: 27002,
        property: "billing_profile.default_address.phone_number",
    },
    "UK, which is GB": { change: [[`${address}.country`, "UK"]], code: 20000 },
    "a country that does not exist": { change: [[`${address}.country`, "QQ"]], code: 20000 },
    "a country in three letters": { change: [[`${address}.country`, "USA"]], code: 20000 },
    "a country of another region": { change: [[`${address}.country`, "DE"]], code: 20000 },
    "a registration number where there is none": {
        change: [["companyProfile.organizationRegistrationNumber", "12"]],
        code: 600002,
    },
    "no registration number where one is needed": {
        change: [[`${address}.country`, "PL"]],
        options: europe,
        code: 600049,
    },
    "a registration number of another form": {
        change: [
            [`${address}.country`, "PL"],
            ["companyProfile.organizationRegistrationNumber", "12"],
        ],
        options: europe,
        code: 600050,
    },
    "no phone number where one is needed": {
        change: [
            [`${address}.country`, "PL"],
            [`${address}.phoneNumber`, ""],
            ["companyProfile.organizationRegistrationNumber", "1234567890"],
        ],
        options: europe,
        code: 600051,
    },
    "no registration number in the United States, by the portal's list": {
        change: [],
        options: { uncertain: { registrationNumberCountries: "portal" } },
        code: 600049,
    },
    "a registration number in Brazil, by the error codes' list": {
        change: [
            [`${address}.country`, "BR"],
            ["companyProfile.organizationRegistrationNumber", "12345678000195"],
        ],
        options: { ...everywhere, uncertain: { registrationNumberCountries: "errorCodes" } },
        code: 600002,
    },
};

testRefusals(addresses);
