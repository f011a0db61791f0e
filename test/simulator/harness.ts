import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import type { TestContext } from "node:test";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/index";

export const projectRoot = resolve(__dirname, "../..");

/** Where the certificate is that NODE_EXTRA_CA_CERTS points at. */
export const certificateFolder = join(projectRoot, ".simulator");

/** A simulator that ends with its test. */
export async function simulatorFor(
    t: TestContext,
    options: SimulatorOptions = {},
): Promise<Simulator> {
    assert.ok(
        process.env.NODE_EXTRA_CA_CERTS,
        `Set NODE_EXTRA_CA_CERTS=${certificateFolder}/certificate.pem, as npm test does.`,
    );
    const simulator = await startSimulator({ certificateFolder, ...options });
    t.after(() => simulator.close());
    return simulator;
}

export interface Answer {
    status: number;
    headers: Headers;
    text: string;
    body: unknown;
}

export interface CallOptions {
    body?: unknown;
    headers?: Record<string, string>;
    /** @defaultValue an app+user token with MFA, which every operation accepts */
    token?: string | undefined;
}

/** Calls the API of a simulator. */
export async function call(
    simulator: Simulator,
    line: string,
    { body, headers, token }: CallOptions = {},
): Promise<Answer> {
    const [method = "", path = ""] = line.split(" ");
    const bearer = token ?? simulator.issueToken({ kind: "appAndUser" });
    const response = await fetch(simulator.apiUrl + path, {
        method,
        headers: {
            ...(bearer === "" ? {} : { authorization: `Bearer ${bearer}` }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...headers,
        },
        ...(body === undefined
            ? {}
            : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const { status, headers: answered } = response;
    return { status, headers: answered, text, body: isJson && text ? JSON.parse(text) : undefined };
}

/** A member deep in a body, by its dotted path; undefined where there is none. */
export function at(body: unknown, path: string): unknown {
    return path
        .split(".")
        .reduce<unknown>(
            (value, name) => (value as Record<string, unknown> | undefined)?.[name],
            body,
        );
}

/** Changes one member of a body, by its dotted path; undefined removes it. */
export function withMember(body: unknown, path: string, value: unknown): Record<string, unknown> {
    const [name = "", ...rest] = path.split(".");
    const members = { ...(body as Record<string, unknown> | undefined) };
    members[name] = rest.length === 0 ? value : withMember(members[name], rest.join("."), value);
    return members;
}

/** A create's body that breaks no rule. */
export function customerBody(domain = "contoso.onmicrosoft.com"): Record<string, unknown> {
    return {
        companyProfile: { domain },
        billingProfile: {
            email: "someone@example.com",
            culture: "en-US",
            language: "en",
            companyName: "Contoso",
            firstName: "Ada",
            lastName: "Lovelace",
            defaultAddress: {
                country: "US",
                city: "Redmond",
                state: "WA",
                addressLine1: "One Microsoft Way",
                postalCode: "98052",
                firstName: "Ada",
                lastName: "Lovelace",
                phoneNumber: "4255550101",
            },
        },
    };
}

/** Creates a customer and gives its id. */
export async function createCustomer(
    simulator: Simulator,
    body: unknown = customerBody(),
): Promise<string> {
    const answer = await call(simulator, "POST /v1/customers", { body });
    assert.ok(answer.status < 300, answer.text);
    return String(at(answer.body, "id"));
}
