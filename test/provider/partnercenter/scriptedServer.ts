import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Certificate } from "../../../simulator/certificate";

/** What the server does with a request. */
export interface Answer {
    status?: number;
    headers?: Record<string, string>;
    /** JSON, unless it is text or bytes. */
    body?: unknown;
    /** `before`: no answer at all; `half`: half of the body, of which the whole was promised. */
    cut?: "before" | "half";
    /** The answer, or with `headersFirst` its body, comes after this time. */
    delayMs?: number;
    headersFirst?: boolean;
}

export interface Arrived {
    method: string;
    path: string;
    headers: Record<string, string | undefined>;
    body: string;
    /** On the clock of `performance.now()`. */
    at: number;
}

/** A server that answers as it is told, request by request; the last answer stands for all further ones. */
export interface ScriptedServer {
    readonly url: string;
    readonly requests: readonly Arrived[];
    /** Forgets what has arrived, and answers like this from now on. */
    answer(...answers: (Answer | ((request: Arrived) => Answer))[]): void;
    close(): Promise<void>;
}

export async function startScriptedServer(certificate?: Certificate): Promise<ScriptedServer> {
    let requests: Arrived[] = [];
    let answers: Parameters<ScriptedServer["answer"]> = [];
    const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) {
            chunks.push(chunk as Buffer);
        }
        const request = {
            method: incoming.method ?? "",
            path: incoming.url ?? "",
            headers: incoming.headers as Arrived["headers"],
            body: Buffer.concat(chunks).toString(),
            at: performance.now(),
        };
        requests.push(request);
        const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
        await send(outgoing, typeof answer === "function" ? answer(request) : answer);
    };
    const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
        handle(incoming, outgoing).catch((error: Error) => outgoing.destroy(error));
    };
    const server =
        certificate === undefined
            ? createServer(listener)
            : createTlsServer(
                  { key: certificate.privateKey, cert: certificate.certificate },
                  listener,
              );
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    return {
        url: `${certificate === undefined ? "http" : "https"}://localhost:${port}`,
        get requests() {
            return requests;
        },
        answer: (...given) => {
            requests = [];
            answers = given;
        },
        close: async () => {
            const closed = new Promise((done) => server.close(done));
            server.closeAllConnections();
            await closed;
        },
    };
}

async function send(outgoing: ServerResponse, answer: Answer): Promise<void> {
    const { status = 200, headers = {}, cut, delayMs = 0 } = answer;
    const body = bytesOf(answer.body);
    if (cut === "before") {
        outgoing.destroy();
        return;
    }
    if (!answer.headersFirst) {
        await sleep(delayMs);
    }
    const length = status === 204 ? {} : { "content-length": String(body.length) };
    outgoing.writeHead(status, { ...length, ...headers });
    if (answer.headersFirst) {
        outgoing.flushHeaders();
        await sleep(delayMs);
    }
    if (cut === "half") {
        outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
        return;
    }
    outgoing.end(body);
}

function bytesOf(body: unknown): Buffer {
    if (body === undefined || Buffer.isBuffer(body)) {
        return body ?? Buffer.alloc(0);
    }
    return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}
