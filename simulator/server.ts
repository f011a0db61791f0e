import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { ensureCertificate } from "./certificate";
import { controlRoutes } from "./control";
import { consentRoutes } from "./entra/consent";
import { Directory } from "./entra/directory";
import { discoveryRoutes } from "./entra/discovery";
import { answerTokenFailure, TokenFailure } from "./entra/errors";
import { signingKeyOf } from "./entra/keys";
import { issueFederatedToken, pipelineRoutes } from "./entra/pipeline";
import { tokenRoutes } from "./entra/tokenEndpoint";
import { issueRefreshToken } from "./entra/userTokens";
import { heldCustomer } from "./inspection";
import { misbehaving } from "./misbehave";
import { Misbehaviours } from "./misbehaviour";
import type { SimulatorOptions } from "./options";
import { partnerCenterApi } from "./partnercenter/api";
import { answerFailure } from "./partnercenter/http/errors";
import { portalOf } from "./portal/portalOf";
import { RequestLog } from "./requestLog";
import type { Env, Service } from "./service";
import { resolveSettings } from "./settings";
import type { Simulator } from "./simulator";
import { Store } from "./store";
import { issueToken } from "./tokens";

/**
 * Starts a Partner Center on this machine: REST API, token endpoint, and routes below `/simulator`
 * for tests in other processes, on one TLS port of the loopback interface.
 *
 * @throws Error where the port is in use, or the state file is not one of the simulator's.
 * @example
 * ```ts
 * const simulator = await startSimulator({ certificateFolder: ".simulator" });
 * simulator.misbehave({ on: { method: "POST", path: "/v1/customers$" }, cut: "after" });
 * // ... create a customer, with simulator.settings() in the environment ...
 * assert.equal(simulator.customers.length, 1);
 * await simulator.close();
 * ```
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
    const settings = resolveSettings(options);
    const store = new Store(options.stateFile);
    const folder = options.certificateFolder ?? mkdtempSync(join(tmpdir(), "partnercenter-"));
    const forgetFolder = () => {
        if (options.certificateFolder === undefined) rmSync(folder, { recursive: true });
    };
    const certificate = await ensureCertificate(folder);
    const log = new RequestLog();
    const misbehaviours = new Misbehaviours();

    const app = new Hono<Env>({ getPath: routedPath });
    const server = createAdaptorServer({
        fetch: app.fetch,
        createServer,
        serverOptions: { key: certificate.privateKey, cert: certificate.certificate },
    });
    const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
        forgetFolder();
        throw error;
    });
    const url = `https://localhost:${port}`;
    const service: Service = {
        settings,
        store,
        directory: new Directory(settings),
        signingKey: signingKeyOf(certificate),
        authorityUrl: url,
        invisibleAfterCreate: {},
        vettingAfterCreate: { status: "Allowed" },
    };
    const { partner, uncertain } = settings;
    const simulator: Simulator = {
        apiUrl: url,
        authorityUrl: url,
        certificateFile: certificate.certificateFile,
        partner,
        settings: () => ({
            PARTNERCENTER_API_URL: url,
            PARTNERCENTER_AUTHORITY_URL: url,
            PARTNERCENTER_TENANT_ID: partner.tenantId,
            PARTNERCENTER_CLIENT_ID: partner.clientId,
            PARTNERCENTER_CLIENT_SECRET: service.directory.clientSecret,
        }),
        issueToken: (request) => issueToken(service, request),
        issueRefreshToken: (request) => issueRefreshToken(service, request),
        issueFederatedToken: (request) => issueFederatedToken(service, request),
        directory: service.directory,
        get requests() {
            return log.requests;
        },
        forgetRequests: () => log.forget(),
        get customers() {
            return store.customers.map((customer) => heldCustomer(customer, uncertain));
        },
        misbehave: (rule) => misbehaviours.add(rule),
        get pendingMisbehaviours() {
            return misbehaviours.pending;
        },
        forgetMisbehaviours: () => misbehaviours.forget(),
        get invisibleAfterCreate() {
            return service.invisibleAfterCreate;
        },
        set invisibleAfterCreate(invisibility) {
            service.invisibleAfterCreate = invisibility;
        },
        get vettingAfterCreate() {
            return service.vettingAfterCreate;
        },
        set vettingAfterCreate(vetting) {
            service.vettingAfterCreate = vetting;
        },
        portal: portalOf(service),
        close: async () => {
            await close(server);
            forgetFolder();
        },
    };
    app.route("/simulator", controlRoutes(simulator))
        .use(log.record(settings.now))
        .use(misbehaving(misbehaviours))
        .route("/", discoveryRoutes(service))
        .route("/", tokenRoutes(service))
        .route("/", consentRoutes(service))
        .route("/", pipelineRoutes(service))
        .route("/v1", partnerCenterApi(service))
        .notFound((c) => c.json({ statusCode: 404, message: "Resource not found" }, 404))
        .onError((error, c) =>
            error instanceof TokenFailure
                ? answerTokenFailure(error, c, new Date(settings.now()))
                : answerFailure(error, c, uncertain),
        );
    return simulator;
}

/** Like ASP.NET, the API cares neither about casing nor about a slash at the end of a path. */
function routedPath(request: Request): string {
    const { pathname } = new URL(request.url);
    return /^\/v1\//i.test(pathname) ? pathname.toLowerCase().replace(/\/$/, "") : pathname;
}

async function listen(server: ServerType, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
    });
    return (server.address() as AddressInfo).port;
}

async function close(server: ServerType): Promise<void> {
    await new Promise((closed) => {
        server.close(closed);
        if ("closeAllConnections" in server) server.closeAllConnections();
    });
}
