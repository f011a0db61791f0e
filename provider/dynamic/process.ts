import type { dynamic } from "@pulumi/pulumi";
import { PartnerCenter } from "../partnercenter/client";
import type { Connection } from "../partnercenter/connection";
import { type ResolvedSettings, resolveSettings } from "../settings";
import { connect } from "../settings/connect";

/**
 * What the calls of one dynamic-provider process share. The engine starts one process for each
 * provider resource, so one process serves one partner.
 */
let config: dynamic.Config | undefined;
let resolved: ResolvedSettings | undefined;
let connection: Connection | undefined;

/** Time for one question of a preview, in seconds; a preview is not to wait for a service that is down. */
const previewBudgetSeconds = 30;

/**
 * Stores the configuration, and does nothing else: on refresh and destroy the engine does not wait
 * for it, so it must be done before its first pause.
 */
export function configure(request: dynamic.ConfigureRequest): void {
    config = request.config;
}

/** The settings, put together on first use. Needs no credential. */
export function settings(): ResolvedSettings {
    resolved ??= resolveSettings({
        configured: (key) => config?.get(key),
        environment: process.env,
    });
    return resolved;
}

/** A client for one operation. The connection, and with it the token, is the process's. */
export function client(): PartnerCenter {
    return new PartnerCenter(connected().begin());
}

/** A client for one question of a preview. */
export function previewClient(): PartnerCenter {
    return new PartnerCenter(connected().ask(previewBudgetSeconds));
}

function connected(): Connection {
    connection ??= connect(settings());
    return connection;
}
