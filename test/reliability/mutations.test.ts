import "./fasterClock";
import assert from "node:assert/strict";
import { test } from "node:test";
import { v4 } from "uuid";
import type { ProcessOptions, Provider } from "./engine/providerProcess";
import type { Members } from "./engine/wire";
import { titleOf } from "./faults/runPoint";
import { faultPoints, runTable, violationsOf } from "./faults/table";

/** Ways in which the provider could be broken, and a fault point that finds each of them out. */
const mutations: Record<string, { point: string; broken: () => Partial<ProcessOptions> }> = {
    "a new request id for each attempt": {
        point: "create: connection cut after the work, on create",
        broken: () => ({ alter: (request) => withHeader(request, "MS-RequestId", v4()) }),
    },
    "a new request id for each process": {
        point: "create: process killed after the work, on create",
        broken: () => ({ alter: (request) => withHeader(request, "MS-RequestId", v4()) }),
    },
    "what is known after a failure is dropped": {
        point: "create: 403, on read",
        broken: () => onFailure((error) => new Error(error.message)),
    },
    "a partial state without the provider's text": {
        point: "create: 403, on read",
        broken: () =>
            onFailure((error) => ({ ...error, properties: without(error, "__provider") })),
    },
    "a partial state without the password": {
        point: "create: 403, on read",
        broken: () =>
            onFailure((error) => ({ ...error, properties: without(error, "userCredentials") })),
    },
    "a stale etag is sent again": {
        point: "update: edited in the portal just before the write, on write billing profile",
        broken: staleEtag,
    },
    "a refresh forgets the password": {
        point: "read: 503 four times, on read",
        broken: () => ({
            breakProvider: (provider) => ({
                ...provider,
                read: async (id, props) => {
                    const result = await provider.read?.(id, props);
                    const { userCredentials: _, ...left } = result?.props ?? {};
                    return { ...result, props: left };
                },
            }),
        }),
    },
    "a write that is only said to be done": {
        point: "update: 408, on write billing profile",
        broken: () => ({
            alter: (request) =>
                request.method === "PUT"
                    ? { ...request, method: "GET" as const, ...noBody }
                    : request,
        }),
    },
};

const noBody = { headers: {} };

for (const [mutation, { point, broken }] of Object.entries(mutations)) {
    test(`${mutation}: the table finds it out`, async () => {
        const points = faultPoints.filter((one) => titleOf(one) === point);
        assert.equal(points.length, 1, point);
        assert.deepEqual(violationsOf(await runTable(points)), []);
        assert.notDeepEqual(violationsOf(await runTable(points, 1, broken())), []);
    });
}

type Request = Parameters<NonNullable<ProcessOptions["alter"]>>[0];

function withHeader(request: Request, name: string, value: string): Request {
    return { ...request, headers: { ...request.headers, [name]: value } };
}

type Failure = Error & { properties?: Members };

function onFailure(change: (error: Failure) => unknown): Partial<ProcessOptions> {
    const breakProvider = (provider: Provider): Provider => ({
        ...provider,
        create: async (inputs) =>
            await provider.create(inputs).catch((error: Failure) => {
                throw error.properties === undefined ? error : change(error);
            }),
    });
    return { breakProvider };
}

function without({ properties = {} }: Failure, name: string): Members {
    return Object.fromEntries(Object.entries(properties).filter(([member]) => member !== name));
}

function staleEtag(): Partial<ProcessOptions> {
    let first: Request | undefined;
    return {
        alter: (request) => {
            if (request.method !== "PUT") return request;
            first ??= request;
            return { ...first, headers: { ...request.headers, ...first.headers } };
        },
    };
}
