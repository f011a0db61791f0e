import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import { at, projectRoot } from "../harness";

// Data of the real service, which may not be published with this repository.
const recorded = resolve(projectRoot, "../shared/recorded");
export const skip = existsSync(recorded)
    ? false
    : "needs ../shared/recorded: answers and the contract of the real service";

export function readRecorded(name: string): unknown {
    return JSON.parse(readFileSync(join(recorded, name), "utf8").replace(/^\uFEFF/, ""));
}

export const contracts = "Microsoft.Partner.Service.Customers.Contracts.V1";
export const core = "Microsoft.Partner.Core.Collections";

/**
 * Where the contract does not say what the service does:
 * enums are declared as integers with names for values; a password is declared as an object
 * (`SecureString`); `enableGDAPByDefault` is younger than the contract; rules of countries have
 * `attributes`, of which their definition does not know.
 */
function correctedContract(): Record<string, unknown> {
    const contract = readRecorded("CustomerService.swagger.json");
    const text = JSON.stringify(at(contract, "definitions"), (_, value: unknown) =>
        at(value, "enum") !== undefined && at(value, "type") === "integer"
            ? { type: "string", enum: at(value, "enum") }
            : value,
    );
    const definitions = JSON.parse(text) as Record<string, Definition>;
    define(definitions, "System.Security.SecureString", { type: "string" });
    member(definitions, `${contracts}.Customer`, "enableGDAPByDefault", { type: "boolean" });
    const rules = `${contracts}.CustomerCountryValidationRules.CustomerCountryValidationRules`;
    member(definitions, rules, "attributes", {
        $ref: `#/definitions/${core}.ResourceAttributes`,
    });
    return closed(definitions);
}

interface Definition {
    type: string;
    properties?: Record<string, unknown>;
    additionalProperties?: boolean;
}

function define(definitions: Record<string, Definition>, name: string, definition: Definition) {
    assert.ok(definitions[name], name);
    definitions[name] = definition;
}

function member(definitions: Record<string, Definition>, name: string, key: string, type: unknown) {
    const properties = definitions[name]?.properties;
    assert.ok(properties, name);
    assert.equal(properties[key], undefined, `the contract knows ${key} by now`);
    properties[key] = type;
}

/** Members that the contract does not declare are errors. */
function closed(definitions: Record<string, Definition>): Record<string, Definition> {
    return Object.fromEntries(
        Object.entries(definitions).map(([name, definition]) => [
            name,
            definition.properties ? { ...definition, additionalProperties: false } : definition,
        ]),
    );
}

export function validatorOf(definition: string): ValidateFunction {
    const ajv = new Ajv({
        strict: false,
        allErrors: true,
        formats: { int32: true, "date-time": true },
    });
    const $ref = `#/definitions/${definition.replaceAll("[", "%5B").replaceAll("]", "%5D")}`;
    return ajv.compile({ $ref, definitions: correctedContract() });
}

export const confirmation = {
    primaryContact: { firstName: "Tania", lastName: "Carr", email: "someone@example.com" },
    templateId: "117a77b0-9360-443b-8795-c6dedc750cf9",
    dateAgreed: "2018-06-14T00:00:00.000Z",
    type: "MicrosoftCustomerAgreement",
};
